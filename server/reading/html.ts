import { TRAIL_ATTRIBUTE } from '../../domain/audit/trail-line';
import { REDLINE_GENERATOR } from '../../domain/redline/files/as-html';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import { HTML_GENERATOR } from '../../domain/text/as-html';
import type { MarkJson, NodeJson } from '../../domain/text/document-json';
import { type LeftOutKind, LeftOutList, type ReadText } from '../../domain/text/left-out';
import { type BlockForm, Flow } from './flow';
import { marksWithin } from './html-marks';
import { FootnoteList } from './html-notes';
import { tableOf } from './html-table';
import {
  attributeOf,
  firstWords,
  type HtmlElement,
  type HtmlNode,
  isElement,
  parseHtml,
  wordsOf,
} from './html-tree';
import { BeyondLimit } from './limits';

export interface ReadingOptions {
  /** What becomes of insertions and deletions that a file marks as such: made, or undone. */
  readonly changes: 'accept' | 'reject';
}

/**
 * A page as a text: headings, paragraphs, lists, tables, footnotes, bold, italic, underline, safe links. Nothing is
 * run or fetched; what has no place is listed. A page of our own export is taken at its word and gives its text
 * back to the letter. Refusals: FI6 nested too deep, FI7 too much of it, FI9 a redline.
 */
export function readHtml(html: string, options: ReadingOptions): Outcome<ReadText> {
  try {
    const document = parseHtml(html);
    const generator = generatorOf(document.childNodes);
    if (generator === REDLINE_GENERATOR) return refuse('FI9', { is: 'redline' });
    const reader = new HtmlReader(document.childNodes, generator === HTML_GENERATOR, options);
    return accept(reader.read());
  } catch (error) {
    if (error instanceof BeyondLimit)
      return refuse(error.rule, { maximum: error.maximum.toLocaleString('en') });
    throw error;
  }
}

function generatorOf(nodes: readonly HtmlNode[]): string | null {
  for (const node of nodes) {
    if (!isElement(node)) continue;
    if (node.tagName === 'meta' && attributeOf(node, 'name') === 'generator') {
      return attributeOf(node, 'content');
    }
    const found = node.tagName === 'html' || node.tagName === 'head' ? generatorOf(node.childNodes) : null;
    if (found !== null) return found;
  }
  return null;
}

/** What is not part of the words of a page, and what its absence is called. */
const NOT_CARRIED: Readonly<Record<string, LeftOutKind>> = {
  img: 'image',
  picture: 'image',
  svg: 'drawing',
  canvas: 'drawing',
  iframe: 'embeddedObject',
  object: 'embeddedObject',
  embed: 'embeddedObject',
  applet: 'embeddedObject',
  video: 'embeddedObject',
  audio: 'embeddedObject',
  script: 'other',
  style: 'style',
  hr: 'rule',
  input: 'formControl',
  select: 'formControl',
  textarea: 'formControl',
};

const UNSEEN: ReadonlySet<string> = new Set([
  'head',
  'template',
  'title',
  'meta',
  'link',
  'base',
  'colgroup',
  'wbr',
]);

const BLOCKS: ReadonlySet<string> = new Set(
  (
    'p div section article main header footer nav aside address blockquote figure figcaption details summary dl dt ' +
    'dd form fieldset legend center pre math li caption body html'
  ).split(' '),
);

class HtmlReader {
  private readonly leftOut = new LeftOutList();
  private readonly root: readonly HtmlNode[];
  private readonly isExact: boolean;
  private readonly options: ReadingOptions;
  private readonly notes: FootnoteList;

  constructor(root: readonly HtmlNode[], isExact: boolean, options: ReadingOptions) {
    this.root = root;
    this.isExact = isExact;
    this.options = options;
    this.notes = new FootnoteList(root);
  }

  read(): ReadText {
    const blocks = this.flow(this.root);
    const content = this.isExact ? blocks : withTitle(blocks);
    return { text: { type: 'doc', content }, leftOut: this.leftOut.list() };
  }

  private flow(nodes: readonly HtmlNode[]): NodeJson[] {
    const flow = new Flow();
    for (const node of nodes) this.walk(node, flow, []);
    flow.end();
    return flow.blocks;
  }

  private walk(node: HtmlNode, flow: Flow, marks: readonly MarkJson[]): void {
    if (node.nodeName === '#text') {
      flow.words(wordsOf(node), marks);
    } else if (node.nodeName === '#comment') {
      this.leftOut.add('comment', 'data' in node ? node.data : '');
    } else if (isElement(node)) {
      this.element(node, flow, marks);
    }
  }

  private element(element: HtmlElement, flow: Flow, marks: readonly MarkJson[]): void {
    const tag = element.tagName;
    const missing = NOT_CARRIED[tag];
    const note = this.notes.signOf(element);
    if (this.isUnseen(element)) return;
    if (missing !== undefined) {
      this.leftOut.add(missing, attributeOf(element, 'alt') ?? (tag === 'script' ? 'script' : ''));
      if (tag === 'hr') flow.end();
    } else if (note !== null) {
      flow.inline({ type: 'footnote', attrs: { text: note } }, marks);
    } else {
      this.words(element, flow, marks);
    }
  }

  private isUnseen(element: HtmlElement): boolean {
    return (
      UNSEEN.has(element.tagName) ||
      attributeOf(element, 'class') === 'footnotes-sep' ||
      attributeOf(element, 'data-number') !== null ||
      attributeOf(element, TRAIL_ATTRIBUTE) !== null ||
      this.notes.isPlace(element)
    );
  }

  private words(element: HtmlElement, flow: Flow, marks: readonly MarkJson[]): void {
    const inside = (within: readonly MarkJson[]) => {
      for (const child of element.childNodes) this.walk(child, flow, within);
    };
    switch (element.tagName) {
      case 'br':
        flow.inline({ type: 'hardBreak' }, marks);
        break;
      case 'ul':
      case 'ol':
        this.list(element, flow);
        break;
      case 'table':
        this.table(element, flow, marks);
        break;
      case 'ins':
      case 'del':
        this.leftOut.add('trackedChange', firstWords(element));
        if ((element.tagName === 'ins') === (this.options.changes === 'accept')) inside(marks);
        break;
      default: {
        const form = this.formOf(element);
        const within = marksWithin(element, marks, this.isExact, this.leftOut);
        if (form === null) inside(within);
        else {
          flow.block(form, form.isKept, () => {
            if (element.tagName === 'pre') this.lines(element, flow, within);
            else inside(within);
          });
        }
      }
    }
  }

  private formOf(element: HtmlElement): BlockForm | null {
    const tag = element.tagName;
    const clause = this.isExact ? attributeOf(element, 'data-clause') : null;
    if (clause !== null) {
      const level = attributeOf(element, 'data-level');
      const attrs = {
        id: attributeOf(element, 'data-id'),
        ...(level === null ? {} : { level: Number(level) }),
      };
      return { type: clause, attrs, isKept: true };
    }
    const heading = /^h([1-6])$/.exec(tag)?.[1];
    if (heading !== undefined) return { type: 'heading', attrs: { level: Number(heading) }, isKept: false };
    if (!BLOCKS.has(tag)) return null;
    if (tag === 'blockquote') this.leftOut.add('quotation', firstWords(element));
    if (tag === 'pre') this.leftOut.add('code', firstWords(element));
    if (tag === 'math') this.leftOut.add('equation', firstWords(element));
    if (tag === 'center' || attributeOf(element, 'align') !== null) {
      this.leftOut.add('alignment', firstWords(element));
    }
    return { type: 'paragraph', isKept: false };
  }

  /** Words set line by line: each line end is one. */
  private lines(element: HtmlElement, flow: Flow, marks: readonly MarkJson[]): void {
    const lines = wordsOf(element)
      .replace(/^\n|\n+$/g, '')
      .split('\n');
    lines.forEach((line, index) => {
      if (index > 0) flow.inline({ type: 'hardBreak' }, marks);
      if (line !== '') flow.inline({ type: 'text', text: line }, marks);
    });
  }

  private list(element: HtmlElement, flow: Flow): void {
    const items = element.childNodes.flatMap((child): NodeJson[] => {
      if (!isElement(child)) return [];
      const blocks = this.flow(child.tagName === 'li' ? child.childNodes : [child]);
      if (blocks.length === 0 && child.tagName !== 'li') return [];
      const id = this.isExact ? attributeOf(child, 'data-id') : null;
      // An item begins with a paragraph; a list right within a list has none of its own.
      const content = blocks[0]?.type === 'paragraph' ? blocks : [{ type: 'paragraph' }, ...blocks];
      return [{ type: 'listItem', ...(id === null ? {} : { attrs: { id } }), content }];
    });
    if (items.length === 0) return;
    flow.whole(
      element.tagName === 'ul'
        ? { type: 'bulletList', content: items }
        : { type: 'orderedList', attrs: listAttributes(element), content: items },
    );
  }

  private table(element: HtmlElement, flow: Flow, marks: readonly MarkJson[]): void {
    const table = tableOf(element, this.isExact, (cell) => this.flow(cell.childNodes));
    for (const caption of table.captions) {
      flow.block({ type: 'paragraph', isKept: false }, false, () => {
        for (const child of caption.childNodes) this.walk(child, flow, marks);
      });
    }
    if (table.hasNested) this.leftOut.add('nestedTable', firstWords(element));
    if (table.node !== null) flow.whole(table.node);
  }
}

function listAttributes(element: HtmlElement): Record<string, unknown> {
  const start = Number(attributeOf(element, 'start') ?? 1);
  const type = attributeOf(element, 'type');
  return {
    start: Number.isInteger(start) && start >= 0 && start <= 9999 ? start : 1,
    type: ['1', 'a', 'A', 'i', 'I'].find((sign) => sign === type) ?? null,
  };
}

/**
 * Where the only first-level heading opens the text, it is the title, and the others move up by one. Deeper
 * headings than the third level are of the third.
 */
function withTitle(blocks: readonly NodeJson[]): NodeJson[] {
  const level = (node: NodeJson) => (node.type === 'heading' ? Number(node.attrs?.level) : 0);
  const hasTitle = blocks.filter((node) => level(node) === 1).length === 1 && level(blocks[0] ?? EMPTY) === 1;
  return blocks.map((node, index): NodeJson => {
    if (node.type !== 'heading') return node;
    if (hasTitle && index === 0) return { ...node, type: 'title', attrs: {} };
    return { ...node, attrs: { level: Math.min(3, level(node) - (hasTitle ? 1 : 0)) } };
  });
}

const EMPTY: NodeJson = { type: 'paragraph' };
