import { z } from 'zod';
import { type ActionRow, changeAction, findAction, insertAction, insertActionReport } from '../../db/actions';
import { atomic } from '../../db/atomic';
import { listCountries } from '../../db/bodies';
import type { Db } from '../../db/client';
import { findMeetingDecision } from '../../db/meeting-decisions';
import { listMeetings, type MeetingRow } from '../../db/meetings';
import { SEATED_ROLES } from '../../domain/body/grants';
import {
  ACTION_WORDS,
  type ActionState,
  checkAction,
  decideReport,
  type Reporter,
  SECRETARIAT,
} from '../../domain/meeting/actions';
import { checkInSession } from '../../domain/meeting/decisions';
import { type Actor, canInBody, delegationOf } from '../../domain/policy/can';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import { newId } from '../ids';
import type { Runtime } from '../runtime';
import { permittedInBody, readInput, recordAct } from './body-act';
import { nameText, optionalText } from './input-shapes';
import { decidingMeeting } from './meeting-decisions';
import { rosterNow } from './roster-now';
import { tell } from './tell';

const ActionFields = z.object({
  wording: nameText(ACTION_WORDS),
  wordingThai: optionalText(ACTION_WORDS),
  /** ISO codes; "" stands for the secretariat. */
  who: z.array(z.string()).max(60),
  dueOn: z
    .string()
    .nullish()
    .transform((day) => (day === undefined || day === '' ? null : day)),
  decisionId: z
    .string()
    .nullish()
    .transform((id) => (id === undefined || id === '' ? null : id)),
});

export type SaveActionInput = z.input<typeof ActionFields> & {
  readonly meetingId: string;
  /** Left out: a new one. */
  readonly actionId?: string;
  /** The `rev` of the page; needed to change one. */
  readonly rev?: number;
};

/** A meeting gives somebody something to do; chair and secretariat may say it anew while it is open (ME2, ME11, ME12). */
export async function saveAction(
  runtime: Runtime,
  actor: Actor,
  input: SaveActionInput,
): Promise<Outcome<{ actionId: string }>> {
  const at = runtime.clock.now();
  return atomic(runtime.db, (tx): Outcome<{ actionId: string }> => {
    const meeting = decidingMeeting(tx, actor, input.meetingId);
    if (!meeting.ok) return meeting;
    const read = readInput(ActionFields, input);
    if (!read.ok) return read;
    const { decisionId } = read.value;
    const who = inSeatingOrder(tx, read.value.who);
    const said = { ...read.value, who };
    const roster = rosterNow(tx, meeting.value.bodyId, at).map(({ country }) => country);
    const checked = checkAction(said, { roster, startsOn: meeting.value.startsOn });
    if (!checked.ok) return checked;
    if (decisionId !== null && findMeetingDecision(tx, decisionId)?.meetingId !== input.meetingId)
      return refuse('PO1');
    return input.actionId === undefined
      ? giveAction(tx, actor, at, meeting.value, said)
      : sayAnew(tx, actor, at, meeting.value, { ...input, actionId: input.actionId }, said);
  });
}

type SaidAction = Pick<ActionRow, 'wording' | 'wordingThai' | 'who' | 'dueOn' | 'decisionId'>;

function giveAction(
  tx: Db,
  actor: Actor,
  at: string,
  meeting: MeetingRow,
  said: SaidAction,
): Outcome<{ actionId: string }> {
  const inSession = checkInSession(meeting.status);
  if (!inSession.ok) return inSession;
  const id = newId('act');
  insertAction(tx, {
    id,
    meetingId: meeting.id,
    ...said,
    state: 'open',
    rev: 0,
    createdBy: actor.userId,
    createdAt: at,
  });
  recordOnAction(tx, actor, at, meeting, 'meeting.actionGiven', { actionId: id, ...factsOf(said) });
  tellAssigned(tx, actor, at, meeting, { id, ...said }, said.who);
  return accept({ actionId: id });
}

function sayAnew(
  tx: Db,
  actor: Actor,
  at: string,
  meeting: MeetingRow,
  input: { readonly actionId: string; readonly rev?: number },
  { decisionId: _, ...said }: SaidAction,
): Outcome<{ actionId: string }> {
  const standing = findAction(tx, input.actionId);
  if (standing?.meetingId !== meeting.id) return refuse('PO1');
  if (standing.state !== 'open') return refuse('ME15');
  if (!changeAction(tx, standing.id, input.rev ?? -1, said)) return refuse('ME18');
  recordOnAction(tx, actor, at, meeting, 'meeting.actionChanged', {
    actionId: standing.id,
    before: factsOf(standing),
    after: factsOf(said),
  });
  const added = said.who.filter((code) => !standing.who.includes(code));
  tellAssigned(tx, actor, at, meeting, { id: standing.id, ...said }, added);
  return accept({ actionId: standing.id });
}

function factsOf({ wording, who, dueOn }: Omit<SaidAction, 'decisionId'>) {
  return { wording, who, dueOn };
}

export interface ReportActionInput {
  readonly actionId: string;
  /** The `rev` of the page. */
  readonly rev: number;
  readonly state: string;
  readonly words: string;
}

/**
 * What became of an action so far, by a delegation that it names or by the head table (ME13–ME16). Where a meeting of
 * the body is in session the report is made to it.
 */
export async function reportAction(
  runtime: Runtime,
  actor: Actor,
  input: ReportActionInput,
): Promise<Outcome<{ readonly state: ActionState }>> {
  const at = runtime.clock.now();
  return atomic(runtime.db, (tx): Outcome<{ readonly state: ActionState }> => {
    const action = findAction(tx, input.actionId);
    if (action === null) return refuse('PO1');
    const allowed = permittedInBody(tx, actor, 'reportAction', action.bodyId);
    if (!allowed.ok) return allowed;
    const by = reporterIn(actor, action.bodyId);
    const words = input.words.normalize('NFC').trim();
    const decided = decideReport(action, { state: input.state, words }, by);
    if (!decided.ok) return decided;
    if (!changeAction(tx, action.id, input.rev, decided.value)) return refuse('ME18');
    const [sitting] = listMeetings(tx, [action.bodyId]).filter(({ status }) => status === 'open');
    insertActionReport(tx, {
      id: newId('arep'),
      actionId: action.id,
      meetingId: sitting?.id ?? null,
      state: decided.value.state,
      words,
      country: by.country !== null && action.who.includes(by.country) ? by.country : null,
      by: actor.userId,
      at,
    });
    recordOnAction(tx, actor, at, { id: action.meetingId, bodyId: action.bodyId }, 'meeting.actionReported', {
      actionId: action.id,
      state: decided.value.state,
      ...(sitting === undefined ? {} : { reportedAt: sitting.id }),
    });
    return decided;
  });
}

/** As whom the actor speaks of the actions of a body. */
export function reporterIn(actor: Actor, bodyId: string): Reporter {
  return {
    headTable: canInBody(actor, 'decideAtMeeting', bodyId).ok,
    country: canInBody(actor, 'reportAction', bodyId).ok ? delegationOf(actor, bodyId) : null,
  };
}

/** Each once, countries as they sit, the secretariat after them. */
function inSeatingOrder(tx: Db, who: readonly string[]): string[] {
  const named = new Set(who);
  const seated = listCountries(tx).flatMap(({ code }) => (named.has(code) ? [code] : []));
  const rest = [...named].filter((code) => !seated.includes(code));
  return [...seated, ...rest];
}

function recordOnAction(
  tx: Db,
  actor: Actor,
  at: string,
  meeting: Pick<MeetingRow, 'id' | 'bodyId'>,
  kind: string,
  data: Readonly<Record<string, unknown>>,
): void {
  recordAct(tx, actor, at, {
    kind,
    bodyId: meeting.bodyId,
    subjectType: 'meeting',
    subjectId: meeting.id,
    data,
  });
}

function tellAssigned(
  tx: Db,
  actor: Actor,
  at: string,
  meeting: MeetingRow,
  action: Pick<ActionRow, 'id' | 'dueOn'>,
  who: readonly string[],
): void {
  tellThose(tx, at, { ...action, meetingId: meeting.id }, meeting, who, {
    kind: 'actionAssigned',
    key: `actionAssigned:${action.id}`,
    except: actor.userId,
  });
}

/** Tells whoever acts for those named: the people of the delegations, and the secretariat where it is meant. */
export function tellThose(
  tx: Db,
  at: string,
  action: Pick<ActionRow, 'id' | 'dueOn' | 'meetingId'>,
  meeting: { readonly bodyId: string; readonly title: string },
  who: readonly string[],
  event: { readonly kind: 'actionAssigned' | 'actionDue'; readonly key: string; readonly except?: string },
): void {
  const { except, ...rest } = event;
  const shared = {
    ...rest,
    bodyId: meeting.bodyId,
    documentId: null,
    data: {
      meetingId: action.meetingId,
      meeting: meeting.title,
      actionId: action.id,
      ...(action.dueOn === null ? {} : { day: action.dueOn }),
    },
  };
  const nobodyElse = except === undefined ? {} : { except };
  const countries = who.filter((code) => code !== SECRETARIAT);
  if (countries.length > 0) {
    tell(tx, at, { ...shared, to: { roles: SEATED_ROLES, countries, ...nobodyElse } });
  }
  if (who.includes(SECRETARIAT)) {
    tell(tx, at, { ...shared, to: { roles: ['secretariat'], ...nobodyElse } });
  }
}
