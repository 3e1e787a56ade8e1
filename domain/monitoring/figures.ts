import { sumOf } from './decimal';
import { type Entry, NOT_REPORTED } from './entries';
import type { Indicator } from './indicators';
import { comparePeriods, endMonth, isPartOf, length, periodOf } from './periods';

/**
 * MO29: a country's answer for a period out of those for its periods. One that was given for the period itself stands.
 * Else its parts tell: of totals so far the one with which the period ends; of numbers of each period the sum, where
 * every part has one. Nothing is carried on from one period to the next, and shares, steps and words are not added up.
 */
export function answerFor(
  indicator: Pick<Indicator, 'type' | 'cumulative'>,
  answers: ReadonlyMap<string, Entry>,
  period: string,
): Entry {
  const own = answers.get(period);
  if (own !== undefined) return own;
  const whole = periodOf(period);
  const parts = [...answers.keys()].map(periodOf).filter((part) => isPartOf(part, whole));
  if (indicator.cumulative) {
    const last = parts.toSorted(comparePeriods).findLast((part) => endMonth(part) === endMonth(whole));
    return last === undefined ? NOT_REPORTED : (answers.get(last.name) ?? NOT_REPORTED);
  }
  if (indicator.type !== 'number') return NOT_REPORTED;
  for (const size of [6, 3]) {
    const equal = parts.filter((part) => length(part) === size);
    if (equal.length * size !== length(whole)) continue;
    const values = equal.map(({ name }) => answers.get(name)?.value ?? null);
    if (values.every((value) => value !== null)) {
      return { kind: 'value', value: sumOf(values), words: '' };
    }
  }
  return NOT_REPORTED;
}
