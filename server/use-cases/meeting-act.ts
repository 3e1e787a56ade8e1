import { z } from 'zod';
import type { Db } from '../../db/client';
import { type AgendaItemRow, findAgendaItem, findMeeting, type MeetingRow } from '../../db/meetings';
import type { Actor } from '../../domain/policy/can';
import { decideMeetingChange } from '../../domain/procedure/meetings';
import { MEETING_TIERS } from '../../domain/procedure/states';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import { permittedInBody } from './body-act';
import { nameText, optionalText } from './input-shapes';

/** What people say of a meeting. */
export const MeetingFields = z.object({
  /** The cycle it belongs to: "20th ACCSM". */
  series: nameText(80),
  tier: z.enum(MEETING_TIERS),
  title: nameText(200),
  titleThai: optionalText(200),
  place: nameText(200),
  hostCountry: z.string(),
  /** Days, YYYY-MM-DD, at the place of the meeting. */
  startsOn: z.string(),
  endsOn: z.string(),
});

export const AgendaItemFields = z.object({
  /** "4.2" */
  number: nameText(12).pipe(z.string().regex(/^[0-9A-Za-z]+(\.[0-9A-Za-z]+)*$/)),
  title: nameText(300),
  titleThai: optionalText(300),
  leadCountry: z
    .string()
    .nullish()
    .transform((code) => (code === undefined || code === '' ? null : code)),
});

/** The meeting, where the actor may manage it. */
export function permittedMeeting(db: Db, actor: Actor, meetingId: string): Outcome<MeetingRow> {
  const meeting = findMeeting(db, meetingId);
  if (meeting === undefined) return refuse('PO1');
  const allowed = permittedInBody(db, actor, 'manageMeetings', meeting.bodyId);
  return allowed.ok ? accept(meeting) : allowed;
}

/** The meeting, where the actor may manage it and it is not closed. */
export function changeableMeeting(db: Db, actor: Actor, meetingId: string): Outcome<MeetingRow> {
  const meeting = permittedMeeting(db, actor, meetingId);
  if (!meeting.ok) return meeting;
  const decided = decideMeetingChange(meeting.value.status);
  return decided.ok ? meeting : decided;
}

export function changeableAgendaItem(
  db: Db,
  actor: Actor,
  agendaItemId: string,
): Outcome<{ item: AgendaItemRow; meeting: MeetingRow }> {
  const item = findAgendaItem(db, agendaItemId);
  if (item === undefined) return refuse('PO1');
  const meeting = changeableMeeting(db, actor, item.meetingId);
  return meeting.ok ? accept({ item, meeting: meeting.value }) : meeting;
}
