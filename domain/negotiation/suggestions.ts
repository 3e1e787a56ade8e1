import { isWaiting } from './dispositions';
import type { DispositionKind, ProposalState } from './types';

/** A disposition as it is on record. */
export interface RecordedDisposition {
  readonly actId: string;
  readonly proposalId: string;
  readonly kind: DispositionKind;
  readonly isSuggestion: boolean;
}

/**
 * Acts of the chair that are suggested and stand (NP34): not carried out, not replaced by a later suggestion on one of
 * their proposals, and all their proposals wait. `recorded` oldest first; in the order in which they were suggested.
 */
export function openSuggestions(
  recorded: readonly RecordedDisposition[],
  states: ReadonlyMap<string, ProposalState>,
): string[] {
  const newest = new Map<string, string>();
  for (const { proposalId, actId } of recorded) newest.set(proposalId, actId);
  const done = new Set(recorded.filter((row) => !row.isSuggestion).map(({ actId }) => actId));
  const suggested = new Map<string, string[]>();
  for (const { actId, proposalId, isSuggestion } of recorded) {
    if (isSuggestion) suggested.set(actId, [...(suggested.get(actId) ?? []), proposalId]);
  }
  return [...suggested].flatMap(([actId, proposals]) => {
    const stands = proposals.every((id) => newest.get(id) === actId && isWaiting(states.get(id) ?? 'draft'));
    return stands && !done.has(actId) ? [actId] : [];
  });
}
