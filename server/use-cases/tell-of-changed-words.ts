import { everyStandingClearance } from '../../db/clearances';
import type { Db } from '../../db/client';
import type { DocumentRow } from '../../db/documents';
import { editorialChangesOf } from '../../db/editorial-changes';
import { hasPositions } from '../../db/positions';
import { toReconfirm } from '../../domain/negotiation/clause-state';
import { sameButEditorial } from '../../domain/negotiation/positions';
import { SPEAKING_ROLES } from '../../domain/policy/rings';
import { digestText } from '../../domain/text/digest';
import {
  clausesNow,
  type NegotiationFacts,
  negotiationFacts,
  positionsSeen,
  textSteps,
} from './negotiation-facts';
import type { StandingText } from './standing-text';
import { tell } from './tell';

/**
 * Tells each delegation, and nobody else, what the change of a text means for what it said before: positions that
 * ask to be reconfirmed (PS2), a clearance of its capital that is void for the words of now (PS27). Call it in the
 * transaction that changed the words or kept them as a version; what was told once is not told again.
 */
export function tellOfChangedWords(tx: Db, at: string, document: DocumentRow, standing: StandingText): void {
  tellOfVoidedClearances(tx, at, document, standing.hash);
  if (!hasPositions(tx, document.id)) return;
  const clauses = clausesNow(standing, document.houseStyle);
  const facts = negotiationFacts(tx, document, { hash: standing.hash, clauses }, at);
  for (const country of facts.members) {
    const ids = idsToReconfirm(facts, country);
    if (ids.length > 0) {
      tell(tx, at, {
        kind: 'positionToReconfirm',
        bodyId: document.bodyId,
        documentId: document.id,
        data: { count: ids.length },
        key: `positionToReconfirm:${document.id}:${country}:${digestText(ids.join(' '))}`,
        to: { roles: SPEAKING_ROLES, countries: [country] },
      });
    }
  }
}

/** Ids of the positions of a delegation, as it knows them itself, that were taken on other words. */
function idsToReconfirm(facts: NegotiationFacts, country: string): string[] {
  const eyes = { headTable: false, ring: country };
  return [...facts.clauses, null]
    .flatMap((clause) => positionsSeen(facts, clause, eyes))
    .filter((position) => position.country === country && toReconfirm([position]).length > 0)
    .map(({ id }) => id);
}

function tellOfVoidedClearances(tx: Db, at: string, document: DocumentRow, textHash: string): void {
  const steps = textSteps(editorialChangesOf(tx, document.id));
  // Only the newest clearance of a capital is one that anybody would rely on.
  const newest = new Map(everyStandingClearance(tx, document.id).map((row) => [row.country, row]));
  for (const { id, country, number, hash } of newest.values()) {
    if (sameButEditorial(hash, textHash, steps)) continue;
    tell(tx, at, {
      kind: 'clearanceVoided',
      bodyId: document.bodyId,
      documentId: document.id,
      data: { number },
      key: `clearanceVoided:${id}`,
      to: { roles: SPEAKING_ROLES, countries: [country] },
    });
  }
}
