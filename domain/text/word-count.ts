import { type NodeJson, plainText, stringAttr } from './document-json';

/** Scripts that write words without spaces between them: Thai, Lao, Burmese, Khmer, and the Chinese and Japanese scripts. */
const UNSPACED =
  /[\p{Script=Thai}\p{Script=Lao}\p{Script=Myanmar}\p{Script=Khmer}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const HOLDS_A_WORD = /[\p{L}\p{N}]/u;

let segmenter: Intl.Segmenter | undefined;

/**
 * Words of a run of text. Between spaces a word is anything with a letter or a digit in it; where the script has
 * no spaces, words are found by the dictionary of Intl.Segmenter (its break rules do not depend on a locale).
 */
export function countWordsOf(text: string): number {
  let count = 0;
  for (const chunk of text.split(/\s+/u)) {
    if (!HOLDS_A_WORD.test(chunk)) continue;
    count += UNSPACED.test(chunk) ? countSegments(chunk) : 1;
  }
  return count;
}

/** Words of a whole text, footnotes included, block by block: what versions state and the editor shows. */
export function countWords(node: NodeJson): number {
  if (node.type === 'footnote') return countWordsOf(stringAttr(node, 'text') ?? '');
  const children = node.content ?? [];
  const isTextBlock = children.some((child) => child.type === 'text');
  return children.reduce(
    (sum, child) => sum + (child.type === 'text' ? 0 : countWords(child)),
    isTextBlock ? countWordsOf(plainText(node)) : 0,
  );
}

function countSegments(chunk: string): number {
  segmenter ??= new Intl.Segmenter('th', { granularity: 'word' });
  let count = 0;
  for (const segment of segmenter.segment(chunk)) {
    if (segment.isWordLike === true) count += 1;
  }
  return count;
}
