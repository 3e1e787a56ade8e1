import type { NodeJson } from '../text/document-json';

/** The nodes of a drafted report. Ids of clauses are made of what they are about, so that drafting anew keeps them. */
export type Words = string | NodeJson;

function runs(words: readonly Words[]): NodeJson[] {
  return words
    .filter((part) => part !== '')
    .map((part) => (typeof part === 'string' ? { type: 'text', text: part } : part));
}

function clause(
  type: string,
  id: string,
  words: readonly Words[],
  attrs: Readonly<Record<string, unknown>> = {},
): NodeJson {
  return { type, attrs: { ...attrs, id: `c_${id}` }, content: runs(words) };
}

export const title = (id: string, ...words: Words[]) => clause('title', id, words);
export const paragraph = (id: string, ...words: Words[]) => clause('paragraph', id, words);
export const numbered = (id: string, ...words: Words[]) => clause('operative', id, words, { level: 1 });
export const closing = (id: string, ...words: Words[]) => clause('closing', id, words);
export const annex = (id: string, ...words: Words[]) => clause('annex', id, words);
export const heading = (id: string, level: number, ...words: Words[]) =>
  clause('heading', id, words, { level });

export function bullets(
  items: readonly { readonly id: string; readonly words: readonly Words[] }[],
): NodeJson {
  return {
    type: 'bulletList',
    content: items.map(({ id, words }) => ({
      type: 'listItem',
      attrs: { id: `c_${id}` },
      content: [{ type: 'paragraph', content: runs(words) }],
    })),
  };
}

export function table(
  id: string,
  head: readonly string[],
  rows: readonly { readonly id: string; readonly cells: readonly (readonly Words[])[] }[],
): NodeJson {
  const row = (key: string, type: 'tableHeader' | 'tableCell', cells: readonly (readonly Words[])[]) => ({
    type: 'tableRow',
    attrs: { id: `c_${key}` },
    content: cells.map((words) => ({ type, content: [{ type: 'paragraph', content: runs(words) }] })),
  });
  return {
    type: 'table',
    attrs: { id: `c_${id}` },
    content: [
      row(
        `${id}_head`,
        'tableHeader',
        head.map((words) => [words]),
      ),
      ...rows.map(({ id: key, cells }) => row(key, 'tableCell', cells)),
    ],
  };
}

/** Words in another language than the report's. */
export function inEnglish(words: string): NodeJson {
  return { type: 'text', text: words, marks: [{ type: 'language', attrs: { lang: 'en' } }] };
}
