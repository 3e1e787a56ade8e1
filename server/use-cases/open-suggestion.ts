import type { Db } from '../../db/client';
import { type DispositionRow, dispositionsOn } from '../../db/dispositions';
import { proposalsOn } from '../../db/proposals';
import { openSuggestions } from '../../domain/negotiation/suggestions';
import { accept, type Outcome, refuse } from '../../domain/refusal';

/** The rows of a suggestion that stands, one for each of its proposals; NP34 where it does not stand any more. */
export function openSuggestion(
  db: Db,
  documentId: string,
  actId: string,
): Outcome<readonly DispositionRow[]> {
  const recorded = dispositionsOn(db, documentId);
  const states = new Map(proposalsOn(db, documentId).map(({ id, state }) => [id, state]));
  if (!openSuggestions(recorded, states).includes(actId)) return refuse('NP34');
  return accept(recorded.filter((row) => row.actId === actId));
}
