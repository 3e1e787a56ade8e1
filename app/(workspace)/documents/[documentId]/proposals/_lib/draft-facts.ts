import type { DraftFacts } from '@/components/proposals/types';
import { hasWords } from '@/domain/negotiation/proposal-place';
import type { ProposalView } from '@/server/queries/proposals';

/** A draft as the browser works on it: its words come through its room. */
export function draftFacts(proposal: ProposalView): DraftFacts {
  const { id, documentId, country, kind, clauseId, otherClauseId, rationale, base, onBehalf } = proposal;
  return {
    id,
    documentId,
    country,
    kind,
    clauseId,
    otherClauseId,
    class: proposal.class,
    rationale,
    base,
    hasWords: hasWords(kind),
    mayWrite: proposal.may.write,
    mayTable: proposal.may.table,
    onBehalf,
    replacesNumber: proposal.replaces?.number ?? null,
  };
}
