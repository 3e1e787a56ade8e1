import type { Db } from '../../db/client';
import { type LineageRow, lineageOf } from '../../db/tier-decisions';
import type { ForwardedFrom } from '../../domain/procedure/evidence';

/** Every decision on one document, oldest first. */
export function takenOn(tx: Db, documentId: string): LineageRow[] {
  return lineageOf(tx, [documentId]);
}

/** The decision by which a text came to the tier that decides now, as evidence quotes it; null for the first. */
export function forwardedFrom(row: LineageRow | undefined): ForwardedFrom | null {
  if (row === undefined) return null;
  const { id, verb, meeting, at, textHash } = row;
  return { id, verb, meeting: meeting.title, tier: meeting.tier, at, textHash };
}
