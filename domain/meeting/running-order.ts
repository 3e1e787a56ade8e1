import { isDay } from '../body/days';
import { accept, type Outcome, refuse } from '../refusal';

/** One thing that happens at a meeting, in the time of its place. */
export interface MeetingSession {
  readonly id: string;
  readonly day: string;
  /** HH:MM */
  readonly startsAt: string;
  readonly endsAt: string;
}

export function isHour(value: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(value);
}

/** ME9: a session lies on a day of the meeting and ends after it begins. Two at the same time are no fault. */
export function checkSession(
  session: Omit<MeetingSession, 'id'>,
  meeting: { readonly startsOn: string; readonly endsOn: string },
): Outcome<true> {
  const { day, startsAt, endsAt } = session;
  if (!isDay(day)) return refuse('BO10', { field: 'day' });
  if (day < meeting.startsOn || day > meeting.endsOn) return refuse('ME9', { field: 'day' });
  if (!isHour(startsAt)) return refuse('BO10', { field: 'startsAt' });
  if (!isHour(endsAt)) return refuse('BO10', { field: 'endsAt' });
  return endsAt > startsAt ? accept(true) : refuse('ME10', { field: 'endsAt' });
}

/** Sessions as they happen; those that begin together, the shorter first. */
export function inRunningOrder<T extends MeetingSession>(sessions: readonly T[]): T[] {
  const key = ({ day, startsAt, endsAt, id }: T) => `${day} ${startsAt} ${endsAt} ${id}`;
  return sessions.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** Of each session, the others that share some of its time: told, so that nobody is surprised. */
export function parallelSessions(sessions: readonly MeetingSession[]): Map<string, string[]> {
  return new Map(
    sessions.map((one) => [
      one.id,
      sessions
        .filter(
          (other) =>
            other.id !== one.id &&
            other.day === one.day &&
            other.startsAt < one.endsAt &&
            one.startsAt < other.endsAt,
        )
        .map(({ id }) => id),
    ]),
  );
}

/** What a page shows of a session, as one string: whoever changes it says what they saw. */
export function sessionStamp(session: {
  readonly day: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly title: string;
  readonly titleThai: string;
  readonly agendaItemId: string | null;
}): string {
  const { day, startsAt, endsAt, title, titleThai, agendaItemId } = session;
  return JSON.stringify([day, startsAt, endsAt, title, titleThai, agendaItemId]);
}
