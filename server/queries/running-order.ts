import { attendanceOf, findMeeting, listAgendaItems } from '../../db/meetings';
import { type SessionRow, sessionsOf } from '../../db/running-order';
import { sittingInstant } from '../../domain/meeting/attendance';
import { inRunningOrder, parallelSessions, sessionStamp } from '../../domain/meeting/running-order';
import { type Actor, canInBody } from '../../domain/policy/can';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import type { Runtime } from '../runtime';
import { presentNow } from '../use-cases/meeting-decisions';
import { rosterNow } from '../use-cases/roster-now';

export interface ItemName {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly titleThai: string;
}

export interface SessionLine extends SessionRow {
  readonly item: ItemName | null;
  /** Titles of what happens at the same time. */
  readonly besides: readonly { readonly title: string; readonly titleThai: string }[];
  /** What whoever changes it says that they saw. */
  readonly stamp: string;
}

export interface RunningOrderView {
  readonly days: readonly { readonly day: string; readonly sessions: readonly SessionLine[] }[];
  readonly items: readonly ItemName[];
  readonly may: { readonly change: boolean };
}

/** What happens when at a meeting, by day. */
export function getRunningOrder(
  runtime: Runtime,
  actor: Actor,
  meetingId: string,
): Outcome<RunningOrderView> {
  const meeting = findMeeting(runtime.db, meetingId);
  if (meeting === undefined) return refuse('PO1');
  const allowed = canInBody(actor, 'enter', meeting.bodyId);
  if (!allowed.ok) return allowed;
  const sessions = inRunningOrder(sessionsOf(runtime.db, meetingId));
  const parallel = parallelSessions(sessions);
  const items = itemNames(runtime, meetingId);
  const lines = sessions.map((session): SessionLine => {
    const besides = parallel.get(session.id) ?? [];
    return {
      ...session,
      item: items.find(({ id }) => id === session.agendaItemId) ?? null,
      besides: sessions.filter(({ id }) => besides.includes(id)),
      stamp: sessionStamp(session),
    };
  });
  const days = [...new Set(lines.map(({ day }) => day))];
  return accept({
    days: days.map((day) => ({ day, sessions: lines.filter((line) => line.day === day) })),
    items,
    may: {
      change: meeting.status !== 'closed' && canInBody(actor, 'manageMeetings', meeting.bodyId).ok,
    },
  });
}

export function itemNames(runtime: Runtime, meetingId: string): ItemName[] {
  return listAgendaItems(runtime.db, meetingId).map(({ id, number, title, titleThai }) => ({
    id,
    number,
    title,
    titleThai,
  }));
}

export interface AttendanceLine {
  readonly country: string;
  readonly standing: 'member' | 'observer' | 'partner' | null;
  readonly inTheChair: boolean;
  readonly head: string | null;
  readonly isPresent: boolean;
}

/** Every delegation of the roster and whether it is in the room, in the English alphabetical order. */
export function getAttendance(
  runtime: Runtime,
  actor: Actor,
  meetingId: string,
): Outcome<{ readonly lines: readonly AttendanceLine[]; readonly may: { readonly change: boolean } }> {
  const { db } = runtime;
  const meeting = findMeeting(db, meetingId);
  if (meeting === undefined) return refuse('PO1');
  const allowed = canInBody(actor, 'enter', meeting.bodyId);
  if (!allowed.ok) return allowed;
  const at = sittingInstant(meeting, runtime.clock.now());
  const present = presentNow(db, meeting, at);
  const roster = rosterNow(db, meeting.bodyId, at);
  const guests = (attendanceOf(db, [meetingId]).get(meetingId) ?? []).filter(
    (code) => !roster.some(({ country }) => country === code),
  );
  const lines = roster.map(({ country, standing, inTheChair }): AttendanceLine => {
    const there = present.find((one) => one.country === country);
    return { country, standing, inTheChair, head: there?.head ?? null, isPresent: there !== undefined };
  });
  const others = guests.map((country) => ({
    country,
    standing: null,
    inTheChair: false,
    head: null,
    isPresent: true,
  }));
  const change = meeting.status !== 'closed' && canInBody(actor, 'manageMeetings', meeting.bodyId).ok;
  return accept({ lines: [...lines, ...others], may: { change } });
}
