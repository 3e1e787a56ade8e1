import { isDay } from '../body/days';
import { accept, type Outcome, refuse } from '../refusal';

/** How a body runs its silence procedures. */
export interface SilenceRules {
  /** An end lies at least so many hours ahead. */
  readonly minimumHours: number;
  /** A server that was down within so many minutes before the end makes the run longer. */
  readonly outageMinutes: number;
  /** Whether members see which delegation broke the silence, and its words. */
  readonly namesBreaker: boolean;
  /** Days (YYYY-MM-DD) on which an end is warned against, in order. */
  readonly holidays: readonly string[];
}

/** What holds in a body that has said nothing: three days, as the General Assembly had it (decision 74/544). */
export const DEFAULT_SILENCE_RULES: SilenceRules = {
  minimumHours: 72,
  outageMinutes: 60,
  namesBreaker: true,
  holidays: [],
};

export const MINIMUM_HOURS = { min: 1, max: 720 } as const;
export const OUTAGE_MINUTES = { min: 0, max: 1440 } as const;
const HOLIDAYS_MAX = 200;

/** SP22: rules that can be kept. Days come in any order, some twice; they are kept once each and in order. */
export function checkRules(wanted: SilenceRules): Outcome<SilenceRules> {
  if (!isWithin(wanted.minimumHours, MINIMUM_HOURS)) {
    return refuse('SP22', { ...MINIMUM_HOURS, field: 'minimumHours' });
  }
  if (!isWithin(wanted.outageMinutes, OUTAGE_MINUTES)) {
    return refuse('SP22', { ...OUTAGE_MINUTES, field: 'outageMinutes' });
  }
  const wrong = wanted.holidays.find((day) => !isDay(day));
  if (wrong !== undefined) return refuse('SP23', { day: wrong.slice(0, 20), field: 'holidays' });
  const holidays = [...new Set(wanted.holidays)].sort();
  if (holidays.length > HOLIDAYS_MAX) return refuse('SP24', { max: HOLIDAYS_MAX, field: 'holidays' });
  return accept({ ...wanted, holidays });
}

function isWithin(value: number, span: { readonly min: number; readonly max: number }): boolean {
  return Number.isSafeInteger(value) && value >= span.min && value <= span.max;
}
