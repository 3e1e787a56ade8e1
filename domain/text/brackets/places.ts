import { clauseParts, clausesOf } from '../clauses';
import type { DocumentJson, NodeJson } from '../document-json';
import { writtenText } from './write';

interface Placed {
  readonly clause: number;
  readonly from: number;
  readonly to: number;
}

/** Places in the words of a text, where the same words stand once its brackets are written as signs. */
export function besideSigns<Place extends Placed>(text: DocumentJson, places: readonly Place[]): Place[] {
  const { document, signs } = writtenText(text, { attribution: 'delegations' });
  if (signs.size === 0) return [...places];
  const clauses = clausesOf(document);
  return places.map((place) => {
    const clause = clauses[place.clause];
    if (clause === undefined) return place;
    const parts = clauseParts(clause).map(({ text, node }) => ({
      length: text.length,
      isSign: isOf(signs, node),
    }));
    const to = shifted(parts, place.to, false);
    return { ...place, to, from: place.from === place.to ? to : shifted(parts, place.from, true) };
  });
}

function isOf(signs: ReadonlySet<NodeJson>, node: NodeJson | null): boolean {
  return node !== null && signs.has(node);
}

/** A place between two words, one of which is a sign's: `isStart` puts it behind the signs, an end before them. */
function shifted(
  parts: readonly { readonly length: number; readonly isSign: boolean }[],
  offset: number,
  isStart: boolean,
): number {
  let words = 0;
  let written = 0;
  for (const { length, isSign } of parts) {
    if (!isSign) {
      if (isStart ? offset < words + length : offset <= words + length) return written + offset - words;
      words += length;
    }
    written += length;
  }
  return written;
}
