import { listChairTerms, listCountries, listMemberships } from '../../db/bodies';
import type { Db } from '../../db/client';
import { type RosterLine, rosterAt } from '../../domain/body/grants';

/** The roster of a body at an instant, as a decision keeps it. */
export function rosterOf(tx: Db, bodyId: string, at: string): RosterLine[] {
  return rosterAt(bodyId, listMemberships(tx, bodyId), listChairTerms(tx, bodyId), listCountries(tx), at);
}
