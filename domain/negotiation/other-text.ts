import { type Refusal, refuse } from '../refusal';
import type { DocumentJson } from '../text/document-json';
import { firstDifference } from './first-difference';
import { firstWordsOf } from './proposed-between';

/** IM27 with the first words of the clause from which on `other` is another text; null where the two read alike. */
export function otherText(standing: DocumentJson, other: DocumentJson): Refusal | null {
  const difference = firstDifference(standing, other);
  if (difference === null) return null;
  const clause = difference.is ?? difference.wanted;
  const words = clause === null ? '' : firstWordsOf(clause);
  return words === '' ? refuse('IM27') : refuse('IM27', { words });
}
