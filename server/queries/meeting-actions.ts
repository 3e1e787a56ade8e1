import { type ActionReportRow, type ActionRow, actionReportsOf, actionsOf } from '../../db/actions';
import { listBodies } from '../../db/bodies';
import { meetingDecisionsOf } from '../../db/meeting-decisions';
import { findMeeting, listMeetings, type MeetingRow } from '../../db/meetings';
import { dayOf } from '../../domain/body/days';
import {
  inOrderOfUrgency,
  isDueSoon,
  isOverdue,
  mayReportOn,
  SECRETARIAT,
} from '../../domain/meeting/actions';
import { type Actor, canInBody, delegationOf, rolesIn } from '../../domain/policy/can';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import type { Runtime } from '../runtime';
import { reporterIn } from '../use-cases/meeting-actions';
import { rosterNow } from '../use-cases/roster-now';
import { type Waiting, waitsForOpening } from './meetings';

interface MeetingName {
  readonly id: string;
  readonly title: string;
  readonly titleThai: string;
}

export interface ActionLine extends Omit<ActionRow, 'createdBy'> {
  readonly meeting: MeetingName;
  /** The decision it follows from. */
  readonly decision: { readonly id: string; readonly number: number } | null;
  readonly reports: readonly (Pick<ActionReportRow, 'id' | 'state' | 'words' | 'country' | 'at'> & {
    readonly meeting: MeetingName | null;
  })[];
  readonly isOverdue: boolean;
  /** Whether the actor's own delegation, or secretariat, shall do it. */
  readonly isOwn: boolean;
  readonly may: { readonly report: boolean; readonly steer: boolean };
}

export interface MeetingActionsView {
  readonly actions: readonly ActionLine[];
  readonly may: { readonly give: boolean };
  readonly isSitting: boolean;
  readonly waits: Waiting | null;
  /** Who may be named: the roster of the body now. */
  readonly roster: readonly string[];
  readonly decisions: readonly { readonly id: string; readonly number: number; readonly wording: string }[];
}

/** What one meeting gave to do, as it was given. */
export function actionsOfMeeting(
  runtime: Runtime,
  actor: Actor,
  meetingId: string,
): Outcome<MeetingActionsView> {
  const { db } = runtime;
  const meeting = findMeeting(db, meetingId);
  if (meeting === undefined) return refuse('PO1');
  const allowed = canInBody(actor, 'enter', meeting.bodyId);
  if (!allowed.ok) return allowed;
  return accept({
    actions: linesOf(runtime, actor, [meeting]),
    may: { give: meeting.status === 'open' && canInBody(actor, 'decideAtMeeting', meeting.bodyId).ok },
    isSitting: meeting.status === 'open',
    waits: waitsForOpening(actor, meeting),
    roster: rosterNow(db, meeting.bodyId, runtime.clock.now()).map(({ country }) => country),
    decisions: meetingDecisionsOf(db, [meetingId]).map(({ id, number, wording }) => ({
      id,
      number,
      wording,
    })),
  });
}

/** Actions of every meeting of the bodies the actor belongs to, what is late first. */
export function everyAction(runtime: Runtime, actor: Actor): ActionLine[] {
  const bodies = listBodies(runtime.db).filter(({ id }) => canInBody(actor, 'enter', id).ok);
  const meetings = listMeetings(
    runtime.db,
    bodies.map(({ id }) => id),
  );
  return inOrderOfUrgency(linesOf(runtime, actor, meetings));
}

/** Days before it is due from which an action stands on the home page of those who shall do it. */
const ON_THE_HOME_PAGE = 30;

/** What the actor's delegation, or the secretariat, shall do soon or should have done. */
export function actionsDue(runtime: Runtime, actor: Actor): ActionLine[] {
  const today = dayOf(runtime.clock.now());
  return everyAction(runtime, actor).filter(
    (action) => action.isOwn && action.may.report && isDueSoon(action, today, ON_THE_HOME_PAGE),
  );
}

function linesOf(runtime: Runtime, actor: Actor, meetings: readonly MeetingRow[]): ActionLine[] {
  const { db } = runtime;
  const today = dayOf(runtime.clock.now());
  const byId = new Map(meetings.map((meeting) => [meeting.id, meeting]));
  const ids = [...byId.keys()];
  const decisions = new Map(meetingDecisionsOf(db, ids).map((row) => [row.id, row]));
  const actions = actionsOf(db, ids);
  const reports = actionReportsOf(
    db,
    actions.map(({ id }) => id),
  );
  return actions.flatMap(({ createdBy: _, ...action }): ActionLine[] => {
    const meeting = byId.get(action.meetingId);
    if (meeting === undefined) return [];
    const by = reporterIn(actor, meeting.bodyId);
    const decision = decisions.get(action.decisionId ?? '');
    const own = rolesIn(actor, meeting.bodyId).includes('secretariat')
      ? SECRETARIAT
      : delegationOf(actor, meeting.bodyId);
    return [
      {
        ...action,
        meeting: named(meeting),
        decision: decision === undefined ? null : { id: decision.id, number: decision.number },
        reports: reports
          .filter(({ actionId }) => actionId === action.id)
          .map(({ id, state, words, country, at, meetingId }) => {
            const heard =
              meetingId === null ? undefined : (byId.get(meetingId) ?? findMeeting(db, meetingId));
            return { id, state, words, country, at, meeting: heard === undefined ? null : named(heard) };
          }),
        isOverdue: isOverdue(action, today),
        isOwn: own !== null && action.who.includes(own),
        may: {
          report: mayReportOn(action, by) && (by.headTable || action.state === 'open'),
          steer: by.headTable,
        },
      },
    ];
  });
}

function named({ id, title, titleThai }: MeetingRow): MeetingName {
  return { id, title, titleThai };
}
