import { accept, type Outcome, refuse } from '../refusal';
import { LEVELS, type Result } from './matrix';

/** A result as somebody wants it; `id` null: a new one. */
export interface WantedResult {
  readonly id: string | null;
  readonly level: Result['level'];
  readonly parentId: string | null;
  readonly code: string;
}

/** PL21: areas stand at the top, outcomes under areas, outputs under outcomes. PL26: a code is of one result. */
export function decideResult(wanted: WantedResult, standing: readonly Result[]): Outcome<true> {
  const above = standing.find(({ id }) => id === wanted.parentId);
  const depth = LEVELS.indexOf(wanted.level);
  const expected = depth === 0 ? undefined : LEVELS[depth - 1];
  if (wanted.parentId === null ? depth !== 0 : above?.level !== expected) {
    return refuse('PL21', { field: 'parentId' });
  }
  const doubled = standing.some(
    ({ id, code }) => id !== wanted.id && code.toLowerCase() === wanted.code.toLowerCase(),
  );
  return doubled ? refuse('PL26', { code: wanted.code, field: 'code' }) : accept(true);
}

/** PL22: a result under which something stands is not removed. */
export function decideRemoval(
  resultId: string,
  results: readonly Result[],
  activities: readonly { readonly resultId: string }[],
): Outcome<true> {
  const isInUse =
    results.some(({ parentId }) => parentId === resultId) ||
    activities.some((activity) => activity.resultId === resultId);
  return isInUse ? refuse('PL22') : accept(true);
}
