import { endOfDay } from '../body/days';
import { accept, type Outcome, refuse } from '../refusal';

/** A year, a half of one or a quarter: "2019", "2019-H1", "2019-Q3". */
export interface Period {
  readonly name: string;
  readonly year: number;
  /** First and last month, 1 to 12. */
  readonly from: number;
  readonly to: number;
}

export type Frequency = 'quarterly' | 'halfYearly' | 'yearly' | 'once';

/** MO8: a period as it is written, or a refusal; within the years of a plan where they are given. */
export function readPeriod(
  name: string,
  years?: { readonly fromYear: number; readonly toYear: number },
): Outcome<Period> {
  const match = /^(\d{4})(?:-(?:H([12])|Q([1-4])))?$/.exec(name.trim());
  if (match === null) return refuse('MO8', { field: 'period' });
  const year = Number(match[1]);
  if (years !== undefined && (year < years.fromYear || year > years.toYear)) {
    return refuse('MO9', { fromYear: years.fromYear, toYear: years.toYear, field: 'period' });
  }
  const [half, quarter] = [Number(match[2] ?? 0), Number(match[3] ?? 0)];
  const months = half > 0 ? 6 : quarter > 0 ? 3 : 12;
  const to = Math.max(1, half, quarter) * months;
  return accept({ name: match[0], year, from: to - months + 1, to });
}

/** A period that is known to be one. */
export function periodOf(name: string): Period {
  const read = readPeriod(name);
  if (!read.ok) throw new Error(`no period: ${name}`);
  return read.value;
}

/** The last month of a period as a number that grows with time. */
export function endMonth({ year, to }: Period): number {
  return year * 12 + to;
}

/** Earlier ends first; of those that end together the shorter one. */
export function comparePeriods(one: Period, other: Period): number {
  return endMonth(one) - endMonth(other) || length(one) - length(other);
}

export function length({ from, to }: Period): number {
  return to - from + 1;
}

/** Whether `part` lies within `whole` and is shorter. */
export function isPartOf(part: Period, whole: Period): boolean {
  return (
    part.year === whole.year && part.from >= whole.from && part.to <= whole.to && length(part) < length(whole)
  );
}

/** The instant at which a period is over, at the seat of the meetings. */
export function endOfPeriod({ year, to }: Period): string {
  const days = new Date(Date.UTC(year, to, 0)).getUTCDate();
  return endOfDay(`${year}-${String(to).padStart(2, '0')}-${String(days).padStart(2, '0')}`);
}

const EVERY: Readonly<Record<Frequency, number>> = { quarterly: 3, halfYearly: 6, yearly: 12, once: 12 };

/** MO10: a round asks for what is reported at least as often as its period is long. */
export function asks(period: Period, frequency: Frequency): boolean {
  return EVERY[frequency] <= length(period);
}
