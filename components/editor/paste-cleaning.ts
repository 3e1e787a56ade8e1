import { isClauseId } from '@/domain/text/clause-ids';
import { isPassageLanguage, isSafeLink } from '@/domain/text/marks';
import { DEEPEST_OPERATIVE_LEVEL } from '@/domain/text/nodes';
import { buildWordLists, LONGEST_FOOTNOTE, readWordFootnotes } from './paste-from-word';

/** What a paste may weigh before anything is read (bytes of its HTML or its plain text, whichever is larger). */
export const PASTE_LIMIT = 10 * 1024 * 1024;

const DROPPED =
  'style,script,noscript,meta,link,title,head,xml,img,svg,math,picture,video,audio,canvas,iframe,object,embed,form,input,button,select,textarea,template,del';

/** The server refuses a text with an attribute out of bounds; a paste must not bring one in. */
const KEPT_ATTRIBUTES: Readonly<Record<string, Readonly<Record<string, (value: string) => boolean>>>> = {
  a: { href: isSafeLink },
  td: { colspan: within(1, 100), rowspan: within(1, 1000) },
  th: { colspan: within(1, 100), rowspan: within(1, 1000) },
  ol: { start: within(0, 9999) },
  span: { lang: isPassageLanguage },
  sup: { 'data-footnote': () => true, 'data-text': (value) => value.length <= LONGEST_FOOTNOTE },
};

/** Attributes of clauses, on whatever element an editor wrote them. */
const CLAUSE_ATTRIBUTES: Readonly<Record<string, (value: string) => boolean>> = {
  'data-clause': (value) => /^[a-z]+$/.test(value),
  'data-level': within(1, DEEPEST_OPERATIVE_LEVEL),
  'data-id': isClauseId,
  'data-pm-slice': () => true,
};

/**
 * HTML from Word, a browser or a mail made into the few elements that the schema of a text knows: paragraphs,
 * headings, lists, tables, links, footnotes, bold, italic, underline and passages in another language. What an
 * editor of this kind copied keeps its structure and loses only attributes that a text has no use for. `language` is the document's own: passages in it need no mark.
 */
export function cleanPastedHtml(html: string, language: string): string {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const { body } = page;
  dropComments(body);
  if (body.querySelector('[data-pm-slice]') !== null) {
    for (const element of body.querySelectorAll(DROPPED)) element.remove();
    for (const element of body.querySelectorAll('*')) keepAttributes(element, element.localName);
    return body.innerHTML;
  }
  readWordFootnotes(body);
  for (const element of body.querySelectorAll(DROPPED)) element.remove();
  buildWordLists(body);
  for (const element of [...body.querySelectorAll('*')]) cleanElement(element, language);
  for (const paragraph of [...body.querySelectorAll('p')]) {
    if ((paragraph.textContent ?? '').trim() === '' && paragraph.closest('td,th,li') === null)
      paragraph.remove();
  }
  return body.innerHTML;
}

/** Bytes of a string in UTF-8, without building it. */
export function byteLength(text: string): number {
  let bytes = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code >= 0xd800 && code <= 0xdfff ? 2 : 3;
  }
  return bytes;
}

function dropComments(node: Node): void {
  for (const child of [...node.childNodes]) {
    if (child.nodeType === 8) child.remove();
    else dropComments(child);
  }
}

function cleanElement(element: Element, language: string): void {
  const style = element.getAttribute('style') ?? '';
  const classes = element.getAttribute('class') ?? '';
  const tag = element.tagName.toLowerCase();
  if (tag.includes(':')) {
    unwrap(element);
    return;
  }
  if (tag === 'p' && /\bMsoTitle\b/.test(classes)) {
    replaceTag(element, 'h1', { 'data-clause': 'title' });
    return;
  }
  const heading = headingLevel(tag, classes);
  if (heading !== null) {
    replaceTag(element, `h${heading}`);
    return;
  }
  if (tag === 'td' && element.closest('thead') !== null) {
    replaceTag(element, 'th', spans(element));
    return;
  }
  if ((tag === 'b' || tag === 'strong') && /font-weight:\s*(normal|400)/i.test(style)) {
    unwrap(element);
    return;
  }
  if (tag === 'span' || tag === 'font') {
    cleanRun(element, style, language);
    return;
  }
  keepAttributes(element, tag);
}

/** A run of text: what its style says becomes an element, the run itself goes unless it carries a language. */
function cleanRun(run: Element, style: string, language: string): void {
  const lang = (run.getAttribute('lang') ?? '').toLowerCase().split('-')[0] ?? '';
  const wrappers: string[] = [];
  if (/font-weight:\s*(bold|[6-9]00)/i.test(style)) wrappers.push('strong');
  if (/font-style:\s*italic/i.test(style)) wrappers.push('em');
  if (/text-decoration[^;]*underline/i.test(style)) wrappers.push('u');
  for (const tag of wrappers) wrapInside(run, tag);
  const foreign = isPassageLanguage(lang) && lang !== language && lang !== 'en';
  if (foreign) {
    for (const { name } of [...run.attributes]) run.removeAttribute(name);
    run.setAttribute('lang', lang);
  } else {
    unwrap(run);
  }
}

function headingLevel(tag: string, classes: string): 1 | 2 | 3 | null {
  const named = /\bMsoHeading(\d)\b/.exec(classes)?.[1] ?? /^h([1-6])$/.exec(tag)?.[1];
  if (/\bMsoSubtitle\b/.test(classes)) return 2;
  if (named === undefined) return null;
  const level = Number(named);
  return level <= 1 ? 1 : level === 2 ? 2 : 3;
}

function keepAttributes(element: Element, tag: string): void {
  const allowed = { ...CLAUSE_ATTRIBUTES, ...KEPT_ATTRIBUTES[tag] };
  for (const { name, value } of [...element.attributes]) {
    if (allowed[name]?.(value) !== true) element.removeAttribute(name);
  }
}

function within(least: number, most: number): (value: string) => boolean {
  return (value) => /^\d{1,5}$/.test(value) && Number(value) >= least && Number(value) <= most;
}

function spans(cell: Element): Record<string, string> {
  return Object.fromEntries(
    Object.entries(KEPT_ATTRIBUTES.th ?? {}).flatMap(([name, valid]) => {
      const value = cell.getAttribute(name);
      return value !== null && valid(value) ? [[name, value]] : [];
    }),
  );
}

function replaceTag(element: Element, tag: string, attributes: Record<string, string> = {}): void {
  const replacement = element.ownerDocument.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) replacement.setAttribute(name, value);
  replacement.append(...element.childNodes);
  element.replaceWith(replacement);
}

function wrapInside(element: Element, tag: string): void {
  const wrapper = element.ownerDocument.createElement(tag);
  wrapper.append(...element.childNodes);
  element.append(wrapper);
}

function unwrap(element: Element): void {
  element.replaceWith(...element.childNodes);
}
