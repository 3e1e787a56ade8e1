import { atomic } from '../../db/atomic';
import type { Db } from '../../db/client';
import { findDocument } from '../../db/documents';
import { indicatorsOf, targetsOf } from '../../db/indicators';
import { activitiesOf, changePlan, type PlanRow } from '../../db/plans';
import { roundsOf } from '../../db/rounds';
import { seenPlan } from '../../domain/plan/seen';
import { decidePeriods, decideYears } from '../../domain/plan/states';
import type { Actor } from '../../domain/policy/can';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import type { Runtime } from '../runtime';
import { readSaid, type SaidInForm } from './create-plan';
import { editedPlan, nextSeq, recordPlan } from './plan-act';

export type DescribePlanInput = SaidInForm & {
  readonly planId: string;
  readonly fromYear: number;
  readonly toYear: number;
  /** What the page told of the plan (domain/plan/seen). */
  readonly seen: string;
};

/**
 * Changes what is said of a plan: its names and years, its text, the plan before it. Refused where somebody changed it
 * meanwhile (PL34), where the years leave out what was said of a period (PL33), where a plan in force would belong to a
 * text that is not adopted (PL27), and where activities carry on others than those of the plan before (PL36).
 */
export async function describePlan(
  runtime: Runtime,
  actor: Actor,
  input: DescribePlanInput,
): Promise<Outcome<true>> {
  const at = runtime.clock.now();
  return atomic(runtime.db, (tx): Outcome<true> => {
    const found = editedPlan(tx, actor, input.planId);
    if (!found.ok) return found;
    const plan = found.value;
    if (input.seen !== seenPlan(plan)) return refuse('PL34');
    const said = readSaid(tx, actor, input, plan.bodyId, plan.id);
    if (!said.ok) return said;
    const { fromYear, toYear } = input;
    const wanted = { ...said.value, fromYear, toYear };
    const years = decideYears(fromYear, toYear);
    if (!years.ok) return years;
    const kept = decidePeriods(wanted, periodsOf(tx, plan.id));
    if (!kept.ok) return kept;
    const text = wanted.documentId === null ? null : findDocument(tx, wanted.documentId);
    if (plan.state !== 'drafted' && text !== null && text?.state !== 'adopted') {
      return refuse('PL27', { field: 'documentId' });
    }
    if (carriesOthers(tx, plan, wanted.predecessorId)) return refuse('PL36', { field: 'predecessorId' });
    if (seenPlan(wanted) === seenPlan(plan)) return accept(true);
    changePlan(tx, plan.id, wanted);
    // What was tried on the plan before it is tried anew.
    nextSeq(tx, plan);
    recordPlan(tx, actor, at, { ...plan, title: wanted.title }, 'plan.described', { fromYear, toYear });
    return accept(true);
  });
}

/** Periods of which something is said in the plan: its rounds, and the targets of its indicators. */
function periodsOf(db: Db, planId: string): string[] {
  const indicators = indicatorsOf(db, planId).map(({ id }) => id);
  return [...roundsOf(db, planId), ...targetsOf(db, indicators)].map(({ period }) => period);
}

/** Whether an activity carries on one that is not of this plan before. */
function carriesOthers(db: Db, plan: PlanRow, predecessorId: string | null): boolean {
  if (predecessorId === plan.predecessorId) return false;
  const before = new Set(predecessorId === null ? [] : activitiesOf(db, predecessorId).map(({ id }) => id));
  return activitiesOf(db, plan.id).some(
    ({ carriedFromId }) => carriedFromId !== null && !before.has(carriedFromId),
  );
}
