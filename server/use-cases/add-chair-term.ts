import { z } from 'zod';
import { atomic } from '../../db/atomic';
import { insertChairTerm, listMemberships } from '../../db/bodies';
import { decideChairTerm } from '../../domain/body/spans';
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
import { nameText } from './input-shapes';

const Input = z.object({
  bodyId: z.string(),
  country: z.string(),
  /** "20th ACCSM" */
  name: nameText(120),
  from: z.string(),
  to: z.string().nullish(),
});
export type AddChairTermInput = z.input<typeof Input>;

/** A member takes the chair of a body for a term. Its people appointed as chair preside while the term lasts. */
export async function addChairTerm(
  runtime: Runtime,
  actor: Actor,
  input: AddChairTermInput,
): Promise<Outcome<{ termId: string }>> {
  const allowed = permittedInBody(runtime.db, actor, 'manageMembers', input.bodyId);
  if (!allowed.ok) return allowed;
  const read = readInput(Input, input);
  if (!read.ok) return read;
  const span = readSpan(read.value);
  if (!span.ok) return span;
  const { bodyId, country, name } = read.value;
  const done = atomic(runtime.db, (tx): Outcome<{ termId: string }> => {
    const known = checkCountries(tx, [country]);
    if (!known.ok) return known;
    const wanted = { bodyId, country, ...span.value };
    const decided = decideChairTerm(wanted, listMemberships(tx, bodyId));
    if (!decided.ok) return decided;
    const id = newId('term');
    insertChairTerm(tx, { id, name, ...wanted });
    recordAct(tx, actor, runtime.clock.now(), {
      kind: 'chairTerm.added',
      bodyId,
      subjectType: 'chairTerm',
      subjectId: id,
      data: { country, name, ...span.value },
    });
    return accept({ termId: id });
  });
  if (done.ok) reviewDelegation(runtime, bodyId, country);
  return done;
}
