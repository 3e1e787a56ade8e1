import { atomic } from '../../db/atomic';
import { challengesOf, changeProposal, insertChallenge, settleChallenge as settle } from '../../db/proposals';
import { checkChallenge, checkTabled } from '../../domain/negotiation/proposal-rules';
import type { ProposalClass } from '../../domain/negotiation/types';
import type { Actor } from '../../domain/policy/can';
import { innerRingOf } from '../../domain/policy/rings';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import { newId } from '../ids';
import type { Runtime } from '../runtime';
import { may, permittedProposal } from './permitted-proposal';
import { recordProposalEvent, spokespeopleOf, tellOfProposal } from './proposal-event';

/** Says that a proposal of another delegation is not of the class it claims, and why (NP14). */
export async function challengeClass(
  runtime: Runtime,
  actor: Actor,
  input: { readonly proposalId: string; readonly reason: string },
): Promise<Outcome<true>> {
  const reason = input.reason.trim().normalize('NFC');
  const at = runtime.clock.now();
  return atomic(runtime.db, (tx): Outcome<true> => {
    const found = permittedProposal(tx, actor, input.proposalId, may('challengeClass'));
    if (!found.ok) return found;
    const { document, proposal } = found.value;
    const country = innerRingOf(actor, document.bodyId);
    if (country === null) return refuse('PO2');
    const open = challengesOf(tx, [proposal.id]).filter((challenge) => challenge.settledAt === null);
    const checked = checkChallenge(proposal, country, reason, open);
    if (!checked.ok) return checked;
    const id = newId('chl');
    insertChallenge(tx, {
      id,
      proposalId: proposal.id,
      country,
      reason,
      by: actor.userId,
      at,
      settledAt: null,
      settledBy: null,
      settledClass: null,
    });
    recordProposalEvent(tx, actor, document, proposal, at, 'classChallenged');
    const owners = spokespeopleOf(proposal.country, actor.userId);
    tellOfProposal(tx, at, document, proposal, 'classChallenged', owners, id, country);
    const chair = { roles: ['chair'], except: actor.userId };
    tellOfProposal(tx, at, document, proposal, 'classChallenged', chair, id, country);
    return accept(true);
  });
}

/** The chair finds of which class the proposal is: every challenge that is open is settled by it, once (NP15). */
export async function settleChallenge(
  runtime: Runtime,
  actor: Actor,
  input: { readonly proposalId: string; readonly class: ProposalClass },
): Promise<Outcome<true>> {
  const at = runtime.clock.now();
  return atomic(runtime.db, (tx): Outcome<true> => {
    const found = permittedProposal(tx, actor, input.proposalId, may('dispose'));
    if (!found.ok) return found;
    const { document, proposal } = found.value;
    const tabled = checkTabled(proposal);
    if (!tabled.ok) return tabled;
    const open = challengesOf(tx, [proposal.id]).filter((challenge) => challenge.settledAt === null);
    if (open.length === 0) return refuse('NP15');
    for (const { id } of open) {
      settle(tx, id, { settledAt: at, settledBy: actor.userId, settledClass: input.class });
    }
    if (proposal.class !== input.class) changeProposal(tx, proposal.id, { class: input.class });
    recordProposalEvent(tx, actor, document, proposal, at, 'classSettled', { settledClass: input.class });
    return accept(true);
  });
}
