import { z } from 'zod';
import { annulmentsOn } from '../../db/annulments';
import { atomic } from '../../db/atomic';
import { listAppointedPeople } from '../../db/bodies';
import type { Db } from '../../db/client';
import { findDocument } from '../../db/documents';
import {
  findDecisionOnText,
  findMeetingDecision,
  insertMeetingDecision,
  namedByDecisions,
  nextDecisionNumber,
} from '../../db/meeting-decisions';
import { attendanceOf, findAgendaItem, findMeeting, type MeetingRow } from '../../db/meetings';
import { holdersOf, presentOf } from '../../domain/meeting/attendance';
import { decideAtMeeting, type PresentDelegation } from '../../domain/meeting/decisions';
import { type Actor, can } from '../../domain/policy/can';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import { cleanLine } from '../../domain/text/clean-line';
import { newId } from '../ids';
import type { Runtime } from '../runtime';
import { permittedInBody, readInput, recordAct } from './body-act';

import { subjectOf } from './permitted-document';
import { rosterNow } from './roster-now';

const chosen = z
  .string()
  .nullish()
  .transform((id) => (id === undefined || id === '' ? null : id));

const DecisionFields = z.object({
  verb: z.string(),
  wording: z.string().transform(cleanLine),
  wordingThai: z.string().default('').transform(cleanLine),
  agendaItemId: chosen,
  documentId: chosen,
  /** The decision on a text that this one reports. */
  reportsId: chosen,
  /** The decision that this one puts right. */
  putsRightId: chosen,
});

export type TakeMeetingDecisionInput = z.input<typeof DecisionFields> & { readonly meetingId: string };

/** The meeting decides (ME2–ME8): with the roster and the delegations present at that instant, for good. */
export async function takeMeetingDecision(
  runtime: Runtime,
  actor: Actor,
  input: TakeMeetingDecisionInput,
): Promise<Outcome<{ readonly decisionId: string; readonly number: number }>> {
  const at = runtime.clock.now();
  return atomic(runtime.db, (tx): Outcome<{ decisionId: string; number: number }> => {
    const found = decidingMeeting(tx, actor, input.meetingId);
    if (!found.ok) return found;
    const meeting = found.value;
    const read = readInput(DecisionFields, input);
    if (!read.ok) return read;
    const { verb, wording, wordingThai, agendaItemId, documentId, reportsId, putsRightId } = read.value;
    const agendaItem = agendaItemId === null ? null : findAgendaItem(tx, agendaItemId);
    if (agendaItem === undefined) return refuse('PR12', { field: 'agendaItemId' });
    const document = documentId === null ? null : listable(tx, actor, documentId);
    const reports = reportsId === null ? null : findDecisionOnText(tx, reportsId);
    const putsRight = putsRightId === null ? null : findMeetingDecision(tx, putsRightId);
    const isUnknown =
      (documentId !== null && document === null) ||
      (reportsId !== null && (reports === null || listable(tx, actor, reports.documentId) === null)) ||
      (putsRightId !== null && putsRight === null);
    if (isUnknown) return refuse('PO1');
    if (
      reports !== null &&
      annulmentsOn(tx, [reports.documentId]).some(({ decisionId }) => decisionId === reports.id)
    )
      return refuse('ME7', { field: 'ofDecisionId' });
    const decided = decideAtMeeting({
      meetingId: meeting.id,
      bodyId: meeting.bodyId,
      meetingState: meeting.status,
      verb,
      wording,
      wordingThai,
      agendaItem,
      document,
      reports,
      putsRight,
      named: new Set(namedByDecisions(tx, meeting.bodyId).keys()),
    });
    if (!decided.ok) return decided;
    const id = newId('mdec');
    const number = nextDecisionNumber(tx, meeting.id);
    insertMeetingDecision(tx, {
      id,
      meetingId: meeting.id,
      agendaItemId,
      number,
      ...decided.value,
      wording,
      wordingThai,
      roster: JSON.stringify(rosterNow(tx, meeting.bodyId, at)),
      present: JSON.stringify(presentNow(tx, meeting, at)),
      by: actor.userId,
      at,
    });
    recordAct(tx, actor, at, {
      kind: 'meeting.decided',
      bodyId: meeting.bodyId,
      subjectType: 'meeting',
      subjectId: meeting.id,
      data: { decisionId: id, number, ...decided.value },
    });
    return accept({ decisionId: id, number });
  });
}

/** The meeting, where the actor may say what it decided. */
export function decidingMeeting(db: Db, actor: Actor, meetingId: string): Outcome<MeetingRow> {
  const meeting = findMeeting(db, meetingId);
  if (meeting === undefined) return refuse('PO1');
  const allowed = permittedInBody(db, actor, 'decideAtMeeting', meeting.bodyId);
  return allowed.ok ? accept(meeting) : allowed;
}

/** The delegations in the room at an instant, with their heads. */
export function presentNow(
  db: Db,
  meeting: Pick<MeetingRow, 'id' | 'bodyId'>,
  at: string,
): PresentDelegation[] {
  return presentOf(
    rosterNow(db, meeting.bodyId, at),
    attendanceOf(db, [meeting.id]).get(meeting.id) ?? [],
    holdersOf('headOfDelegation', listAppointedPeople(db, meeting.bodyId), at),
  );
}

function listable(db: Db, actor: Actor, documentId: string) {
  const document = findDocument(db, documentId);
  return document !== null && can(actor, 'list', subjectOf(document)).ok ? document : null;
}
