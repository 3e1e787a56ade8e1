import { findBody, listBodies, listChairTerms } from '../../db/bodies';
import { deviceCopyRule } from '../../db/device-copies';
import { attendanceOf, findMeeting, listAgendaItems, listMeetings, type MeetingRow } from '../../db/meetings';
import { decisionsWaitingAt } from '../../db/record-findings';
import { startOfDay } from '../../domain/body/days';
import { chairsAt } from '../../domain/body/spans';
import { type Actor, canInBody } from '../../domain/policy/can';
import { agendaLevel } from '../../domain/procedure/meetings';
import type { MeetingState, MeetingTier } from '../../domain/procedure/states';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import type { PresenceUser } from '../../domain/wire/protocol';
import type { Runtime } from '../runtime';
import { type DocumentView, listDocuments } from './documents';

/** A meeting as lists show it. */
export interface MeetingLine {
  readonly id: string;
  readonly body: { readonly id: string; readonly acronym: string };
  readonly series: string;
  readonly tier: MeetingTier;
  readonly title: string;
  readonly titleThai: string;
  readonly place: string;
  readonly hostCountry: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly status: MeetingState;
}

export interface MeetingView extends MeetingLine {
  /** Countries in the chair on the first day, by the terms of the body. */
  readonly chairs: readonly string[];
  /** Delegations that attend, in the English alphabetical order. */
  readonly delegations: readonly string[];
  readonly agenda: readonly AgendaLine[];
  /** Documents of the meeting that lie under no item of its agenda. */
  readonly unplaced: readonly DocumentView[];
  /** Whether unsent edits may be kept on devices, and since when the meeting says so; null: it never said. */
  readonly deviceCopies: { readonly allowed: boolean; readonly since: string | null };
  /** Texts a decision of this meeting on which waits for a second person: they keep it from closing (BO18). */
  readonly waiting: readonly { readonly documentId: string; readonly symbol: string }[];
  readonly may: { readonly manage: boolean; readonly createDocument: boolean };
}

export interface AgendaLine {
  readonly id: string;
  readonly number: string;
  /** 1 for "4", 2 for "4.2". */
  readonly level: number;
  readonly title: string;
  readonly titleThai: string;
  readonly leadCountry: string | null;
  readonly documents: readonly DocumentView[];
}

/** Meetings of the bodies the actor belongs to, the latest first. */
export async function meetingsFor(runtime: Runtime, actor: Actor): Promise<MeetingLine[]> {
  const bodies = listBodies(runtime.db).filter((body) => canInBody(actor, 'enter', body.id).ok);
  const acronyms = new Map(bodies.map((body) => [body.id, body.acronym]));
  return listMeetings(
    runtime.db,
    bodies.map((body) => body.id),
  ).map((meeting) => lineOf(meeting, acronyms.get(meeting.bodyId) ?? ''));
}

/** One meeting with its agenda. Documents the actor may not list are left out, the items stay. */
export async function getMeeting(
  runtime: Runtime,
  actor: Actor,
  meetingId: string,
): Promise<Outcome<MeetingView>> {
  const meeting = findMeeting(runtime.db, meetingId);
  if (meeting === undefined) return refuse('PO1');
  const allowed = canInBody(actor, 'enter', meeting.bodyId);
  if (!allowed.ok) return allowed;
  const documents = await listDocuments(runtime, actor, { meetingId });
  if (!documents.ok) return documents;
  const bySymbol = [...documents.value].sort((one, other) => one.symbol.localeCompare(other.symbol, 'en'));
  const items = listAgendaItems(runtime.db, meetingId);
  const mayManage = canInBody(actor, 'manageMeetings', meeting.bodyId).ok;
  return accept({
    ...lineOf(meeting, findBody(runtime.db, meeting.bodyId)?.acronym ?? ''),
    chairs: chairsAt(
      listChairTerms(runtime.db, meeting.bodyId),
      meeting.bodyId,
      startOfDay(meeting.startsOn),
    ),
    delegations: attendanceOf(runtime.db, [meetingId]).get(meetingId) ?? [],
    agenda: items.map((item) => ({
      id: item.id,
      number: item.number,
      level: agendaLevel(item.number),
      title: item.title,
      titleThai: item.titleThai,
      leadCountry: item.leadCountry,
      documents: bySymbol.filter((document) => document.agendaItem?.id === item.id),
    })),
    unplaced: bySymbol.filter((document) => document.agendaItem === null),
    deviceCopies: deviceCopiesOf(runtime, meetingId),
    waiting: mayManage && meeting.status === 'open' ? decisionsWaitingAt(runtime.db, meetingId) : [],
    may: {
      manage: mayManage,
      createDocument: canInBody(actor, 'createDocument', meeting.bodyId).ok,
    },
  });
}

function deviceCopiesOf(runtime: Runtime, meetingId: string): MeetingView['deviceCopies'] {
  const rule = deviceCopyRule(runtime.db, meetingId, runtime.clock.now());
  return { allowed: rule?.allowed ?? true, since: rule?.since ?? null };
}

/** Somebody in the room of a document, as lists show them. */
export type PersonInRoom = Pick<PresenceUser, 'id' | 'name' | 'country' | 'color'>;

/** Who is in the rooms of these documents now. Pass only documents the actor may list. */
export async function peopleInRooms(
  runtime: Runtime,
  documentIds: readonly string[],
): Promise<Record<string, PersonInRoom[]>> {
  const rooms = await runtime.live.peopleIn(documentIds);
  return Object.fromEntries(
    documentIds.map((documentId) => [
      documentId,
      (rooms.get(documentId) ?? []).map(({ id, name, country, color }) => ({ id, name, country, color })),
    ]),
  );
}

/** Who is in the rooms of a meeting's documents now, by document; only of those the actor may list. */
export async function meetingPresence(
  runtime: Runtime,
  actor: Actor,
  meetingId: string,
): Promise<Outcome<Record<string, PersonInRoom[]>>> {
  const meeting = findMeeting(runtime.db, meetingId);
  if (meeting === undefined) return refuse('PO1');
  const allowed = canInBody(actor, 'enter', meeting.bodyId);
  if (!allowed.ok) return allowed;
  const documents = await listDocuments(runtime, actor, { meetingId });
  if (!documents.ok) return documents;
  return accept(
    await peopleInRooms(
      runtime,
      documents.value.map((document) => document.id),
    ),
  );
}

export interface Waiting {
  readonly mayOpen: boolean;
}

/** That a meeting is not open yet, for whoever will decide there or give something to do; else null. */
export function waitsForOpening(actor: Actor, { bodyId, status }: MeetingRow): Waiting | null {
  if (status !== 'planned' || !canInBody(actor, 'decideAtMeeting', bodyId).ok) return null;
  return { mayOpen: canInBody(actor, 'manageMeetings', bodyId).ok };
}

export function lineOf(meeting: MeetingRow, acronym: string): MeetingLine {
  const { id, bodyId, series, tier, title, titleThai, place, hostCountry, startsOn, endsOn, status } =
    meeting;
  return {
    id,
    body: { id: bodyId, acronym },
    series,
    tier,
    title,
    titleThai,
    place,
    hostCountry,
    startsOn,
    endsOn,
    status,
  };
}
