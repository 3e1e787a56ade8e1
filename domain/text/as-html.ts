import { clausesOf } from './clauses';
import { type DocumentJson, type MarkJson, type NodeJson, numberAttr } from './document-json';
import { escapedHtml, markedHtml } from './html-words';
import { type HouseStyle, numberClauses } from './numbering';

export interface HtmlFacts {
  readonly title: string;
  readonly symbol: string;
  readonly language: string;
  readonly houseStyle: HouseStyle;
}

/** What the page says it was written by: the reader of files (server/reading) takes such a page at its word. */
export const HTML_GENERATOR = 'Mufakat';

/**
 * A text as a page of its own, without scripts, styles or anything fetched; every word is escaped. What the tags of
 * HTML do not say (kinds of clauses, ids, levels) stands in data attributes, so that the page reads back as the text.
 */
export function htmlOf(document: DocumentJson, facts: HtmlFacts): string {
  const labels = new Map<NodeJson, string>();
  const numbers = numberClauses(document, facts.houseStyle);
  clausesOf(document).forEach((clause, index) => {
    labels.set(clause.node, numbers[index]?.label ?? '');
  });
  const notes: string[] = [];
  const body = (document.content ?? []).map((node) => block(node, labels, notes)).join('\n');
  const footnotes = notes.map(
    (words, index) => `<p id="note-${index + 1}">${index + 1}. ${escapedHtml(words)}</p>`,
  );
  return `<!doctype html>
<html lang="${escapedHtml(facts.language)}">
<head>
<meta charset="utf-8">
<meta name="generator" content="${HTML_GENERATOR}">
<title>${escapedHtml(`${facts.symbol}: ${facts.title}`)}</title>
</head>
<body>
${body}
${footnotes.length === 0 ? '' : `<section data-footnotes>\n${footnotes.join('\n')}\n</section>\n`}</body>
</html>
`;
}

const TAGS: Readonly<Record<string, string>> = {
  title: 'h1',
  annex: 'h2',
  bulletList: 'ul',
  orderedList: 'ol',
  listItem: 'li',
  tableRow: 'tr',
  tableCell: 'td',
  tableHeader: 'th',
};

function block(node: NodeJson, labels: ReadonlyMap<NodeJson, string>, notes: string[]): string {
  const inside = (node.content ?? []).map((child) =>
    child.type === 'text' || child.type === 'hardBreak' || child.type === 'footnote'
      ? inline(child, notes)
      : block(child, labels, notes),
  );
  if (node.type === 'table') return `<table${attributes(node)}>\n${inside.join('\n')}\n</table>`;
  const level = numberAttr(node, 'level', 1);
  const tag = node.type === 'heading' ? `h${level + 1}` : (TAGS[node.type] ?? 'p');
  const label = labels.get(node) ?? '';
  const number = label === '' ? '' : `<span data-number>${escapedHtml(label)} </span>`;
  return `<${tag}${kind(node)}${attributes(node)}>${number}${inside.join('')}</${tag}>`;
}

/** The kind of a clause that is running text; lists and tables are what their tags say. */
function kind(node: NodeJson): string {
  if (node.type in TAGS && node.type !== 'title' && node.type !== 'annex') return '';
  const level = node.attrs?.level;
  return ` data-clause="${escapedHtml(node.type)}"${typeof level === 'number' ? ` data-level="${level}"` : ''}`;
}

function attributes(node: NodeJson): string {
  const { id, colspan, rowspan, start, type, align, colwidth } = node.attrs ?? {};
  const written: readonly (readonly [string, unknown, boolean])[] = [
    ['data-id', id, typeof id === 'string'],
    ['colspan', colspan, typeof colspan === 'number' && colspan > 1],
    ['rowspan', rowspan, typeof rowspan === 'number' && rowspan > 1],
    ['start', start, typeof start === 'number' && start !== 1],
    ['type', type, typeof type === 'string'],
    ['align', align, typeof align === 'string'],
    ['colwidth', colwidth, Array.isArray(colwidth)],
  ];
  return written
    .filter(([, , isSaid]) => isSaid)
    .map(([name, value]) => ` ${name}="${escapedHtml(String(value))}"`)
    .join('');
}

function inline(node: NodeJson, notes: string[]): string {
  const marks = node.marks ?? [];
  if (node.type === 'hardBreak') return marks.reduce(wrapped, '<br>');
  if (node.type === 'footnote') {
    const words = String(node.attrs?.text ?? '');
    notes.push(words);
    const number = String(notes.length);
    // A link within a link is no HTML.
    const isLinked = marks.some((mark) => mark.type === 'link');
    const sign = isLinked ? number : `<a href="#note-${number}">${number}</a>`;
    return marks.reduce(wrapped, `<sup data-footnote data-text="${escapedHtml(words)}">${sign}</sup>`);
  }
  return marks.reduce(wrapped, escapedHtml(node.text ?? ''));
}

function wrapped(html: string, mark: MarkJson): string {
  return markedHtml(html, mark, linkAttributes);
}

const LINK_ATTRIBUTES = ['href', 'target', 'rel', 'class', 'title'] as const;

function linkAttributes(mark: MarkJson): string {
  return LINK_ATTRIBUTES.map((name) => {
    const value = mark.attrs?.[name];
    return typeof value === 'string' ? ` ${name}="${escapedHtml(value)}"` : '';
  }).join('');
}
