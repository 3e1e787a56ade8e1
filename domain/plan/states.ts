import { accept, type Outcome, refuse } from '../refusal';
import type { PlanState } from './rights';

/** A state that a plan is taken to: it begins as drafted. */
export type LaterState = Exclude<PlanState, 'drafted'>;

const NEXT: Readonly<Record<PlanState, LaterState | null>> = {
  drafted: 'inForce',
  inForce: 'closed',
  closed: null,
};

/** The state a plan can be taken to, or null. */
export function nextState(state: PlanState): LaterState | null {
  return NEXT[state];
}

/** PL20: a plan comes into force, then it is closed. One that belongs to a text waits until that is adopted. */
export function decidePlanState(
  state: PlanState,
  wanted: PlanState,
  text: { readonly isAdopted: boolean } | null,
): Outcome<true> {
  if (NEXT[state] !== wanted) return refuse('PL20');
  if (wanted === 'inForce' && text !== null && !text.isAdopted) return refuse('PL27');
  return accept(true);
}

const FIRST_YEAR = 1980;
const LAST_YEAR = 2100;
const LONGEST = 20;

/** PL19: a plan is of a span of years in their order. */
export function decideYears(fromYear: number, toYear: number): Outcome<true> {
  const isYear = (year: number) => Number.isInteger(year) && year >= FIRST_YEAR && year <= LAST_YEAR;
  if (!isYear(fromYear)) return refuse('PL19', { field: 'fromYear' });
  if (!isYear(toYear) || toYear < fromYear || toYear - fromYear >= LONGEST) {
    return refuse('PL19', { field: 'toYear' });
  }
  return accept(true);
}

/** PL33: the years of a plan hold every period of which something is said in it: a round, or a target. */
export function decidePeriods(
  { fromYear, toYear }: { readonly fromYear: number; readonly toYear: number },
  periods: readonly string[],
): Outcome<true> {
  const outside = periods.find((period) => {
    const year = Number(period.slice(0, 4));
    return year < fromYear || year > toYear;
  });
  if (outside === undefined) return accept(true);
  const field = Number(outside.slice(0, 4)) < fromYear ? 'fromYear' : 'toYear';
  return refuse('PL33', { period: outside, field });
}
