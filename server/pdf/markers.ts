import { type Clause, nodeAt } from '../../domain/text/clauses';
import { type DocumentJson, type NodeJson, numberAttr, stringAttr } from '../../domain/text/document-json';
import { letters, roman } from '../../domain/text/numbering';

/** What stands before the items of a list: "•", "3.", "(b)" are the text's own, never the typesetter's. */
export function listMarker(list: NodeJson, index: number): string {
  if (list.type !== 'orderedList') return '•';
  const number = numberAttr(list, 'start', 1) + index;
  return `${ordinal(number, stringAttr(list, 'type'))}.`;
}

function ordinal(number: number, type: string | null): string {
  // Letters and Roman numbers begin at 1.
  if (number < 1) return String(number);
  switch (type) {
    case 'a':
      return letters(number);
    case 'A':
      return letters(number).toUpperCase();
    case 'i':
      return roman(number);
    case 'I':
      return roman(number).toUpperCase();
    default:
      return String(number);
  }
}

/** The marker of every clause that is a list item, in the order of the clauses; "" for the others. */
export function markersOf(document: DocumentJson, clauses: readonly Clause[]): string[] {
  return clauses.map((clause) => {
    if (clause.kind !== 'listItem') return '';
    const list = nodeAt(document, clause.path.slice(0, -1));
    return list === null ? '•' : listMarker(list, clause.path.at(-1) ?? 0);
  });
}
