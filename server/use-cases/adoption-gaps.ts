import type { Db } from '../../db/client';
import type { DocumentRow } from '../../db/documents';
import { nextProposalNumber } from '../../db/proposals';
import { HEAD_TABLE } from '../../domain/negotiation/positions';
import { type AdoptionGap, adoptionGaps } from '../../domain/procedure/adoption-gaps';
import {
  clauseFacts,
  clausesNow,
  type NegotiationFacts,
  negotiationFacts,
  positionsSeen,
} from './negotiation-facts';
import type { StandingText } from './standing-text';

/**
 * What is missing before a text can be adopted (PR33–PR39), as the chair and the secretariat may know it: what a
 * delegation keeps to itself holds nobody up. A draft that was never negotiated misses nothing.
 */
export function adoptionGapsOf(
  db: Db,
  document: Pick<DocumentRow, 'id' | 'bodyId' | 'state' | 'houseStyle'>,
  standing: StandingText,
  at: string,
): AdoptionGap[] {
  const clauses = clausesNow(standing, document.houseStyle);
  const facts = negotiationFacts(db, document, { hash: standing.hash, clauses }, at);
  return document.state === 'draft' && !wasNegotiated(db, document.id, facts) ? [] : gapsIn(facts);
}

/**
 * Delegations whose objection to the text, or to a clause that stands in it, holds (SP7), as far as the chair may know.
 * An objection to a clause that is gone holds nobody up: nobody could lift it any more.
 */
export function objectingTo(
  db: Db,
  document: Pick<DocumentRow, 'id' | 'bodyId' | 'state' | 'houseStyle'>,
  standing: StandingText,
  at: string,
): string[] {
  const gaps = adoptionGapsOf(db, document, standing, at);
  return [...new Set(gaps.flatMap(({ rule, delegations }) => (rule === 'PR34' ? delegations : [])))].sort();
}

function gapsIn(facts: NegotiationFacts): AdoptionGap[] {
  const inClauses = new Set(facts.clauses.map(({ id }) => id));
  return adoptionGaps({
    clauses: facts.clauses.map((clause) => ({
      id: clause.id,
      name: clause.citation || clause.opening,
      facts: clauseFacts(facts, clause, HEAD_TABLE),
    })),
    whole: positionsSeen(facts, null, HEAD_TABLE),
    otherProposals: facts.proposals.filter(
      ({ kind, clauseId }) => kind === 'insert' || clauseId === null || !inClauses.has(clauseId),
    ).length,
  });
}

/**
 * Whether anybody said anything to others about the text, or the chair found something of it, whatever became of it since:
 * a text that was sent back to draft is not a new one.
 */
function wasNegotiated(db: Db, documentId: string, facts: NegotiationFacts): boolean {
  const isShared = [...facts.positions.values()].some((rows) =>
    rows.some(({ ring }) => ring !== 'delegation'),
  );
  const wasTabled = nextProposalNumber(db, documentId) > 1;
  const isOpen = facts.clauses.some(({ brackets }) => brackets > 0);
  return isShared || wasTabled || isOpen || facts.acts.size > 0;
}
