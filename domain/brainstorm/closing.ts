import { SEAT_ZONE } from '../notices/digest';
import { accept, type Outcome, refuse } from '../refusal';
import { instantOf } from '../silence/zone';

/** When a round closes by itself, as its reminders need it. */
export interface ClosingRound {
  readonly opensAt: string;
  readonly closesAt: string | null;
  /** The last reminder that went out, as `reminderMark` writes it; "" for none. */
  readonly reminded: string;
}

/** BS24: a week before a round closes and a day before. */
export const CLOSE_REMINDERS = ['week', 'day'] as const;
export type CloseReminder = (typeof CLOSE_REMINDERS)[number];

const DAY = 24 * 3_600_000;
const BEFORE: Readonly<Record<CloseReminder, number>> = { week: 7 * DAY, day: DAY };

/** BS23: the instant at which a round closes, from an hour at the seat (YYYY-MM-DDTHH:mm); it lies ahead. */
export function checkClose(local: string, now: string): Outcome<string> {
  const instant = instantOf(local, SEAT_ZONE);
  if (instant === null) return refuse('BO10', { field: 'closesAt' });
  return instant > now ? accept(instant) : refuse('BS23', { field: 'closesAt' });
}

/**
 * BS24: the reminder that is due, or null. One whose hour had passed when the round opened is never due, and of several
 * that were missed while nobody served only the last is worth sending. Of another close they are due anew, but for
 * those whose hour had passed when it was moved.
 */
export function closeReminderDue(round: ClosingRound, now: string): CloseReminder | null {
  const { closesAt } = round;
  if (closesAt === null || closesAt <= now) return null;
  const due = CLOSE_REMINDERS.filter((reminder) => {
    const at = Date.parse(closesAt) - BEFORE[reminder];
    return at > Date.parse(round.opensAt) && at <= Date.parse(now);
  }).at(-1);
  if (due === undefined) return null;
  const later = CLOSE_REMINDERS.slice(CLOSE_REMINDERS.indexOf(due));
  return later.some((reminder) => round.reminded === reminderMark(reminder, closesAt)) ? null : due;
}

/** The mark of the last reminder whose hour has passed for a close that is named now, or "": it is told of by the move. */
export function remindedBefore(closesAt: string, now: string): string {
  const passed = CLOSE_REMINDERS.filter(
    (reminder) => Date.parse(closesAt) - BEFORE[reminder] <= Date.parse(now),
  ).at(-1);
  return passed === undefined ? '' : reminderMark(passed, closesAt);
}

export function reminderMark(reminder: CloseReminder, closesAt: string): string {
  return `${reminder}:${closesAt}`;
}
