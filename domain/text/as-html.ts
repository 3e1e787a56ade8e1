import { clausesOf } from './clauses';
import { type DocumentJson, type MarkJson, type NodeJson, numberAttr } from './document-json';
import { isPassageLanguage, isSafeLink } from './marks';
import { type HouseStyle, numberClauses } from './numbering';

export interface HtmlFacts {
  readonly title: string;
  readonly symbol: string;
  readonly language: string;
  readonly houseStyle: HouseStyle;
}

/** A text as a page of its own, without scripts, styles or anything fetched; every word is escaped. */
export function htmlOf(document: DocumentJson, facts: HtmlFacts): string {
  const labels = new Map<NodeJson, string>();
  const numbers = numberClauses(document, facts.houseStyle);
  clausesOf(document).forEach((clause, index) => {
    labels.set(clause.node, numbers[index]?.label ?? '');
  });
  const notes: string[] = [];
  const body = (document.content ?? []).map((node) => block(node, labels, notes)).join('\n');
  const footnotes = notes.map(
    (words, index) => `<p id="note-${index + 1}">${index + 1}. ${escaped(words)}</p>`,
  );
  return `<!doctype html>
<html lang="${escaped(facts.language)}">
<head>
<meta charset="utf-8">
<title>${escaped(`${facts.symbol}: ${facts.title}`)}</title>
</head>
<body>
${body}
${footnotes.join('\n')}
</body>
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
  if (node.type === 'table') return `<table>\n${inside.join('\n')}\n</table>`;
  const tag = node.type === 'heading' ? `h${numberAttr(node, 'level', 1) + 1}` : (TAGS[node.type] ?? 'p');
  const label = labels.get(node) ?? '';
  return `<${tag}${spans(node)}>${label === '' ? '' : `${escaped(label)} `}${inside.join('')}</${tag}>`;
}

function spans(node: NodeJson): string {
  return ['colspan', 'rowspan']
    .map((name) => [name, numberAttr(node, name, 1)] as const)
    .filter(([, value]) => value > 1)
    .map(([name, value]) => ` ${name}="${value}"`)
    .join('');
}

function inline(node: NodeJson, notes: string[]): string {
  if (node.type === 'hardBreak') return '<br>';
  if (node.type === 'footnote') {
    notes.push(String(node.attrs?.text ?? ''));
    return `<sup><a href="#note-${notes.length}">${notes.length}</a></sup>`;
  }
  return (node.marks ?? []).reduce(wrapped, escaped(node.text ?? ''));
}

function wrapped(words: string, mark: MarkJson): string {
  switch (mark.type) {
    case 'bold':
      return `<strong>${words}</strong>`;
    case 'italic':
      return `<em>${words}</em>`;
    case 'underline':
      return `<u>${words}</u>`;
    case 'language':
      return isPassageLanguage(mark.attrs?.lang) ? `<span lang="${mark.attrs.lang}">${words}</span>` : words;
    case 'link':
      return isSafeLink(mark.attrs?.href) ? `<a href="${escaped(mark.attrs.href)}">${words}</a>` : words;
    default:
      return words;
  }
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
