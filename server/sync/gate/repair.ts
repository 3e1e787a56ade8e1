import * as Y from 'yjs';
import type { Candidate } from './candidate';

export interface Repair {
  readonly updates: readonly Uint8Array[];
  /** Elements to judge again. */
  readonly touched: readonly Y.XmlElement[];
}

/**
 * Mends an element that lost what it cannot do without (SY16): two people who each delete one of the last two
 * items of a list leave a list of nothing, which no editor can show. A list or table of nothing goes; an item or
 * cell of nothing gets an empty paragraph. Null where there is nothing to mend.
 */
export function mend(candidate: Candidate, element: Y.XmlElement): Repair | null {
  switch (element.nodeName) {
    case 'bulletList':
    case 'orderedList':
    case 'table':
      return element.length === 0 ? remove(candidate, element) : null;
    case 'listItem':
    case 'tableCell':
    case 'tableHeader': {
      const { updates } = candidate.change(() => element.insert(0, [new Y.XmlElement('paragraph')]));
      return { updates, touched: [element] };
    }
    default:
      return null;
  }
}

function remove(candidate: Candidate, element: Y.XmlElement): Repair | null {
  const { parent } = element;
  if (!(parent instanceof Y.XmlFragment)) return null;
  const index = parent.toArray().indexOf(element);
  const { updates } = candidate.change(() => parent.delete(index, 1));
  return { updates, touched: parent instanceof Y.XmlElement ? [parent] : [] };
}
