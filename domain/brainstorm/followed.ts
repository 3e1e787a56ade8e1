import { compareTexts } from '../redline';
import type { DocumentJson } from '../text/document-json';
import type { HouseStyle } from '../text/numbering';

/**
 * BS15: where the words of clauses that are gone stand now: the clause into which a clause was joined, or the one that
 * has its words under another id. What was deleted is in no clause.
 */
export function followClauses(
  then: DocumentJson,
  now: DocumentJson,
  gone: readonly string[],
  houseStyle: HouseStyle,
): ReadonlyMap<string, string> {
  const followed = new Map<string, string>();
  for (const { status, old, new: fresh } of compareTexts(then, now, { houseStyle }).rows) {
    if (status === 'deleted' || status === 'moved-away' || old === null || fresh === null) continue;
    if (old.id !== null && fresh.id !== null && gone.includes(old.id) && !followed.has(old.id))
      followed.set(old.id, fresh.id);
  }
  return followed;
}
