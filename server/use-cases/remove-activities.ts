import { atomic } from '../../db/atomic';
import type { Db } from '../../db/client';
import {
  activitiesOf,
  findRemovedActivity,
  insertChanges,
  type PlanRow,
  removeActivityRow,
  restoreActivityRow,
  resultsOf,
  type StandingActivity,
} from '../../db/plans';
import { placesOnReturn } from '../../domain/plan/places';
import { tryReturning } from '../../domain/plan/writes';
import { type Actor, delegationOf } from '../../domain/policy/can';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import { newId } from '../ids';
import type { Runtime } from '../runtime';
import { type IndicatorsGo, indicatorsGo, letIndicatorsGo } from './leave-indicators';
import { editedPlan, nextSeq, recordPlan } from './plan-act';

/** A row as whoever acts has seen it. */
export interface SeenRow {
  readonly activityId: string;
  readonly rev: number;
}

export interface RemoveActivitiesInput {
  readonly planId: string;
  readonly rows: readonly SeenRow[];
  /** Needed where indicators measure them (PL35). */
  readonly indicators?: IndicatorsGo;
}

/** At most so many at once: what a paste enters is taken back whole. */
const MOST = 1000;

/** Takes rows out of the matrix, all of them or none. What they were stays on record. */
export async function removeActivities(
  runtime: Runtime,
  actor: Actor,
  input: RemoveActivitiesInput,
): Promise<Outcome<{ seq: number }>> {
  const at = runtime.clock.now();
  return atomic(runtime.db, (tx): Outcome<{ seq: number }> => {
    const plan = editedPlan(tx, actor, input.planId);
    if (!plan.ok) return plan;
    const leaving = leavingRows(tx, plan.value, input.rows);
    if (!leaving.ok) return leaving;
    const ids = new Set(leaving.value.map(({ id }) => id));
    const going = indicatorsGo(tx, plan.value.id, ids, input.indicators ?? null, at);
    if (!going.ok) return going;
    letIndicatorsGo(tx, actor, at, plan.value, going.value);
    return accept({ seq: takeOut(tx, actor, at, plan.value, leaving.value) });
  });
}

/** PL15, PL25: the rows, where each stands in the plan as it was seen. */
export function leavingRows(
  db: Db,
  plan: PlanRow,
  seen: readonly SeenRow[],
): Outcome<readonly StandingActivity[]> {
  if (seen.length === 0 || seen.length > MOST) return refuse('PL25');
  const standing = new Map(activitiesOf(db, plan.id).map((activity) => [activity.id, activity]));
  const rows: StandingActivity[] = [];
  for (const { activityId, rev } of seen) {
    const activity = standing.get(activityId);
    if (activity === undefined) return refuse('PL25');
    if (activity.rev !== rev) return refuse('PL15', { code: activity.code });
    standing.delete(activityId);
    rows.push(activity);
  }
  return accept(rows);
}

/**
 * Writes the removal of rows that were asked for; returns the number of the plan's matrix after it, which is `drawn` where
 * the act has its number already.
 */
export function takeOut(
  tx: Db,
  actor: Actor,
  at: string,
  plan: PlanRow,
  rows: readonly StandingActivity[],
  drawn?: number,
): number {
  const seq = drawn ?? nextSeq(tx, plan);
  for (const { id } of rows) removeActivityRow(tx, id, actor.userId, at);
  enterAll(tx, actor, at, plan, seq, rows, ({ code }) => ({ field: 'removed', before: code, after: '' }));
  const [first] = rows;
  const data = rows.length === 1 && first !== undefined ? { code: first.code } : { rows: rows.length };
  recordPlan(tx, actor, at, plan, 'plan.activityRemoved', data);
  return seq;
}

interface RestoredRows {
  readonly seq: number;
  /** As they are numbered now. */
  readonly rows: readonly SeenRow[];
}

/** Brings rows back that were taken out, as they were, where nothing stands in their way (PL3, PL13, PL23, PL24). */
export async function restoreActivities(
  runtime: Runtime,
  actor: Actor,
  input: { readonly planId: string; readonly activityIds: readonly string[] },
): Promise<Outcome<RestoredRows>> {
  const at = runtime.clock.now();
  return atomic(runtime.db, (tx): Outcome<RestoredRows> => {
    const found = editedPlan(tx, actor, input.planId);
    if (!found.ok) return found;
    const plan = found.value;
    const ids = [...new Set(input.activityIds)];
    if (ids.length === 0 || ids.length > MOST) return refuse('PL25');
    const rows = ids.flatMap((id) => findRemovedActivity(tx, id) ?? []);
    if (rows.length < ids.length || rows.some(({ planId }) => planId !== plan.id)) return refuse('PL25');
    const before = plan.predecessorId === null ? [] : activitiesOf(tx, plan.predecessorId);
    const standing = activitiesOf(tx, plan.id);
    const possible = tryReturning(rows, {
      results: resultsOf(tx, plan.id),
      activities: standing,
      predecessors: new Set(before.map(({ id }) => id)),
    });
    if (!possible.ok) return possible;
    const seq = nextSeq(tx, plan);
    const places = placesOnReturn(rows, standing);
    for (const { id, rev, position } of rows) {
      const back = { rev: rev + 1, position: places.get(id) ?? position };
      restoreActivityRow(tx, id, back, actor.userId, at);
    }
    enterAll(tx, actor, at, plan, seq, rows, ({ code }) => ({ field: 'restored', before: '', after: code }));
    recordPlan(tx, actor, at, plan, 'plan.activityRestored', { rows: rows.length });
    return accept({ seq, rows: rows.map(({ id, rev }) => ({ activityId: id, rev: rev + 1 })) });
  });
}

/** PL1: one entry for each row, all with the one number of the act. */
function enterAll(
  tx: Db,
  actor: Actor,
  at: string,
  plan: PlanRow,
  seq: number,
  rows: readonly StandingActivity[],
  say: (row: StandingActivity) => {
    readonly field: string;
    readonly before: string;
    readonly after: string;
  },
): void {
  const country = delegationOf(actor, plan.bodyId);
  insertChanges(
    tx,
    rows.map((row) => ({
      id: newId('chg'),
      planId: plan.id,
      activityId: row.id,
      seq,
      ...say(row),
      country,
      by: actor.userId,
      at,
    })),
  );
}
