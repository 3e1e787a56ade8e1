import type { Db } from '../../db/client';
import { activitiesOf, changePlan, findPlan, type PlanRow, resultsOf } from '../../db/plans';
import type { PlanRights } from '../../domain/plan/rights';
import type { WriteFacts } from '../../domain/plan/writes';
import { type Actor, canInBody, delegationOf } from '../../domain/policy/can';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import { permittedInBody, recordAct } from './body-act';
import { membersNow } from './roster-now';

/** What the use-cases of work plans share: the gate, what is known of the matrix, the trail. */

/** The plan, where the actor may change it. Unknown plans are refused like those of foreign bodies. */
export function editedPlan(tx: Db, actor: Actor, planId: string): Outcome<PlanRow> {
  const plan = findPlan(tx, planId);
  if (plan === null) return refuse('PO1');
  const allowed = permittedInBody(tx, actor, 'editPlan', plan.bodyId);
  if (!allowed.ok) return allowed;
  return plan.state === 'closed' ? refuse('PL18') : accept(plan);
}

/** What somebody may do with the matrix, by the policy and their delegation. */
export function planRights(actor: Actor, plan: Pick<PlanRow, 'bodyId'>): PlanRights {
  const reports = canInBody(actor, 'reportActivity', plan.bodyId).ok;
  return {
    edits: canInBody(actor, 'editPlan', plan.bodyId).ok,
    reportsFor: reports ? delegationOf(actor, plan.bodyId) : null,
  };
}

/** All that a write into the matrix is tried on. */
export function writeFacts(db: Db, plan: PlanRow, at: string): WriteFacts {
  const before = plan.predecessorId === null ? [] : activitiesOf(db, plan.predecessorId);
  return {
    results: resultsOf(db, plan.id),
    activities: activitiesOf(db, plan.id),
    members: new Set(membersNow(db, plan.bodyId, at)),
    predecessors: new Set(before.map(({ id }) => id)),
  };
}

/**
 * What a write is tried on besides the activities of the plan, whose changes its `seq` counts. `known` says all of it, so
 * that two instants can be held against each other.
 */
export function writeGround(db: Db, plan: PlanRow, at: string) {
  const results = resultsOf(db, plan.id);
  const members = membersNow(db, plan.bodyId, at);
  const before = plan.predecessorId === null ? null : findPlan(db, plan.predecessorId);
  const known = JSON.stringify([results.map(({ id, code }) => [id, code]), members, before?.id, before?.seq]);
  return { results, members, known };
}

/** The next number of the plan's matrix: everything that one act changes bears it. */
export function nextSeq(tx: Db, plan: PlanRow): number {
  const seq = (findPlan(tx, plan.id)?.seq ?? plan.seq) + 1;
  changePlan(tx, plan.id, { seq });
  return seq;
}

export function recordPlan(
  tx: Db,
  actor: Actor,
  at: string,
  plan: Pick<PlanRow, 'id' | 'bodyId' | 'title'>,
  kind: string,
  data: Readonly<Record<string, string | number>> = {},
): void {
  recordAct(tx, actor, at, {
    kind,
    bodyId: plan.bodyId,
    subjectType: 'plan',
    subjectId: plan.id,
    data: { plan: plan.title, ...data },
  });
}
