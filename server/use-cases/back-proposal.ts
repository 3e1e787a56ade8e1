import { atomic } from '../../db/atomic';
import { type BackingRow, backingsOf, insertBacking, withdrawBacking } from '../../db/proposals';
import { checkBacking, checkTabled } from '../../domain/negotiation/proposal-rules';
import type { Actor } from '../../domain/policy/can';
import { delegationLedBy } from '../../domain/policy/rings';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import { newId } from '../ids';
import type { Runtime } from '../runtime';
import { may, permittedProposal } from './permitted-proposal';
import { recordProposalEvent } from './proposal-event';

/** Stands behind a tabled proposal of another delegation: sponsors it with them, or supports it (NP12). */
export async function backProposal(
  runtime: Runtime,
  actor: Actor,
  input: { readonly proposalId: string; readonly kind: BackingRow['kind'] },
): Promise<Outcome<true>> {
  const at = runtime.clock.now();
  return atomic(runtime.db, (tx): Outcome<true> => {
    const found = permittedProposal(tx, actor, input.proposalId, may('tableProposal'));
    if (!found.ok) return found;
    const { document, proposal } = found.value;
    const country = delegationLedBy(actor, document.bodyId);
    if (country === null) return refuse('PO2');
    const standing = backingsOf(tx, [proposal.id]).filter((backing) => backing.withdrawnAt === null);
    const checked = checkBacking(proposal, country, standing);
    if (!checked.ok) return checked;
    insertBacking(tx, {
      id: newId('bck'),
      proposalId: proposal.id,
      country,
      kind: input.kind,
      by: actor.userId,
      at,
      withdrawnAt: null,
    });
    recordProposalEvent(tx, actor, document, proposal, at, 'backed', { backing: input.kind });
    return accept(true);
  });
}

/** Stands behind it no longer. That the delegation did stays on record. */
export async function stopBacking(
  runtime: Runtime,
  actor: Actor,
  input: { readonly proposalId: string },
): Promise<Outcome<true>> {
  const at = runtime.clock.now();
  return atomic(runtime.db, (tx): Outcome<true> => {
    const found = permittedProposal(tx, actor, input.proposalId, may('tableProposal'));
    if (!found.ok) return found;
    const { document, proposal } = found.value;
    const open = checkTabled(proposal);
    if (!open.ok) return open;
    const country = delegationLedBy(actor, document.bodyId);
    const own = backingsOf(tx, [proposal.id]).find(
      (backing) => backing.withdrawnAt === null && backing.country === country,
    );
    if (own === undefined) return refuse('NP12');
    withdrawBacking(tx, own.id, at);
    recordProposalEvent(tx, actor, document, proposal, at, 'backingWithdrawn', { backing: own.kind });
    return accept(true);
  });
}
