import { atomic } from '../../db/atomic';
import { changeProposal } from '../../db/proposals';
import { lastPosition } from '../../db/update-log';
import { checkRationale } from '../../domain/negotiation/proposal-rules';
import type { ProposalClass } from '../../domain/negotiation/types';
import type { Actor } from '../../domain/policy/can';
import { canWriteProposal } from '../../domain/policy/proposals';
import { accept, type Outcome } from '../../domain/refusal';
import type { Runtime } from '../runtime';
import { permittedProposal } from './permitted-proposal';
import { spokespeopleOf, tellOfProposal } from './proposal-event';

/** Says of which class a draft is and why it is proposed; for ever once it is tabled. */
export async function describeProposal(
  runtime: Runtime,
  actor: Actor,
  input: {
    readonly proposalId: string;
    readonly class?: ProposalClass;
    readonly rationale?: string;
  },
): Promise<Outcome<true>> {
  return atomic(runtime.db, (tx): Outcome<true> => {
    const found = permittedProposal(tx, actor, input.proposalId, canWriteProposal);
    if (!found.ok) return found;
    const { proposal } = found.value;
    const rationale = (input.rationale ?? proposal.rationale).trim().normalize('NFC');
    const reasoned = checkRationale(proposal.kind, rationale, false);
    if (!reasoned.ok) return reasoned;
    changeProposal(tx, proposal.id, { rationale, class: input.class ?? proposal.class });
    return accept(true);
  });
}

/** Asks whoever speaks for the delegation to release a draft. Nobody outside it is told. */
export async function askForRelease(
  runtime: Runtime,
  actor: Actor,
  input: { readonly proposalId: string },
): Promise<Outcome<true>> {
  const at = runtime.clock.now();
  return atomic(runtime.db, (tx): Outcome<true> => {
    const found = permittedProposal(tx, actor, input.proposalId, canWriteProposal);
    if (!found.ok) return found;
    const { document, proposal } = found.value;
    // Asked again over the same words, nobody is told again.
    const occasion = `at ${lastPosition(tx, proposal.id)}`;
    const to = spokespeopleOf(proposal.country, actor.userId);
    tellOfProposal(tx, at, document, proposal, 'proposalAwaitsRelease', to, occasion);
    return accept(true);
  });
}
