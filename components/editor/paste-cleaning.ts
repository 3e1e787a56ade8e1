import { isClauseId } from '@/domain/text/clause-ids';
import { isPassageLanguage } from '@/domain/text/marks';
import { buildWordLists, readWordFootnotes } from './paste-from-word';

/** What a paste may weigh before anything is read (bytes of its HTML or its plain text, whichever is larger). */
export const PASTE_LIMIT = 10 * 1024 * 1024;

const DROPPED =
  'style,script,noscript,meta,link,title,head,xml,img,svg,math,picture,video,audio,canvas,iframe,object,embed,form,input,button,select,textarea,template,del';

const KEPT_ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  a: ['href'],
  td: ['colspan', 'rowspan'],
  th: ['colspan', 'rowspan'],
  ol: ['start'],
  span: ['lang'],
  sup: ['data-footnote', 'data-text'],
};

/**
 * HTML from Word, a browser or a mail made into the few elements that the schema of a text knows: paragraphs,
 * headings, lists, tables, links, footnotes, bold, italic, underline and passages in another language. What the
 * editor itself copied passes as it is. `language` is the document's own: passages in it need no mark.
 */
export function cleanPastedHtml(html: string, language: string): string {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const { body } = page;
  if (body.querySelector('[data-pm-slice]') !== null) return html;
  dropComments(body);
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
  const clause = element.getAttribute('data-clause');
  const id = element.getAttribute('data-id');
  const level = element.getAttribute('data-level');
  const kept = new Map<string, string>();
  for (const name of KEPT_ATTRIBUTES[tag] ?? []) {
    const value = element.getAttribute(name);
    if (value !== null) kept.set(name, value);
  }
  if (clause !== null && /^[a-z]+$/.test(clause)) kept.set('data-clause', clause);
  if (level !== null && /^[1-3]$/.test(level)) kept.set('data-level', level);
  if (isClauseId(id)) kept.set('data-id', id);
  for (const { name } of [...element.attributes]) element.removeAttribute(name);
  for (const [name, value] of kept) element.setAttribute(name, value);
}

function spans(cell: Element): Record<string, string> {
  return Object.fromEntries(
    ['colspan', 'rowspan'].flatMap((name) => {
      const value = cell.getAttribute(name);
      return value === null ? [] : [[name, value]];
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
