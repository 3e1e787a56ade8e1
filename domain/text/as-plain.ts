import { clausesOf, clauseText } from './clauses';
import type { DocumentJson, NodeJson } from './document-json';
import { type HouseStyle, numberClauses } from './numbering';

/** A text for terminals and text tools: one clause a paragraph, numbers before it, rows with tabs, footnotes below. */
export function plainOf(document: DocumentJson, houseStyle: HouseStyle): string {
  const numbers = numberClauses(document, houseStyle);
  const footnotes = footnotesOf(document);
  const clauses = clausesOf(document).map((clause, index) => {
    const label = numbers[index]?.label ?? '';
    const words = clauseText(clause);
    if (clause.kind === 'listItem') return `${'  '.repeat(clause.level)}• ${words}`;
    const indent = clause.kind === 'operative' ? '   '.repeat(clause.level - 1) : '';
    return `${indent}${label === '' ? '' : `${label} `}${words}`;
  });
  const notes = footnotes.map((words, index) => `[${index + 1}] ${words}`);
  return `${[...clauses, ...notes].join('\n\n')}\n`;
}

function footnotesOf(node: NodeJson): string[] {
  if (node.type === 'footnote') return [String(node.attrs?.text ?? '')];
  return (node.content ?? []).flatMap(footnotesOf);
}
