import { atomic } from '../../db/atomic';
import { findMembership, listMemberships, setMembershipEnd } from '../../db/bodies';
import { instantUntil } from '../../domain/body/days';
import { decideMembership } from '../../domain/body/spans';
import type { Actor } from '../../domain/policy/can';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import type { Runtime } from '../runtime';
import { permittedInBody, recordAct, reviewDelegation } from './body-act';

export interface EndMembershipInput {
  readonly membershipId: string;
  /** The last day, or an instant (exclusive). */
  readonly to: string;
}

/** Ends a membership, or corrects the day on which it ends. It stays on record: rosters of the past need it. */
export async function endMembership(
  runtime: Runtime,
  actor: Actor,
  input: EndMembershipInput,
): Promise<Outcome<true>> {
  const found = findMembership(runtime.db, input.membershipId);
  if (found === undefined) return refuse('PO1');
  const allowed = permittedInBody(runtime.db, actor, 'manageMembers', found.bodyId);
  if (!allowed.ok) return allowed;
  const to = instantUntil(input.to);
  if (to === null) return refuse('BO10', { field: 'to' });
  const done = atomic(runtime.db, (tx): Outcome<true> => {
    const others = listMemberships(tx, found.bodyId).filter((entry) => entry.id !== found.id);
    const decided = decideMembership({ ...found, to }, others);
    if (!decided.ok) return decided;
    setMembershipEnd(tx, found.id, to);
    recordAct(tx, actor, runtime.clock.now(), {
      kind: 'membership.ended',
      bodyId: found.bodyId,
      subjectType: 'membership',
      subjectId: found.id,
      data: { country: found.country, standing: found.standing, from: found.from, to, before: found.to },
    });
    return accept(true);
  });
  if (done.ok) reviewDelegation(runtime, found.bodyId, found.country);
  return done;
}
