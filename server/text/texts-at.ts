import * as Y from 'yjs';
import { canonicalText } from '../../domain/text/canonical';
import { textOfDoc } from './ydoc';

/** The canonical texts that a log makes at these positions (1 is after its first row), in one reading. */
export function textsAt(
  updates: readonly Uint8Array[],
  positions: readonly number[],
): ReadonlyMap<number, string> {
  const wanted = new Set(positions);
  const last = Math.max(0, ...positions);
  const texts = new Map<number, string>();
  const doc = new Y.Doc();
  updates.slice(0, last).forEach((update, index) => {
    Y.applyUpdate(doc, update);
    if (wanted.has(index + 1)) texts.set(index + 1, canonicalText(textOfDoc(doc)));
  });
  doc.destroy();
  return texts;
}
