import type { DocumentJson, MarkJson, NodeJson } from '../text/document-json';

const LANGUAGE = 'language';
const BEYOND_ASCII = /[^\p{ASCII}]/u;

/**
 * The text without the languages that only a keyboard gave its words: Word marks what somebody types with the language
 * of their keyboard, English or not. A language is believed where words are written in letters that English has not,
 * and where the text that stands marks passages in it.
 */
export function withoutKeyboardLanguages(text: DocumentJson, standing: DocumentJson): DocumentJson {
  const known = new Set<unknown>();
  gatherLanguages(standing, known);
  const isBelieved = (node: NodeJson, { type, attrs }: MarkJson) =>
    type !== LANGUAGE || known.has(attrs?.lang) || BEYOND_ASCII.test(node.text ?? '');
  const believed = ({ marks, content, ...node }: NodeJson): NodeJson => {
    const kept = marks?.filter((mark) => isBelieved(node, mark)) ?? [];
    return {
      ...node,
      ...(kept.length === 0 ? {} : { marks: kept }),
      ...(content === undefined ? {} : { content: content.map(believed) }),
    };
  };
  return believed(text) as DocumentJson;
}

function gatherLanguages(node: NodeJson, found: Set<unknown>): void {
  for (const { type, attrs } of node.marks ?? []) if (type === LANGUAGE) found.add(attrs?.lang);
  for (const child of node.content ?? []) gatherLanguages(child, found);
}
