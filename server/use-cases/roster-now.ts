import { listChairTerms, listCountries, listMemberships } from '../../db/bodies';
import type { Db } from '../../db/client';
import { type RosterLine, rosterAt } from '../../domain/body/grants';

/** The body's roster at an instant, in the order of its countries. */
export function rosterNow(db: Db, bodyId: string, at: string): RosterLine[] {
  return rosterAt(bodyId, listMemberships(db, bodyId), listChairTerms(db, bodyId), listCountries(db), at);
}

/** Codes of the members of a body at an instant: whose word a consensus needs. */
export function membersNow(db: Db, bodyId: string, at: string): string[] {
  return rosterNow(db, bodyId, at)
    .filter(({ standing }) => standing === 'member')
    .map(({ country }) => country);
}
