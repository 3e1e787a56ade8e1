import { atomic } from '../../db/atomic';
import { findChairTerm, setChairTermEnd } from '../../db/bodies';
import { instantUntil } from '../../domain/body/days';
import { checkSpan } from '../../domain/body/spans';
import type { Actor } from '../../domain/policy/can';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import type { Runtime } from '../runtime';
import { permittedInBody, recordAct, reviewDelegation } from './body-act';

export interface EndChairTermInput {
  readonly termId: string;
  /** The last day, or an instant (exclusive). */
  readonly to: string;
}

/** Ends a term of the chair, or corrects the day on which it ends. */
export async function endChairTerm(
  runtime: Runtime,
  actor: Actor,
  input: EndChairTermInput,
): Promise<Outcome<true>> {
  const found = findChairTerm(runtime.db, input.termId);
  if (found === undefined) return refuse('PO1');
  const allowed = permittedInBody(runtime.db, actor, 'manageMembers', found.bodyId);
  if (!allowed.ok) return allowed;
  const to = instantUntil(input.to);
  if (to === null) return refuse('BO10', { field: 'to' });
  const span = checkSpan({ from: found.from, to });
  if (!span.ok) return span;
  atomic(runtime.db, (tx) => {
    setChairTermEnd(tx, found.id, to);
    recordAct(tx, actor, runtime.clock.now(), {
      kind: 'chairTerm.ended',
      bodyId: found.bodyId,
      subjectType: 'chairTerm',
      subjectId: found.id,
      data: { country: found.country, name: found.name, from: found.from, to, before: found.to },
    });
  });
  reviewDelegation(runtime, found.bodyId, found.country);
  return accept(true);
}
