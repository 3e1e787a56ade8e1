import type { Db } from '../../db/client';
import { backingsOf, type ProposalHead, proposalTexts } from '../../db/proposals';
import type { StoredProposal } from '../../domain/negotiation/compiled';
import { hasWords } from '../../domain/negotiation/proposal-place';

export interface Sponsored {
  /** The delegation and its co-sponsors. */
  readonly countries: readonly string[];
}

type Head = Pick<ProposalHead, 'id' | 'country' | 'state' | 'kind' | 'clauseId' | 'otherClauseId'>;

/** Those on the table, in their order, with whoever stands behind them: whoever may read the negotiation sees them. */
export function withSponsors<Proposal extends Head>(
  db: Db,
  heads: readonly Proposal[],
): (Proposal & Sponsored)[] {
  const tabled = heads.filter(({ state }) => state === 'tabled');
  const sponsors = new Map<string, string[]>();
  const backings = backingsOf(
    db,
    tabled.map(({ id }) => id),
  );
  for (const { proposalId, kind, country, withdrawnAt } of backings) {
    if (kind !== 'cosponsor' || withdrawnAt !== null) continue;
    sponsors.set(proposalId, [...(sponsors.get(proposalId) ?? []), country]);
  }
  return tabled.map((head) => ({
    ...head,
    countries: [...new Set([head.country, ...(sponsors.get(head.id) ?? [])])],
  }));
}

/** What a compilation is made of: each with its words, as they are stored. */
export function withWords(db: Db, tabled: readonly (Head & Sponsored)[]): StoredProposal[] {
  const texts = proposalTexts(
    db,
    tabled.filter(({ kind }) => hasWords(kind)).map(({ id }) => id),
  );
  return tabled.map(({ id, kind, clauseId, otherClauseId, countries }) => ({
    ...{ id, kind, clauseId, otherClauseId, countries },
    words: texts.get(id) ?? null,
  }));
}
