import { eventsAbout } from '../../db/audit-log';
import { findRound } from '../../db/brainstorm';
import type { Db } from '../../db/client';
import { deadlinesOn } from '../../db/deadlines';
import { type CalendarEvent, calendarFile, calendarMethod } from '../../domain/notices/ics';
import type { NoticeKind } from '../../domain/notices/kinds';
import { deadlineEvent } from '../../messages/deadline-event';
import type { Locale } from '../../messages/locale';
import { brainstormEvent, roundEvent } from '../../messages/round-event';
import type { OutgoingMail } from '../ports';
import type { KnownNotice } from '../queries/known-notices';
import { roundDeadline } from '../queries/round-deadline';

const OF_SILENCE: readonly NoticeKind[] = [
  'silenceStarted',
  'silenceReminder',
  'silenceExtended',
  'silenceBroken',
  'silenceCancelled',
];

const OF_BRAINSTORM: readonly NoticeKind[] = [
  'brainstormOpened',
  'brainstormMoved',
  'brainstormClosing',
  'brainstormClosed',
];
const OF_CORRIGENDUM: readonly NoticeKind[] = ['corrigendumProposed', 'corrigendumSettled'];
const OF_ROUND: readonly NoticeKind[] = ['roundOpened', 'roundWindowChanged', 'returnDue'];

/** The calendar file that goes with a notice of a deadline: as the deadline stands when the letter is written. */
export function deadlineCalendar(
  db: Db,
  locale: Locale,
  publicUrl: string,
  { kind, data, document }: KnownNotice,
): OutgoingMail['calendar'] {
  if (OF_ROUND.includes(kind)) return roundCalendar(db, locale, publicUrl, data.roundId ?? '');
  if (OF_BRAINSTORM.includes(kind)) return brainstormCalendar(db, locale, publicUrl, data.brainstormId ?? '');
  const of = OF_SILENCE.includes(kind) ? 'silence' : OF_CORRIGENDUM.includes(kind) ? 'corrigendum' : null;
  if (of === null || document === null) return null;
  const id = of === 'silence' ? data.runId : data.corrigendumId;
  const deadline = deadlinesOn(db, [document.id]).find(
    (candidate) => candidate.of === of && (id === undefined || candidate.id === id),
  );
  if (deadline === undefined) return null;
  return attached(deadlineEvent(locale, publicUrl, document.symbol, deadline));
}

function roundCalendar(db: Db, locale: Locale, publicUrl: string, roundId: string): OutgoingMail['calendar'] {
  const deadline = roundDeadline(db, roundId);
  return deadline === null ? null : attached(roundEvent(locale, publicUrl, deadline));
}

/**
 * The close of a round that names one. Closed before that, it is taken out of the calendars again; closed at its
 * instant, it stays where it is.
 */
function brainstormCalendar(
  db: Db,
  locale: Locale,
  publicUrl: string,
  roundId: string,
): OutgoingMail['calendar'] {
  const round = findRound(db, roundId);
  if (round === null || round.closesAt === null) return null;
  const { closedAt } = round;
  if (closedAt !== null && closedAt >= round.closesAt) return null;
  const moves = eventsAbout(db, roundId, 'brainstorm.closeMoved');
  return attached(
    brainstormEvent(locale, publicUrl, {
      ...round,
      closesAt: round.closesAt,
      sequence: moves.length + (closedAt === null ? 0 : 1),
      changedAt: closedAt ?? moves.at(-1)?.at ?? round.createdAt,
      isCancelled: closedAt !== null,
    }),
  );
}

function attached(event: CalendarEvent): OutgoingMail['calendar'] {
  return { name: 'deadline.ics', method: calendarMethod(event), content: calendarFile(event) };
}
