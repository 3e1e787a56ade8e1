import { atomic } from '../../db/atomic';
import type { ActivityCells } from '../../domain/plan/matrix';
import type { Actor } from '../../domain/policy/can';
import type { Outcome } from '../../domain/refusal';
import type { Runtime } from '../runtime';
import { firstRow } from './change-cells';
import { editedPlan } from './plan-act';
import { writeActivities } from './write-activities';

/** Enters an activity as the last of its result. */
export async function addActivity(
  runtime: Runtime,
  actor: Actor,
  input: { readonly planId: string; readonly cells: Partial<ActivityCells> },
): Promise<Outcome<{ activityId: string; rev: number }>> {
  const at = runtime.clock.now();
  return atomic(runtime.db, (tx): Outcome<{ activityId: string; rev: number }> => {
    const plan = editedPlan(tx, actor, input.planId);
    if (!plan.ok) return plan;
    const rows = [{ key: '1', activityId: null, rev: 0, cells: input.cells }];
    return firstRow(writeActivities(tx, actor, at, plan.value, rows));
  });
}
