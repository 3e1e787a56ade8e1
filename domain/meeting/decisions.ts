import { WORDING_MAX, WORDING_MIN } from '../procedure/adoption';
import type { DecisionVerb, MeetingState } from '../procedure/states';
import { accept, type Outcome, refuse } from '../refusal';
import { isMeetingVerb, type MeetingVerb, reportedVerb, saysVerb } from './verbs';

/** A delegation in the room when something was decided, with its head where one is known. */
export interface PresentDelegation {
  readonly country: string;
  readonly head: string | null;
}

/** A decision on a text, of whichever table, that a meeting's decision may report. */
export interface ReportedDecision {
  readonly id: string;
  readonly documentId: string;
  readonly meetingId: string;
  readonly verb: DecisionVerb;
}

/** What a decision names besides its words, each as it stands in the database, or null where there is none. */
export interface DecisionCommand {
  readonly meetingId: string;
  readonly bodyId: string;
  readonly meetingState: MeetingState;
  readonly verb: string;
  readonly wording: string;
  readonly wordingThai: string;
  readonly agendaItem: { readonly meetingId: string } | null;
  /** Of a document; only what the actor may list comes here. */
  readonly document: { readonly id: string; readonly bodyId: string } | null;
  readonly reports: ReportedDecision | null;
  readonly putsRight: {
    readonly id: string;
    readonly number: number;
    readonly bodyId: string;
    readonly verb: string;
    readonly documentId: string | null;
  } | null;
  /** Ids that decisions of the body have reported or put right already. */
  readonly named: ReadonlySet<string>;
}

/** What a decision points back to: the decision on a text that it reports, or the earlier one that it puts right. */
export interface DecidedAtMeeting {
  readonly verb: MeetingVerb;
  readonly documentId: string | null;
  readonly ofDecisionId: string | null;
}

/** ME2: what a meeting decides, and what it gives to do, it does in session. */
export function checkInSession(meetingState: MeetingState): Outcome<true> {
  return meetingState === 'open' ? accept(true) : refuse('ME2');
}

/** Whether a meeting may decide so (ME2–ME8). Who may, the policy has said before. */
export function decideAtMeeting(command: DecisionCommand): Outcome<DecidedAtMeeting> {
  const inSession = checkInSession(command.meetingState);
  if (!inSession.ok) return inSession;
  const { verb, reports, putsRight, document } = command;
  if (!isMeetingVerb(verb)) return refuse('ME3', { field: 'verb' });
  if (command.agendaItem !== null && command.agendaItem.meetingId !== command.meetingId)
    return refuse('PR12', { field: 'agendaItemId' });
  const words = checkWording(command, verb);
  if (!words.ok) return words;
  if (document !== null && document.bodyId !== command.bodyId) return refuse('PO1');
  // Adopting a text has a way of its own; of an agenda, which is no text of ours, a meeting may say so here. The words
  // of a decision that said it of this text may be put right.
  const saysAgain = putsRight?.verb === 'adopted' && putsRight.documentId === document?.id;
  if (document !== null && verb === 'adopted' && reports === null && !saysAgain)
    return refuse('ME6', { field: 'verb' });
  if (putsRight !== null) {
    if (reports !== null) return refuse('ME7', { field: 'ofDecisionId' });
    if (putsRight.bodyId !== command.bodyId) return refuse('PO1');
    if (command.named.has(putsRight.id))
      return refuse('ME8', { number: putsRight.number, field: 'putsRightId' });
    return accept({ verb, documentId: document?.id ?? null, ofDecisionId: putsRight.id });
  }
  if (reports !== null) return decideReporting(command, verb, reports);
  return accept({ verb, documentId: document?.id ?? null, ofDecisionId: null });
}

function checkWording({ wording, wordingThai }: DecisionCommand, verb: MeetingVerb): Outcome<true> {
  const limits = { min: WORDING_MIN, max: WORDING_MAX };
  if (wording.length < WORDING_MIN || wording.length > WORDING_MAX)
    return refuse('ME5', { ...limits, field: 'wording' });
  if (wordingThai.length > WORDING_MAX) return refuse('ME5', { ...limits, field: 'wordingThai' });
  return saysVerb(wording, verb) ? accept(true) : refuse('ME4', { field: 'wording' });
}

function decideReporting(
  command: DecisionCommand,
  verb: MeetingVerb,
  reports: ReportedDecision,
): Outcome<DecidedAtMeeting> {
  const isOfHere = reports.meetingId === command.meetingId;
  const isOfText = command.document === null || command.document.id === reports.documentId;
  if (!isOfHere || !isOfText || command.named.has(reports.id) || reportedVerb(reports.verb) !== verb)
    return refuse('ME7', { field: 'ofDecisionId' });
  return accept({ verb, documentId: reports.documentId, ofDecisionId: reports.id });
}
