import { attributeOf, type HtmlElement, type HtmlNode, isElement, wordsOf } from './html-tree';

/**
 * Footnotes of a page as converters write them (markdown-it, pandoc, Word, our own export): a list at the end whose
 * entries have ids, and signs in the text that link to them.
 */
export class FootnoteList {
  private readonly notes = new Map<string, string>();
  private readonly places = new Set<HtmlElement>();

  constructor(root: readonly HtmlNode[]) {
    for (const node of root) this.collect(node);
  }

  /** The words of the note that an element is the sign of, or null. */
  signOf(element: HtmlElement): string | null {
    if (element.tagName === 'sup' && attributeOf(element, 'data-footnote') !== null) {
      return attributeOf(element, 'data-text') ?? '';
    }
    const link = element.tagName === 'a' ? element : onlyLink(element);
    if (link === null) return null;
    const href = attributeOf(link, 'href');
    return href?.startsWith('#') === true ? (this.notes.get(href.slice(1)) ?? null) : null;
  }

  /** Whether an element holds the notes themselves, which stand at their signs already. */
  isPlace(element: HtmlElement): boolean {
    return this.places.has(element);
  }

  private collect(node: HtmlNode): void {
    if (!isElement(node)) return;
    if (isNotePlace(node)) {
      this.places.add(node);
      this.entries(node);
      return;
    }
    for (const child of node.childNodes) this.collect(child);
  }

  private entries(node: HtmlElement): void {
    for (const child of node.childNodes) {
      if (!isElement(child)) continue;
      const id = attributeOf(child, 'id');
      if (id === null || child.tagName === 'a') this.entries(child);
      else this.notes.set(id, noteWords(child));
    }
  }
}

function isNotePlace(element: HtmlElement): boolean {
  if (!['section', 'div', 'aside', 'ol'].includes(element.tagName)) return false;
  const role = attributeOf(element, 'role');
  const classes = (attributeOf(element, 'class') ?? '').split(/\s+/);
  return (
    role === 'doc-endnotes' ||
    classes.includes('footnotes') ||
    attributeOf(element, 'data-footnotes') !== null
  );
}

/** The words of a note without its number and the arrow that leads back. */
function noteWords(element: HtmlElement): string {
  return wordsWithoutWayBack(element).replace(/\s+/g, ' ').trim();
}

function wordsWithoutWayBack(node: HtmlNode): string {
  if (isElement(node) && node.tagName === 'a' && attributeOf(node, 'href')?.startsWith('#') === true) {
    return '';
  }
  return isElement(node) ? node.childNodes.map(wordsWithoutWayBack).join('') : wordsOf(node);
}

function onlyLink(element: HtmlElement): HtmlElement | null {
  if (element.tagName !== 'sup') return null;
  const links = element.childNodes.filter(isElement);
  const [link] = links;
  return links.length === 1 && link?.tagName === 'a' ? link : null;
}
