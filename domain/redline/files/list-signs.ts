import { clausesOf, nodeAt } from '../../text/clauses';
import { type DocumentJson, type NodeJson, numberAttr, stringAttr } from '../../text/document-json';
import { letters, roman } from '../../text/numbering';

/** The bullet or number before each clause of `clausesOf(document)` that is a list item, "" before all others. */
export function listSigns(document: DocumentJson): string[] {
  return clausesOf(document).map((clause) => {
    if (clause.kind !== 'listItem') return '';
    const list = nodeAt(document, clause.path.slice(0, -1));
    return list === null || list.type === 'bulletList' ? '•' : `${numbered(list, clause.path.at(-1) ?? 0)}.`;
  });
}

function numbered(list: NodeJson, index: number): string {
  const number = numberAttr(list, 'start', 1) + index;
  switch (stringAttr(list, 'type')) {
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
