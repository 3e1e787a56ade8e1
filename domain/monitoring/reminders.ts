import type { ReturnState } from './returns';

/** MO32: a week before the window closes, a day before, and once it is closed. */
export const REMINDERS = ['week', 'day', 'overdue'] as const;
export type Reminder = (typeof REMINDERS)[number];

const DAY = 24 * 3_600_000;
const BEFORE: Readonly<Record<Reminder, number>> = { week: 7 * DAY, day: DAY, overdue: 0 };

/** Who still owes: neither submitted nor locked. */
export function isOwed(state: ReturnState): boolean {
  return state === 'notStarted' || state === 'inProgress' || state === 'clarification';
}

/**
 * The reminder that is due, or null. One whose hour had passed when the window opened is never due, and of several
 * that were missed while nobody served only the last is worth sending.
 */
export function reminderDue(
  window: { readonly opensAt: string; readonly closesAt: string },
  sent: readonly Reminder[],
  now: string,
): Reminder | null {
  const due = REMINDERS.filter((reminder) => {
    const at = Date.parse(window.closesAt) - BEFORE[reminder];
    return at > Date.parse(window.opensAt) && at <= Date.parse(now);
  }).at(-1);
  if (due === undefined) return null;
  const last = REMINDERS.indexOf(due);
  return sent.some((reminder) => REMINDERS.indexOf(reminder) >= last) ? null : due;
}
