import { hasEnded, type SilenceRun } from './run';

/** SP18: hours before the end at which everybody is reminded. */
export const REMINDER_HOURS = [48, 24, 2] as const;

const HOUR = 3_600_000;

/**
 * The reminder that is due, as its hours before the end, or null. One whose hour had passed when silence began is
 * never due, and of several that were missed only the last is worth sending.
 */
export function reminderDue(run: SilenceRun, sentHours: readonly number[], now: string): number | null {
  if (run.state !== 'running' || hasEnded(run, now)) return null;
  const due = REMINDER_HOURS.filter((hours) => {
    const at = Date.parse(run.expiresAt) - hours * HOUR;
    return at > Date.parse(run.startedAt) && at <= Date.parse(now);
  }).at(-1);
  if (due === undefined || sentHours.some((sent) => sent <= due)) return null;
  return due;
}
