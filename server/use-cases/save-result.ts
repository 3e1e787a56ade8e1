import { z } from 'zod';
import { atomic } from '../../db/atomic';
import { activitiesOf, changeResult, insertResult, resultsOf } from '../../db/plans';
import { LEVELS } from '../../domain/plan/matrix';
import { isSameOrder, placedBefore } from '../../domain/plan/places';
import { decideRemoval, decideResult } from '../../domain/plan/results';
import { seenResult } from '../../domain/plan/seen';
import type { Actor } from '../../domain/policy/can';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import { newId } from '../ids';
import type { Runtime } from '../runtime';
import { readInput } from './body-act';
import { nameText, optionalText } from './input-shapes';
import { type IndicatorsGo, indicatorsGo, letIndicatorsGo } from './leave-indicators';
import { editedPlan, nextSeq, recordPlan } from './plan-act';

const ResultFields = z.object({
  level: z.enum(LEVELS),
  parentId: z.string().nullable(),
  code: nameText(40),
  title: nameText(300),
  titleThai: optionalText(300),
});

export type SaveResultInput = z.input<typeof ResultFields> & {
  readonly planId: string;
  /** Left out: a new one, as the last of its siblings. */
  readonly resultId?: string;
  /** What the page told of it (domain/plan/seen); needed to change one. */
  readonly seen?: string;
};

/** Enters a priority area, an outcome or an output, or changes its words (PL21, PL26). Its level stays. */
export async function saveResult(
  runtime: Runtime,
  actor: Actor,
  input: SaveResultInput,
): Promise<Outcome<{ resultId: string }>> {
  const at = runtime.clock.now();
  return atomic(runtime.db, (tx): Outcome<{ resultId: string }> => {
    const plan = editedPlan(tx, actor, input.planId);
    if (!plan.ok) return plan;
    const read = readInput(ResultFields, input);
    if (!read.ok) return read;
    const results = resultsOf(tx, input.planId);
    const standing = results.find(({ id }) => id === input.resultId);
    if (input.resultId !== undefined && standing === undefined) return refuse('PL25');
    if (standing !== undefined && input.seen !== seenResult(standing)) return refuse('PL34');
    const wanted = { ...read.value, ...(standing === undefined ? {} : { level: standing.level }) };
    const decided = decideResult({ ...wanted, id: standing?.id ?? null }, results);
    if (!decided.ok) return decided;
    const id = standing?.id ?? newId('res');
    if (standing === undefined) {
      insertResult(tx, {
        id,
        planId: input.planId,
        position: lastPlace(results) + 1,
        removedAt: null,
        ...wanted,
      });
    } else {
      if (seenResult(wanted) === seenResult(standing)) return accept({ resultId: id });
      // Under another it stands behind what is there already.
      const isMoved = wanted.parentId !== standing.parentId;
      changeResult(tx, id, isMoved ? { ...wanted, position: lastPlace(results) + 1 } : wanted);
    }
    nextSeq(tx, plan.value);
    recordPlan(tx, actor, at, plan.value, 'plan.resultSaved', { code: wanted.code, result: wanted.title });
    return accept({ resultId: id });
  });
}

function lastPlace(results: readonly { readonly position: number }[]): number {
  return Math.max(0, ...results.map(({ position }) => position));
}

/** Puts a result before another of its siblings, or behind all of them. */
export async function moveResult(
  runtime: Runtime,
  actor: Actor,
  input: { readonly planId: string; readonly resultId: string; readonly beforeId: string | null },
): Promise<Outcome<true>> {
  const at = runtime.clock.now();
  return atomic(runtime.db, (tx): Outcome<true> => {
    const plan = editedPlan(tx, actor, input.planId);
    if (!plan.ok) return plan;
    const results = resultsOf(tx, input.planId);
    const standing = results.find(({ id }) => id === input.resultId);
    if (standing === undefined) return refuse('PL25');
    const siblings = results.filter(({ parentId }) => parentId === standing.parentId);
    const after = placedBefore(siblings, standing.id, input.beforeId);
    if (after === null) return refuse('PL25');
    if (isSameOrder(siblings, after)) return accept(true);
    for (const { id, position } of after) changeResult(tx, id, { position });
    nextSeq(tx, plan.value);
    recordPlan(tx, actor, at, plan.value, 'plan.resultMoved', {
      code: standing.code,
      result: standing.title,
    });
    return accept(true);
  });
}

export interface RemoveResultInput {
  readonly planId: string;
  readonly resultId: string;
  /** What the page told of it (domain/plan/seen). */
  readonly seen: string;
  /** Needed where indicators measure it (PL35). */
  readonly indicators?: IndicatorsGo;
}

/** Takes a result out of the matrix where nothing stands under it (PL22). */
export async function removeResult(
  runtime: Runtime,
  actor: Actor,
  input: RemoveResultInput,
): Promise<Outcome<true>> {
  const at = runtime.clock.now();
  return atomic(runtime.db, (tx): Outcome<true> => {
    const plan = editedPlan(tx, actor, input.planId);
    if (!plan.ok) return plan;
    const results = resultsOf(tx, input.planId);
    const standing = results.find(({ id }) => id === input.resultId);
    if (standing === undefined) return refuse('PL25');
    if (input.seen !== seenResult(standing)) return refuse('PL34');
    const decided = decideRemoval(standing.id, results, activitiesOf(tx, input.planId));
    if (!decided.ok) return decided;
    const leaving = new Set([standing.id]);
    const going = indicatorsGo(tx, input.planId, leaving, input.indicators ?? null, at);
    if (!going.ok) return going;
    letIndicatorsGo(tx, actor, at, plan.value, going.value);
    changeResult(tx, standing.id, { removedAt: at });
    nextSeq(tx, plan.value);
    recordPlan(tx, actor, at, plan.value, 'plan.resultRemoved', {
      code: standing.code,
      result: standing.title,
    });
    return accept(true);
  });
}
