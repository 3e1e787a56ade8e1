import { accept, type Outcome, refuse } from '../refusal';
import type { Milestone } from './achievement';
import { type Indicator, isPossible } from './indicators';
import { comparePeriods, endMonth, periodOf, readPeriod } from './periods';

/** What is aimed at by the end of a period, for the region (null) or for one country. */
export interface Target {
  readonly period: string;
  readonly country: string | null;
  readonly value: number;
}

/**
 * MO11–MO13: targets are of periods of the plan, each once for each country, possible for the type, and not on the
 * wrong side of the baseline. Indicators in words have none.
 */
export function checkTargets(
  indicator: Indicator,
  targets: readonly Target[],
  years: { readonly fromYear: number; readonly toYear: number },
): Outcome<true> {
  const known = new Set<string>();
  for (const { period, country, value } of targets) {
    const field = targetField(period, country);
    const read = readPeriod(period, years);
    if (!read.ok) return refuse(read.rule, { ...read.detail, field });
    if (known.has(field)) return refuse('MO11', { period, field });
    known.add(field);
    if (!isPossible(indicator, value)) return refuse('MO12', { period, field });
    // The baseline of a sum is the region's: it says nothing about one country's part.
    const { baseline } = country === null ? indicator : ofCountry(indicator);
    if (baseline !== null && (indicator.direction === 'up' ? value < baseline : value > baseline)) {
      return refuse('MO13', { period, field });
    }
  }
  return accept(true);
}

/** The name of a target's field in a form. */
export function targetField(period: string, country: string | null): string {
  return `target:${period}:${country ?? ''}`;
}

/** An indicator as it holds for one country. */
export function ofCountry<I extends Pick<Indicator, 'aggregation' | 'baseline'>>(indicator: I): I {
  return indicator.aggregation === 'sum' ? { ...indicator, baseline: null } : indicator;
}

/** MO16: the next target due at or after a period: of the region where `country` is null. */
export function milestoneFor(
  { aggregation }: Pick<Indicator, 'aggregation'>,
  targets: readonly Target[],
  period: string,
  country: string | null,
): Milestone | null {
  const own = targets.filter((target) => target.country === country);
  // What the region aims at together is nobody's target alone; a mean or a level holds for each.
  const counts =
    own.length > 0 || aggregation === 'sum' ? own : targets.filter((target) => target.country === null);
  const end = endMonth(periodOf(period));
  const [next] = counts
    .map((target) => ({ ...target, end: periodOf(target.period) }))
    .filter((target) => endMonth(target.end) >= end)
    .sort((one, other) => comparePeriods(one.end, other.end));
  return next === undefined
    ? null
    : { period: next.period, value: next.value, isDue: endMonth(next.end) === end };
}
