import { accept, type Outcome, refuse } from '../refusal';
import type { SilenceRules } from './rules';
import { instantOf, localDay, sayUtc } from './zone';

const HOUR = 3_600_000;

/** An end as somebody asks for it: a local hour and the zone it is meant in. */
export interface WantedEnd {
  readonly local: string;
  readonly zone: string;
  /** The person knows that the day is a listed holiday. */
  readonly holidayConfirmed: boolean;
}

/** SP4, SP5: the instant that is meant. A holiday is a warning: it passes when it is confirmed. */
export function readEnd(wanted: WantedEnd, rules: Pick<SilenceRules, 'holidays'>): Outcome<string> {
  const instant = instantOf(wanted.local, wanted.zone);
  if (instant === null) return refuse('SP4', { field: 'endsAt' });
  const day = localDay(instant, wanted.zone);
  if (rules.holidays.includes(day) && !wanted.holidayConfirmed) {
    return refuse('SP5', { day, field: 'holidayConfirmed' });
  }
  return accept(instant);
}

/** SP3: not sooner than the body's minimum after the start. */
export function farEnough(end: string, startedAt: string, rules: SilenceRules): Outcome<true> {
  const earliest = earliestEnd(startedAt, rules);
  if (Date.parse(end) >= Date.parse(earliest)) return accept(true);
  return refuse('SP3', { hours: rules.minimumHours, earliest: sayUtc(earliest), field: 'endsAt' });
}

export function earliestEnd(startedAt: string, rules: Pick<SilenceRules, 'minimumHours'>): string {
  return new Date(Date.parse(startedAt) + rules.minimumHours * HOUR).toISOString();
}
