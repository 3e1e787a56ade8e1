import { WORDING_MAX, WORDING_MIN } from '../procedure/adoption';
import type { OpenQuestion } from '../procedure/open-questions';
import { DECISION_VERBS, type DecisionVerb, type DocumentState, type MeetingTier } from '../procedure/states';
import { goesDown } from '../procedure/tier-order';
import { accept, type Outcome, refuse } from '../refusal';
import { farEnough, readEnd, type WantedEnd } from './end-instant';
import type { SilenceRules } from './rules';

/** What stands at the instant of the start. Whether the person may start one at all the policy has said. */
export interface StartFacts {
  readonly bodyId: string;
  readonly state: DocumentState;
  readonly stateSeq: number;
  readonly text: { readonly hash: string; readonly words: number };
  readonly lastRevision: { readonly revision: number; readonly hash: string } | null;
  readonly isRunning: boolean;
  /** What is open in the text. */
  readonly questions: readonly OpenQuestion[];
  /** Delegations whose objection stands, as far as the chair may know of it. */
  readonly objecting: readonly string[];
  readonly meeting: { readonly bodyId: string; readonly tier: MeetingTier } | null;
  /** Whose decision on the text was the last; null: nobody has decided yet. */
  readonly lastTier: MeetingTier | null;
  readonly agendaItem: { readonly meetingId: string } | null;
}

export interface StartCommand {
  readonly end: WantedEnd;
  readonly verb: string;
  readonly wording: string;
  readonly meetingId: string;
  /** Hash of the text that the chair was shown. */
  readonly hash: string;
  readonly stateSeq: number;
}

export interface StartedSilence {
  readonly expiresAt: string;
  readonly zone: string;
  readonly verb: DecisionVerb;
  readonly wording: string;
  /** The Rev.n under silence, and whether it is to be issued first. */
  readonly revision: number;
  readonly isNewRevision: boolean;
}

/** SP2–SP8, DE14: whether silence may begin, and on what. */
export function decideStart(
  facts: StartFacts,
  command: StartCommand,
  rules: SilenceRules,
  now: string,
): Outcome<StartedSilence> {
  if (facts.isRunning) return refuse('SP2');
  if (facts.state !== 'negotiation' && facts.state !== 'agreed') {
    return refuse('PR1', { state: facts.state, to: 'silence' });
  }
  if (command.stateSeq !== facts.stateSeq) return refuse('PR4');
  if (facts.text.words === 0) return refuse('PR8');
  if (facts.text.hash !== command.hash) return refuse('SP8');
  const [open] = facts.questions;
  if (open !== undefined) {
    return refuse('SP6', { count: facts.questions.length, where: open.citation || open.excerpt || '–' });
  }
  if (facts.objecting.length > 0) return refuse('SP7', { delegations: facts.objecting.join(',') });
  if (facts.meeting?.bodyId !== facts.bodyId) return refuse('PR11', { field: 'meetingId' });
  if (facts.agendaItem?.meetingId !== command.meetingId) return refuse('PR12', { field: 'agendaItemId' });
  if (goesDown(facts.meeting.tier, facts.lastTier)) {
    return refuse('DE14', { tier: facts.lastTier ?? '', field: 'meetingId' });
  }
  const verb = DECISION_VERBS.find((entry) => entry === command.verb);
  if (verb === undefined) return refuse('PR17', { field: 'verb' });
  const wording = command.wording.trim().normalize('NFC');
  if (wording.length < WORDING_MIN || wording.length > WORDING_MAX) {
    return refuse('PR25', { min: WORDING_MIN, max: WORDING_MAX, field: 'wording' });
  }
  const end = readEnd(command.end, rules);
  if (!end.ok) return end;
  const far = farEnough(end.value, now, rules);
  if (!far.ok) return far;
  const last = facts.lastRevision;
  const isNewRevision = last?.hash !== facts.text.hash;
  return accept({
    expiresAt: end.value,
    zone: command.end.zone,
    verb,
    wording,
    revision: (last?.revision ?? 0) + (isNewRevision ? 1 : 0),
    isNewRevision,
  });
}
