import { z } from 'zod';
import { atomic } from '../../db/atomic';
import { activitiesOf, changeResult, insertResult, resultsOf } from '../../db/plans';
import { LEVELS } from '../../domain/plan/matrix';
import { decideRemoval, decideResult } from '../../domain/plan/results';
import type { Actor } from '../../domain/policy/can';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import { newId } from '../ids';
import type { Runtime } from '../runtime';
import { readInput } from './body-act';
import { nameText, optionalText } from './input-shapes';
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
    const wanted = { ...read.value, ...(standing === undefined ? {} : { level: standing.level }) };
    const decided = decideResult({ ...wanted, id: standing?.id ?? null }, results);
    if (!decided.ok) return decided;
    const id = standing?.id ?? newId('res');
    if (standing === undefined) {
      const position = Math.max(0, ...results.map((result) => result.position)) + 1;
      insertResult(tx, { id, planId: input.planId, position, removedAt: null, ...wanted });
    } else {
      changeResult(tx, id, wanted);
    }
    nextSeq(tx, plan.value);
    recordPlan(tx, actor, at, plan.value, 'plan.resultSaved', { code: wanted.code, result: wanted.title });
    return accept({ resultId: id });
  });
}

/** Takes a result out of the matrix where nothing stands under it (PL22). */
export async function removeResult(
  runtime: Runtime,
  actor: Actor,
  input: { readonly planId: string; readonly resultId: string },
): Promise<Outcome<true>> {
  const at = runtime.clock.now();
  return atomic(runtime.db, (tx): Outcome<true> => {
    const plan = editedPlan(tx, actor, input.planId);
    if (!plan.ok) return plan;
    const results = resultsOf(tx, input.planId);
    const standing = results.find(({ id }) => id === input.resultId);
    if (standing === undefined) return refuse('PL25');
    const decided = decideRemoval(standing.id, results, activitiesOf(tx, input.planId));
    if (!decided.ok) return decided;
    changeResult(tx, standing.id, { removedAt: at });
    nextSeq(tx, plan.value);
    recordPlan(tx, actor, at, plan.value, 'plan.resultRemoved', {
      code: standing.code,
      result: standing.title,
    });
    return accept(true);
  });
}
