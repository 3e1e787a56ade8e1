import type { ActivityCells } from './matrix';
import { monthNumber } from './months';

type Timed = Pick<ActivityCells, 'plannedFrom' | 'plannedTo' | 'revisedFrom' | 'revisedTo'>;

/** First and last month, both known. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

function span(from: string | null, to: string | null): Span | null {
  const first = from ?? to;
  return first === null ? null : { from: first, to: to ?? first };
}

export function plannedSpan(activity: Timed): Span | null {
  return span(activity.plannedFrom, activity.plannedTo);
}

/** The timeline as revised, where anything of it was; an end that was put off keeps the planned beginning. */
export function revisedSpan(activity: Timed): Span | null {
  if (activity.revisedFrom === null && activity.revisedTo === null) return null;
  return span(activity.revisedFrom ?? activity.plannedFrom, activity.revisedTo ?? activity.plannedTo);
}

/** When it runs as far as is known: as revised, else as planned. */
export function currentSpan(activity: Timed): Span | null {
  return revisedSpan(activity) ?? plannedSpan(activity);
}

/** The years in which it runs; none where nobody said when. */
export function yearsOf(activity: Timed): number[] {
  const current = currentSpan(activity);
  if (current === null || current.to < current.from) return [];
  const [first, last] = [Number(current.from.slice(0, 4)), Number(current.to.slice(0, 4))];
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** A bar on an axis of months: where it begins, and over how many months it goes. */
export interface Bar {
  readonly at: number;
  readonly months: number;
}

/** The years of an axis on which all activities of a plan have room. */
export function axisYears(
  plan: { readonly fromYear: number; readonly toYear: number },
  activities: readonly Timed[],
): { readonly first: number; readonly last: number } {
  const years = activities.flatMap((activity) =>
    [plannedSpan(activity), revisedSpan(activity)].flatMap((one) =>
      one === null ? [] : [Number(one.from.slice(0, 4)), Number(one.to.slice(0, 4))],
    ),
  );
  return { first: Math.min(plan.fromYear, ...years), last: Math.max(plan.toYear, ...years) };
}

export function barOf(one: Span, firstYear: number): Bar {
  const at = monthNumber(one.from) - firstYear * 12;
  return { at, months: Math.max(1, monthNumber(one.to) - monthNumber(one.from) + 1) };
}
