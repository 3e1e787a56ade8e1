import type { MarkJson } from '../../domain/text/document-json';
import type { LeftOutList } from '../../domain/text/left-out';
import { isPassageLanguage, isSafeLink } from '../../domain/text/marks';
import { attributeOf, firstWords, type HtmlElement } from './html-tree';

const MARK_OF_TAG: Readonly<Record<string, string>> = {
  strong: 'bold',
  b: 'bold',
  em: 'italic',
  i: 'italic',
  u: 'underline',
};

const STRUCK: ReadonlySet<string> = new Set(['s', 'strike']);
const RAISED: ReadonlySet<string> = new Set(['sup', 'sub']);
const CODE: ReadonlySet<string> = new Set(['code', 'kbd', 'samp', 'tt']);

/** The marks of words within an element, given those around it; forms that have no place are listed. */
export function marksWithin(
  element: HtmlElement,
  around: readonly MarkJson[],
  isExact: boolean,
  leftOut: LeftOutList,
): readonly MarkJson[] {
  const tag = element.tagName;
  const name = MARK_OF_TAG[tag];
  let marks = name === undefined ? around : withMark(around, { type: name });
  if (STRUCK.has(tag)) leftOut.add('strikethrough', firstWords(element));
  if (RAISED.has(tag)) leftOut.add('superscript', firstWords(element));
  if (CODE.has(tag)) leftOut.add('code', firstWords(element));
  if (tag === 'font' && attributeOf(element, 'color') !== null) leftOut.add('colour', firstWords(element));
  if (tag === 'span') {
    const lang = attributeOf(element, 'lang');
    if (isPassageLanguage(lang)) marks = withMark(marks, { type: 'language', attrs: { lang } });
  }
  if (tag === 'a') {
    const link = linkOf(element, isExact);
    if (link !== null) marks = withMark(marks, link);
    else if (attributeOf(element, 'href') !== null) leftOut.add('link', firstWords(element));
  }
  const style = attributeOf(element, 'style');
  return style === null ? marks : marksOfStyle(style, marks, () => firstWords(element), leftOut);
}

/** Of our own pages a link keeps all that the text said of it; of others only where it leads. */
function linkOf(element: HtmlElement, isExact: boolean): MarkJson | null {
  const href = attributeOf(element, 'href');
  if (!isSafeLink(href)) return null;
  if (!isExact) return { type: 'link', attrs: { href } };
  const told = ['target', 'rel', 'class', 'title'].map((name) => [name, attributeOf(element, name)] as const);
  return { type: 'link', attrs: { href, ...Object.fromEntries(told) } };
}

function marksOfStyle(
  style: string,
  around: readonly MarkJson[],
  words: () => string,
  leftOut: LeftOutList,
): readonly MarkJson[] {
  let marks = around;
  const weight = /font-weight\s*:\s*(\w+)/i.exec(style)?.[1]?.toLowerCase();
  if (weight !== undefined) {
    const isBold = weight === 'bold' || weight === 'bolder' || Number(weight) >= 600;
    marks = isBold ? withMark(marks, { type: 'bold' }) : withoutMark(marks, 'bold');
  }
  const slant = /font-style\s*:\s*(\w+)/i.exec(style)?.[1]?.toLowerCase();
  if (slant !== undefined) {
    marks = slant === 'normal' ? withoutMark(marks, 'italic') : withMark(marks, { type: 'italic' });
  }
  const line = /text-decoration(?:-line)?\s*:\s*([^;]+)/i.exec(style)?.[1]?.toLowerCase() ?? '';
  if (line.includes('underline')) marks = withMark(marks, { type: 'underline' });
  if (line.includes('line-through')) leftOut.add('strikethrough', words());
  if (/(?:^|[;\s])(?:background-)?color\s*:/i.test(style)) leftOut.add('colour', words());
  if (/text-align\s*:\s*(?:center|right|justify)/i.test(style)) leftOut.add('alignment', words());
  return marks;
}

function withMark(marks: readonly MarkJson[], mark: MarkJson): readonly MarkJson[] {
  return [...withoutMark(marks, mark.type), mark];
}

function withoutMark(marks: readonly MarkJson[], type: string): readonly MarkJson[] {
  return marks.filter((mark) => mark.type !== type);
}
