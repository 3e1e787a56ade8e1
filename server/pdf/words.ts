import type { MarkJson, NodeJson } from '../../domain/text/document-json';
import { isPassageLanguage, isSafeLink } from '../../domain/text/marks';
import type { ChangeSign, Run, Words } from './sheet';

/** The inline content of a node: words by their marks, line breaks, footnotes at their place. */
export function inlineRuns(content: readonly NodeJson[]): Run[] {
  return content.flatMap((node): Run[] => {
    if (node.type === 'hardBreak') return [{ br: 1 }];
    if (node.type === 'footnote') return [{ note: wordRuns(String(node.attrs?.text ?? ''), []) }];
    return wordRuns(node.text ?? '', node.marks ?? []);
  });
}

/** Words with their marks, cut where Thai script begins and ends; a newline is a line break. */
export function wordRuns(text: string, marks: readonly MarkJson[], sign?: ChangeSign): Run[] {
  const form = { ...formOf(marks), ...(sign === undefined ? {} : { c: sign }) };
  return text.split('\n').flatMap((line, index): Run[] => {
    const words = scripts(printable(line)).map(
      ({ text: s, isThai }): Words => ({ s, ...(isThai ? { th: thaiPieces(s) } : {}), ...form }),
    );
    return index === 0 ? words : [{ br: 1 }, ...words];
  });
}

function formOf(marks: readonly MarkJson[]): Omit<Words, 's'> {
  const form: { -readonly [Key in keyof Words]?: Words[Key] } = {};
  for (const mark of marks) {
    if (mark.type === 'bold') form.b = 1;
    if (mark.type === 'italic') form.i = 1;
    if (mark.type === 'underline') form.u = 1;
    if (mark.type === 'language' && isPassageLanguage(mark.attrs?.lang)) form.lang = mark.attrs.lang;
    if (mark.type === 'link' && isSafeLink(mark.attrs?.href)) form.href = mark.attrs.href;
  }
  return form;
}

/** Spaces and points between Thai words belong to them: cutting there would tear words from what they lean on. */
const THAI = /[\u0E00-\u0E7F](?:[\u0E00-\u0E7F\s\u200B.,:;()“”‘’"'0-9/-]*[\u0E00-\u0E7F])?/g;

function scripts(text: string): { readonly text: string; readonly isThai: boolean }[] {
  const pieces: { text: string; isThai: boolean }[] = [];
  let at = 0;
  for (const match of text.matchAll(THAI)) {
    if (match.index > at) pieces.push({ text: text.slice(at, match.index), isThai: false });
    pieces.push({ text: match[0], isThai: true });
    at = match.index + match[0].length;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), isThai: false });
  return pieces;
}

const THAI_WORDS = new Intl.Segmenter('th', { granularity: 'word' });
/** Shorter words have nothing to break at; a longer one must be able to, or it would run out of a narrow cell. */
const KEPT_WHOLE = /^[\u0E00-\u0E7F]{4,14}$/;
/** Signs that lean on the word before them. */
const LEANING = /^[ๆฯ]/;

/**
 * Thai cut into pieces, every second of them a word that no line may end inside. Typst finds words by a model that
 * takes compounds for two ("ข้า|ราชการ"); ICU's dictionary knows them.
 */
function thaiPieces(text: string): string[] {
  const pieces = [''];
  for (const { segment } of THAI_WORDS.segment(text)) {
    const isLoose = pieces.length % 2 === 1;
    const last = pieces.length - 1;
    if (LEANING.test(segment) && !(isLoose && pieces[last] === '')) pieces[last] += segment;
    else if (KEPT_WHOLE.test(segment)) pieces.push(...(isLoose ? [segment] : ['', segment]));
    else if (isLoose) pieces[last] += segment;
    else pieces.push(segment);
  }
  return pieces;
}

/** No font has a sign for control characters, and halves of a surrogate pair are no characters at all. */
function printable(text: string): string {
  return (
    text
      .replaceAll('\t', ' ')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
      .replace(/[\u0000-\u001F\u007F-\u009F\uFFFE\uFFFF]/g, '')
      .replace(/\p{Surrogate}/gu, '\uFFFD')
  );
}
