import type { DocumentJson, NodeJson } from '../../domain/text/document-json';

/** A text of these clauses, e.g. `textOf(['title', 'Statement'], ['operative', 'AGREE to meet;'])`, with ids c_1, c_2 … */
export function textOf(...clauses: readonly (readonly [type: string, words: string])[]): DocumentJson {
  return {
    type: 'doc',
    content: clauses.map(
      ([type, words], index): NodeJson => ({
        type,
        attrs: { id: `c_${index + 1}`, ...(type === 'operative' || type === 'heading' ? { level: 1 } : {}) },
        ...(words === '' ? {} : { content: [{ type: 'text', text: words }] }),
      }),
    ),
  };
}
