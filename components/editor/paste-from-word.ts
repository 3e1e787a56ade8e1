/** Longest wording of one footnote, in characters; the server takes no longer one. */
export const LONGEST_FOOTNOTE = 4000;

/** A paragraph that Word draws as a list item: its level, and whether its sign counts. */
interface WordItem {
  readonly level: number;
  readonly ordered: boolean;
}

/**
 * Word writes list items as paragraphs with a typed sign; consecutive ones become nested lists here. A list
 * paragraph without a sign is only indented, and stays a paragraph.
 */
export function buildWordLists(body: Element): void {
  for (const first of [...body.querySelectorAll('p')]) {
    if (first.isConnected && wordItem(first) !== null) gatherList(first);
  }
}

function gatherList(first: Element): void {
  const page = first.ownerDocument;
  const root = page.createElement('div');
  first.before(root);
  const open: { list: Element; level: number }[] = [];
  let paragraph: Element | null = first;
  while (paragraph !== null) {
    const item = wordItem(paragraph);
    if (item === null) break;
    const following: Element | null = paragraph.nextElementSibling;
    while (open.length > 0 && (open.at(-1)?.level ?? 0) > item.level) open.pop();
    if ((open.at(-1)?.level ?? 0) < item.level) {
      const list = page.createElement(item.ordered ? 'ol' : 'ul');
      const parent = open.at(-1)?.list.lastElementChild ?? root;
      parent.append(list);
      open.push({ list, level: item.level });
    }
    for (const sign of [...paragraph.querySelectorAll('span')]) if (isSign(sign)) sign.remove();
    const entry = page.createElement('li');
    const words = page.createElement('p');
    words.append(...paragraph.childNodes);
    entry.append(words);
    open.at(-1)?.list.append(entry);
    paragraph.remove();
    paragraph = following;
  }
  root.replaceWith(...root.childNodes);
}

function wordItem(paragraph: Element): WordItem | null {
  if (paragraph.tagName !== 'P') return null;
  const style = paragraph.getAttribute('style') ?? '';
  const listed = /mso-list:/i.test(style) || /\bMsoList/.test(paragraph.getAttribute('class') ?? '');
  if (!listed) return null;
  const sign = [...paragraph.querySelectorAll('span')].find(isSign);
  if (sign === undefined) return null;
  const text = (sign.textContent ?? '').replace(/\s/g, '');
  return {
    level: Number(/level(\d+)/i.exec(style)?.[1] ?? 1),
    ordered: /^\(?([0-9]+|[a-z]{1,4})[.)]/i.test(text) || /^[0-9]+(\.[0-9]+)*$/.test(text),
  };
}

function isSign(span: Element): boolean {
  return /mso-list:\s*ignore/i.test(span.getAttribute('style') ?? '');
}

/** Word's footnotes: the note's words move from the end of the page into the place where they are called. */
export function readWordFootnotes(body: Element): void {
  for (const note of [...body.querySelectorAll('div[id^="ftn"]')]) {
    const id = note.getAttribute('id') ?? '';
    const call = body.querySelector(`a[href="#_${id}"]`);
    const back = note.querySelector(`a[href^="#_ftnref"]`);
    back?.remove();
    const text = (note.textContent ?? '').replace(/\s+/g, ' ').trim();
    if (call !== null && text !== '') {
      const sign = body.ownerDocument.createElement('sup');
      sign.setAttribute('data-footnote', '');
      sign.setAttribute('data-text', text.slice(0, LONGEST_FOOTNOTE));
      call.replaceWith(sign);
    }
    note.remove();
  }
}
