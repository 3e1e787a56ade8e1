import { atomic } from '../../db/atomic';
import type { Db } from '../../db/client';
import { findDocument } from '../../db/documents';
import {
  activitiesOf,
  findActivity,
  insertChanges,
  type PlanRow,
  type StandingActivity,
  saveActivity,
} from '../../db/plans';
import { findVersionById } from '../../db/versions';
import { isSameOrder, placedBefore } from '../../domain/plan/places';
import { type Actor, delegationOf } from '../../domain/policy/can';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import { clausesOf } from '../../domain/text/clauses';
import type { DocumentJson } from '../../domain/text/document-json';
import { newId } from '../ids';
import type { Runtime } from '../runtime';
import { editedPlan, nextSeq } from './plan-act';

export interface OnActivity {
  readonly activityId: string;
  /** The `rev` of the page. */
  readonly rev: number;
}

interface Entry {
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

/** Moves a row before another of the same result, or behind all of them. */
export async function moveActivity(
  runtime: Runtime,
  actor: Actor,
  input: OnActivity & { readonly beforeId: string | null },
): Promise<Outcome<{ seq: number; rev: number }>> {
  const at = runtime.clock.now();
  return atomic(runtime.db, (tx): Outcome<{ seq: number; rev: number }> => {
    const found = editedActivity(tx, actor, input);
    if (!found.ok) return found;
    const { plan, activity } = found.value;
    const siblings = activitiesOf(tx, plan.id).filter(({ resultId }) => resultId === activity.resultId);
    const after = placedBefore(siblings, activity.id, input.beforeId);
    if (after === null) return refuse('PL25');
    if (isSameOrder(siblings, after)) return accept({ seq: plan.seq, rev: activity.rev });
    const places = new Map(siblings.map(({ id, position }) => [id, position]));
    for (const row of after) {
      if (row.id === activity.id) {
        saveActivity(tx, { ...row, rev: row.rev + 1, changedBy: actor.userId, changedAt: at });
      } else if (row.position !== places.get(row.id)) saveActivity(tx, row);
    }
    const placeOf = (rows: readonly StandingActivity[]) =>
      String(rows.findIndex(({ id }) => id === activity.id) + 1);
    const seq = enter(tx, actor, at, plan, activity, {
      field: 'position',
      before: placeOf(siblings),
      after: placeOf(after),
    });
    return accept({ seq, rev: activity.rev + 1 });
  });
}

/**
 * PL17: says from which clause of an adopted text an activity stems, by the clause's id and the adopted version; or,
 * with none, that it is not known.
 */
export async function tieActivity(
  runtime: Runtime,
  actor: Actor,
  input: OnActivity & { readonly clauseId: string | null; readonly versionId: string | null },
): Promise<Outcome<true>> {
  const at = runtime.clock.now();
  return atomic(runtime.db, (tx): Outcome<true> => {
    const found = editedActivity(tx, actor, input);
    if (!found.ok) return found;
    const { plan, activity } = found.value;
    const { clauseId, versionId } = input;
    const tied = checkClause(tx, plan, clauseId, versionId);
    if (!tied.ok) return tied;
    const row = { ...activity, clauseId, versionId, rev: activity.rev + 1 };
    saveActivity(tx, { ...row, changedBy: actor.userId, changedAt: at });
    enter(tx, actor, at, plan, activity, {
      field: 'clause',
      before: activity.clauseId === null ? '' : `${activity.versionId} ${activity.clauseId}`,
      after: clauseId === null ? '' : `${versionId} ${clauseId}`,
    });
    return accept(true);
  });
}

function checkClause(
  db: Db,
  plan: PlanRow,
  clauseId: string | null,
  versionId: string | null,
): Outcome<true> {
  if (clauseId === null && versionId === null) return accept(true);
  const version = versionId === null ? null : findVersionById(db, versionId);
  const document = version === null ? null : findDocument(db, version.documentId);
  if (version?.kind !== 'adopted' || document?.bodyId !== plan.bodyId)
    return refuse('PL17', { field: 'clauseId' });
  const clauses = clausesOf(JSON.parse(version.text) as DocumentJson);
  return clauses.some(({ id }) => id === clauseId) ? accept(true) : refuse('PL17', { field: 'clauseId' });
}

/** The row, where the actor may change its plan and has seen it as it stands (PL15). */
function editedActivity(
  tx: Db,
  actor: Actor,
  input: OnActivity,
): Outcome<{ plan: PlanRow; activity: StandingActivity }> {
  const activity = findActivity(tx, input.activityId);
  if (activity === null) return refuse('PO1');
  const plan = editedPlan(tx, actor, activity.planId);
  if (!plan.ok) return plan;
  if (activity.rev !== input.rev) return refuse('PL15', { code: activity.code });
  return accept({ plan: plan.value, activity });
}

/** PL1, with a number of the plan of its own. */
function enter(
  tx: Db,
  actor: Actor,
  at: string,
  plan: PlanRow,
  activity: StandingActivity,
  entry: Entry,
): number {
  const seq = nextSeq(tx, plan);
  insertChanges(tx, [
    {
      id: newId('chg'),
      planId: plan.id,
      activityId: activity.id,
      seq,
      ...entry,
      country: delegationOf(actor, plan.bodyId),
      by: actor.userId,
      at,
    },
  ]);
  return seq;
}
