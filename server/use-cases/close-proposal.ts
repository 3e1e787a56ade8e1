import { atomic } from '../../db/atomic';
import { changeProposal } from '../../db/proposals';
import { checkTabled } from '../../domain/negotiation/proposal-rules';
import { type Actor, can, rolesIn } from '../../domain/policy/can';
import { canReleaseProposal, canWriteProposal, type ProposalSubject } from '../../domain/policy/proposals';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import type { Runtime } from '../runtime';
import { permittedProposal } from './permitted-proposal';
import { recordProposalEvent } from './proposal-event';

/** Ends a draft that shall not be tabled. It stays its delegation's, unseen by others, and nobody writes in it any more. */
export async function giveUpProposal(
  runtime: Runtime,
  actor: Actor,
  input: { readonly proposalId: string },
): Promise<Outcome<true>> {
  const given = atomic(runtime.db, (tx): Outcome<true> => {
    const found = permittedProposal(tx, actor, input.proposalId, canWriteProposal);
    if (!found.ok) return found;
    // The state is named again so that the clock of rights ticks.
    changeProposal(tx, input.proposalId, { state: 'draft', closedAt: runtime.clock.now() });
    return accept(true);
  });
  if (given.ok) runtime.live.reviewDocument(input.proposalId);
  return given;
}

/** Takes a tabled proposal back, for the record and for ever; one entered on behalf is disowned like that too. */
export async function withdrawProposal(
  runtime: Runtime,
  actor: Actor,
  input: { readonly proposalId: string },
): Promise<Outcome<true>> {
  const at = runtime.clock.now();
  const withdrawn = atomic(runtime.db, (tx): Outcome<true> => {
    const found = permittedProposal(tx, actor, input.proposalId);
    if (!found.ok) return found;
    const { document, proposal, subject } = found.value;
    const isOwn = isOwnEntry(actor, subject, proposal.confirmedAt);
    const allowed = isOwn
      ? can(actor, 'proposeOnBehalf', subject.document)
      : canReleaseProposal(actor, subject);
    if (!allowed.ok) return allowed;
    const open = checkTabled(proposal);
    if (!open.ok) return open;
    changeProposal(tx, proposal.id, { state: 'withdrawn', closedAt: at });
    // Whoever entered it takes it back; only its delegation can disown it.
    const isDisowned = !isOwn && proposal.onBehalf && proposal.confirmedAt === null;
    recordProposalEvent(tx, actor, document, proposal, at, isDisowned ? 'disowned' : 'withdrawn');
    return accept(true);
  });
  if (withdrawn.ok) runtime.live.reviewDocument(input.proposalId);
  return withdrawn;
}

/** A delegation confirms what the secretariat entered for it (NP16). */
export async function confirmProposal(
  runtime: Runtime,
  actor: Actor,
  input: { readonly proposalId: string },
): Promise<Outcome<true>> {
  const at = runtime.clock.now();
  return atomic(runtime.db, (tx): Outcome<true> => {
    const found = permittedProposal(tx, actor, input.proposalId, canReleaseProposal);
    if (!found.ok) return found;
    const { document, proposal } = found.value;
    const open = checkTabled(proposal);
    if (!open.ok) return open;
    if (!proposal.onBehalf || proposal.confirmedAt !== null) return refuse('NP16', { field: '' });
    changeProposal(tx, proposal.id, { confirmedAt: at, confirmedBy: actor.userId });
    recordProposalEvent(tx, actor, document, proposal, at, 'confirmed');
    return accept(true);
  });
}

/** Until the delegation has confirmed it, the secretariat may take back what it entered itself. */
function isOwnEntry(
  actor: Actor,
  { onBehalf, document }: ProposalSubject,
  confirmedAt: string | null,
): boolean {
  return onBehalf && confirmedAt === null && rolesIn(actor, document.bodyId).includes('secretariat');
}
