import { z } from 'zod';
import { atomic } from '../../db/atomic';
import { findAgendaItem } from '../../db/meetings';
import {
  changeSession,
  deleteSession,
  findSession,
  insertSession,
  type SessionRow,
} from '../../db/running-order';
import { checkSession, sessionStamp } from '../../domain/meeting/running-order';
import type { Actor } from '../../domain/policy/can';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import { newId } from '../ids';
import type { Runtime } from '../runtime';
import { readInput, recordAct } from './body-act';
import { nameText, optionalText } from './input-shapes';
import { changeableMeeting } from './meeting-act';

const SessionFields = z.object({
  day: z.string(),
  startsAt: z.string(),
  endsAt: z.string(),
  title: nameText(200),
  titleThai: optionalText(200),
  agendaItemId: z
    .string()
    .nullish()
    .transform((id) => (id === undefined || id === '' ? null : id)),
});

export type SaveSessionInput = z.input<typeof SessionFields> & {
  readonly meetingId: string;
  /** Left out: a new one. */
  readonly sessionId?: string;
  /** What the page showed of it (`sessionStamp`); needed to change one. */
  readonly seen?: string;
};

/** Puts a session into the running order, or changes it (ME9, ME10, ME18). */
export async function saveSession(
  runtime: Runtime,
  actor: Actor,
  input: SaveSessionInput,
): Promise<Outcome<{ sessionId: string }>> {
  const at = runtime.clock.now();
  return atomic(runtime.db, (tx): Outcome<{ sessionId: string }> => {
    const meeting = changeableMeeting(tx, actor, input.meetingId);
    if (!meeting.ok) return meeting;
    const read = readInput(SessionFields, input);
    if (!read.ok) return read;
    const checked = checkSession(read.value, meeting.value);
    if (!checked.ok) return checked;
    const { agendaItemId } = read.value;
    if (agendaItemId !== null && findAgendaItem(tx, agendaItemId)?.meetingId !== input.meetingId)
      return refuse('PR12', { field: 'agendaItemId' });
    const standing = input.sessionId === undefined ? null : findSession(tx, input.sessionId);
    if (input.sessionId !== undefined && standing?.meetingId !== input.meetingId) return refuse('PO1');
    if (standing !== null && sessionStamp(standing) !== input.seen) return refuse('ME18');
    const id = standing?.id ?? newId('ses');
    if (standing === null) insertSession(tx, { id, meetingId: input.meetingId, ...read.value });
    else changeSession(tx, id, read.value);
    recordAct(tx, actor, at, {
      kind: standing === null ? 'meeting.sessionAdded' : 'meeting.sessionChanged',
      bodyId: meeting.value.bodyId,
      subjectType: 'meeting',
      subjectId: input.meetingId,
      data: toldOf(read.value),
    });
    return accept({ sessionId: id });
  });
}

export async function removeSession(
  runtime: Runtime,
  actor: Actor,
  input: { readonly sessionId: string; readonly seen: string },
): Promise<Outcome<true>> {
  const at = runtime.clock.now();
  return atomic(runtime.db, (tx): Outcome<true> => {
    const session = findSession(tx, input.sessionId);
    if (session === null) return refuse('PO1');
    const meeting = changeableMeeting(tx, actor, session.meetingId);
    if (!meeting.ok) return meeting;
    if (sessionStamp(session) !== input.seen) return refuse('ME18');
    deleteSession(tx, session.id);
    recordAct(tx, actor, at, {
      kind: 'meeting.sessionRemoved',
      bodyId: meeting.value.bodyId,
      subjectType: 'meeting',
      subjectId: session.meetingId,
      data: toldOf(session),
    });
    return accept(true);
  });
}

function toldOf({ day, startsAt, endsAt, title }: Omit<SessionRow, 'id' | 'meetingId'>) {
  return { day, startsAt, endsAt, title };
}
