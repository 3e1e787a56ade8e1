import { z } from 'zod';
import { atomic } from '../../db/atomic';
import { insertMembership, listMemberships } from '../../db/bodies';
import { decideMembership } from '../../domain/body/spans';
import type { Actor } from '../../domain/policy/can';
import { accept, type Outcome } from '../../domain/refusal';
import { newId } from '../ids';
import type { Runtime } from '../runtime';
import {
  checkCountries,
  permittedInBody,
  readInput,
  readSpan,
  recordAct,
  reviewDelegation,
} from './body-act';

const Input = z.object({
  bodyId: z.string(),
  country: z.string(),
  standing: z.enum(['member', 'observer', 'partner']),
  /** A day (its beginning) or an instant. */
  from: z.string(),
  /** The last day, an instant (exclusive), or nothing. */
  to: z.string().nullish(),
});
export type AddMembershipInput = z.input<typeof Input>;

/** A country takes its place in a body: member, observer or partner, from a day on. */
export async function addMembership(
  runtime: Runtime,
  actor: Actor,
  input: AddMembershipInput,
): Promise<Outcome<{ membershipId: string }>> {
  const allowed = permittedInBody(runtime.db, actor, 'manageMembers', input.bodyId);
  if (!allowed.ok) return allowed;
  const read = readInput(Input, input);
  if (!read.ok) return read;
  const span = readSpan(read.value);
  if (!span.ok) return span;
  const { bodyId, country, standing } = read.value;
  const done = atomic(runtime.db, (tx): Outcome<{ membershipId: string }> => {
    const known = checkCountries(tx, [country]);
    if (!known.ok) return known;
    const wanted = { bodyId, country, standing, ...span.value };
    const decided = decideMembership(wanted, listMemberships(tx, bodyId));
    if (!decided.ok) return decided;
    const id = newId('mem');
    insertMembership(tx, { id, ...wanted });
    recordAct(tx, actor, runtime.clock.now(), {
      kind: 'membership.added',
      bodyId,
      subjectType: 'membership',
      subjectId: id,
      data: { country, standing, ...span.value },
    });
    return accept({ membershipId: id });
  });
  if (done.ok) reviewDelegation(runtime, bodyId, country);
  return done;
}
