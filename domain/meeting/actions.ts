import { isDay } from '../body/days';
import { accept, type Outcome, refuse } from '../refusal';

export const ACTION_STATES = ['open', 'done', 'dropped'] as const;
export type ActionState = (typeof ACTION_STATES)[number];

/** Stands for the secretariat among those who shall act. */
export const SECRETARIAT = '';

export const ACTION_WORDS = 2000;
/** Days before an action is due on which those named are reminded. */
export const REMINDER_DAYS = 7;

/** ME11, ME12: somebody of the body shall do it, by a day that does not lie before the meeting. */
export function checkAction(
  action: { readonly who: readonly string[]; readonly dueOn: string | null },
  facts: { readonly roster: readonly string[]; readonly startsOn: string },
): Outcome<true> {
  const { who, dueOn } = action;
  const unknown = who.find((code) => code !== SECRETARIAT && !facts.roster.includes(code));
  if (who.length === 0 || unknown !== undefined) return refuse('ME11', { field: 'who' });
  if (dueOn === null) return accept(true);
  if (!isDay(dueOn)) return refuse('BO10', { field: 'dueOn' });
  return dueOn < facts.startsOn ? refuse('ME12', { field: 'dueOn' }) : accept(true);
}

/** Who of the body speaks of an action: the head table of all, a delegation of those that name it. */
export interface Reporter {
  readonly headTable: boolean;
  readonly country: string | null;
}

/** ME13–ME16: whether this may be reported on an action. */
export function decideReport(
  action: { readonly who: readonly string[]; readonly state: ActionState },
  report: { readonly state: string; readonly words: string },
  by: Reporter,
): Outcome<{ readonly state: ActionState }> {
  if (!mayReportOn(action, by)) return refuse('ME13');
  const state = ACTION_STATES.find((known) => known === report.state);
  if (state === undefined) return refuse('BO10', { field: 'state' });
  if (!by.headTable && action.state !== 'open') return refuse('ME15');
  if (!by.headTable && state === 'dropped') return refuse('ME15', { field: 'state' });
  const { length } = report.words.trim();
  if (length === 0 && state === 'dropped') return refuse('ME16', { field: 'words' });
  if (length === 0 || length > ACTION_WORDS) return refuse('ME14', { most: ACTION_WORDS, field: 'words' });
  return accept({ state });
}

export function mayReportOn(action: { readonly who: readonly string[] }, by: Reporter): boolean {
  return by.headTable || (by.country !== null && action.who.includes(by.country));
}

export function isOverdue(
  action: { readonly state: ActionState; readonly dueOn: string | null },
  today: string,
): boolean {
  return action.state === 'open' && action.dueOn !== null && action.dueOn < today;
}

/**
 * ME17: whether those named are reminded on this day: from seven days before it is due until it is. What was given
 * later than that had its notice then.
 */
export function isReminderDue(
  action: { readonly state: ActionState; readonly dueOn: string | null; readonly createdOn: string },
  today: string,
): boolean {
  if (action.state !== 'open' || action.dueOn === null) return false;
  const from = daysBefore(action.dueOn, REMINDER_DAYS);
  return from <= today && today <= action.dueOn && action.createdOn < from;
}

/** Open and due within so many days, or past: what stands among one's tasks. */
export function isDueSoon(
  action: { readonly state: ActionState; readonly dueOn: string | null },
  today: string,
  days: number,
): boolean {
  return action.state === 'open' && action.dueOn !== null && daysBefore(action.dueOn, days) <= today;
}

export function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) - days * 86_400_000).toISOString().slice(0, 10);
}

/** What is late first, then by the day it is due, then what has no day; done and dropped last. */
export function inOrderOfUrgency<T extends { readonly state: ActionState; readonly dueOn: string | null }>(
  actions: readonly T[],
): T[] {
  const key = ({ state, dueOn }: T) => `${state === 'open' ? 0 : 1}${dueOn ?? '9999'}`;
  return actions.toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}
