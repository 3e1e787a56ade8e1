import { atomic } from '../../db/atomic';
import type { Db } from '../../db/client';
import { findDocument } from '../../db/documents';
import {
  activitiesOf,
  changePlan,
  findPlan,
  insertSnapshot,
  lastSnapshotNumber,
  type PlanRow,
  resultsOf,
} from '../../db/plans';
import { canonicalMatrix } from '../../domain/plan/canonical';
import { PLAN_STATES } from '../../domain/plan/rights';
import { decidePlanState } from '../../domain/plan/states';
import type { Actor } from '../../domain/policy/can';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import { cleanLine } from '../../domain/text/clean-line';
import type { Runtime } from '../runtime';
import { permittedInBody } from './body-act';
import { recordPlan } from './plan-act';

/** A kept matrix: its number in the plan, and the hash of its canonical form. */
export interface KeptSnapshot {
  readonly number: number;
  readonly hash: string;
}

/** Keeps the matrix as it stands under a name, for good (PL2). */
export async function keepSnapshot(
  runtime: Runtime,
  actor: Actor,
  input: { readonly planId: string; readonly name: string },
): Promise<Outcome<KeptSnapshot>> {
  const at = runtime.clock.now();
  return atomic(runtime.db, (tx): Outcome<KeptSnapshot> => {
    const plan = governedPlan(tx, actor, input.planId);
    if (!plan.ok) return plan;
    const name = cleanLine(input.name);
    if (name === '' || name.length > 120) return refuse('BO10', { field: 'name' });
    return accept(keep(tx, actor, at, plan.value, name));
  });
}

/**
 * Brings a plan into force, or closes it (PL20, PL27). The matrix is kept as it stands at that instant, under the name
 * given: it is what was adopted, or what the plan came to.
 */
export async function movePlan(
  runtime: Runtime,
  actor: Actor,
  input: { readonly planId: string; readonly to: string; readonly name: string },
): Promise<Outcome<KeptSnapshot>> {
  const at = runtime.clock.now();
  return atomic(runtime.db, (tx): Outcome<KeptSnapshot> => {
    const found = governedPlan(tx, actor, input.planId);
    if (!found.ok) return found;
    const plan = found.value;
    const to = PLAN_STATES.find((state) => state === input.to);
    if (to === undefined) return refuse('PL20');
    const document = plan.documentId === null ? null : findDocument(tx, plan.documentId);
    const text =
      document === null || document === undefined ? null : { isAdopted: document.state === 'adopted' };
    const decided = decidePlanState(plan.state, to, text);
    if (!decided.ok) return decided;
    const name = cleanLine(input.name);
    if (name === '' || name.length > 120) return refuse('BO10', { field: 'name' });
    changePlan(tx, plan.id, { state: to });
    recordPlan(tx, actor, at, plan, to === 'inForce' ? 'plan.inForce' : 'plan.closed');
    return accept(keep(tx, actor, at, plan, name));
  });
}

function governedPlan(tx: Db, actor: Actor, planId: string): Outcome<PlanRow> {
  const plan = findPlan(tx, planId);
  if (plan === null) return refuse('PO1');
  const allowed = permittedInBody(tx, actor, 'editPlan', plan.bodyId);
  return allowed.ok ? accept(plan) : allowed;
}

function keep(tx: Db, actor: Actor, at: string, plan: PlanRow, name: string): KeptSnapshot {
  const { matrix, hash } = canonicalMatrix({
    results: resultsOf(tx, plan.id),
    activities: activitiesOf(tx, plan.id),
  });
  const number = lastSnapshotNumber(tx, plan.id) + 1;
  insertSnapshot(tx, { planId: plan.id, number, name, matrix, hash, by: actor.userId, at });
  recordPlan(tx, actor, at, plan, 'plan.matrixKept', { number, name, hash });
  return { number, hash };
}
