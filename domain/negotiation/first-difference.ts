import { type Clause, clausesOf } from '../text/clauses';
import type { DocumentJson } from '../text/document-json';
import { clauseForm, holderForms } from './clause-form';

/** Where two texts begin to differ: the clauses that stand there, null where one of them has ended. */
export interface Difference {
  readonly is: Clause | null;
  readonly wanted: Clause | null;
}

/**
 * The first clause of a text that is not who, what or where another text has it; null where the two read alike.
 * `counts` says which clauses are compared: all of them, unless some are spoken for already.
 */
export function firstDifference(
  text: DocumentJson,
  wanted: DocumentJson,
  counts: (clause: Clause) => boolean = () => true,
): Difference | null {
  const [are, shall] = [clausesOf(text).filter(counts), clausesOf(wanted).filter(counts)];
  const [places, wantedPlaces] = [holderForms(text, are), holderForms(wanted, shall)];
  for (let at = 0; at < Math.max(are.length, shall.length); at++) {
    const [is = null, wish = null] = [are[at], shall[at]];
    const isSame =
      is !== null &&
      wish !== null &&
      is.id === wish.id &&
      places[at] === wantedPlaces[at] &&
      (is.node === wish.node || clauseForm(is) === clauseForm(wish));
    if (!isSame) return { is, wanted: wish };
  }
  return null;
}
