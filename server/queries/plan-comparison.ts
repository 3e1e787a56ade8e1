import { activitiesOf, type PlanRow, resultsOf, type StandingActivity } from '../../db/plans';
import { comparePlans, type PlanDifference } from '../../domain/plan/compare';
import type { Result } from '../../domain/plan/matrix';
import type { Actor } from '../../domain/policy/can';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import type { Runtime } from '../runtime';
import { listPlans, readablePlan } from './plans';

export interface ComparedPlan {
  readonly plan: PlanRow;
  readonly results: readonly Result[];
}

export interface PlanComparison {
  readonly from: ComparedPlan;
  readonly to: ComparedPlan;
  readonly differences: readonly PlanDifference<StandingActivity>[];
}

/** PL29: two plans of one body beside each other. */
export function comparePlanPair(
  runtime: Runtime,
  actor: Actor,
  input: { readonly from: string; readonly to: string },
): Outcome<PlanComparison> {
  const from = readablePlan(runtime, actor, input.from);
  if (!from.ok) return from;
  const to = readablePlan(runtime, actor, input.to);
  if (!to.ok) return to;
  if (from.value.bodyId !== to.value.bodyId) return refuse('PL28');
  const [before, after] = [from.value, to.value].map((plan) => ({
    plan,
    results: resultsOf(runtime.db, plan.id),
    activities: activitiesOf(runtime.db, plan.id),
  }));
  if (before === undefined || after === undefined) return refuse('PO1');
  return accept({ from: before, to: after, differences: comparePlans(before, after) });
}

/** Plans that can be compared, and the pair one means where one names none: the latest beside the one before it. */
export function comparablePlans(runtime: Runtime, actor: Actor) {
  const plans = listPlans(runtime, actor).map(({ plan }) => plan);
  const latest = plans.find(({ predecessorId }) => predecessorId !== null);
  return { plans, usual: latest === undefined ? null : { from: latest.predecessorId ?? '', to: latest.id } };
}
