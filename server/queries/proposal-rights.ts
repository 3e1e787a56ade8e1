import type { BackingRow, ChallengeRow, ProposalRow } from '../../db/proposals';
import { isWaiting } from '../../domain/negotiation/dispositions';
import { type Actor, can } from '../../domain/policy/can';
import { canReleaseProposal, canWriteProposal, type ProposalSubject } from '../../domain/policy/proposals';
import { delegationLedBy, innerRingOf } from '../../domain/policy/rings';

/** What the person who asks may do with a proposal now. */
export interface ProposalRights {
  readonly write: boolean;
  readonly table: boolean;
  readonly giveUp: boolean;
  readonly withdraw: boolean;
  readonly replace: boolean;
  readonly confirm: boolean;
  readonly back: boolean;
  readonly stopBacking: boolean;
  readonly challenge: boolean;
  readonly settle: boolean;
}

/** What the buttons beside a proposal mirror; the use-cases ask again. `backings` are those that stand. */
export function rightsOf(
  actor: Actor,
  row: ProposalRow,
  subject: ProposalSubject,
  backings: readonly BackingRow[],
  challenges: readonly ChallengeRow[],
): ProposalRights {
  const { document } = subject;
  const isOpen = isWaiting(row.state);
  const writes = canWriteProposal(actor, subject).ok;
  const releases = canReleaseProposal(actor, subject).ok;
  const led = delegationLedBy(actor, document.bodyId);
  const ring = innerRingOf(actor, document.bodyId);
  const speaks = isOpen && led !== null && can(actor, 'tableProposal', document).ok;
  const isUnconfirmed = row.onBehalf && row.confirmedAt === null;
  const enters = isUnconfirmed && can(actor, 'proposeOnBehalf', document).ok;
  const isOthers = row.country !== ring;
  const open = challenges.filter(({ settledAt }) => settledAt === null);
  return {
    write: writes,
    table: writes && (row.onBehalf || releases),
    giveUp: writes,
    withdraw: isOpen && (releases || enters),
    replace: isOpen && row.country === ring && can(actor, 'propose', document).ok,
    confirm: isOpen && isUnconfirmed && releases,
    back: speaks && row.country !== led && !backings.some(({ country }) => country === led),
    stopBacking: speaks && backings.some(({ country }) => country === led),
    challenge:
      isOpen &&
      ring !== null &&
      isOthers &&
      can(actor, 'challengeClass', document).ok &&
      !open.some(({ country }) => country === ring),
    settle: isOpen && open.length > 0 && can(actor, 'dispose', document).ok,
  };
}
