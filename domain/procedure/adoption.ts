import { accept, type Outcome, refuse } from '../refusal';
import { type AdoptionGap, gapRefusal } from './adoption-gaps';
import { DECISION_VERBS, type DecisionVerb, type MeetingState, type MeetingTier } from './states';
import { goesDown } from './tier-order';

/** The chair's act. Meeting and item come as they stand in the database at that instant, or null where there is none. */
export interface AdoptCommand {
  readonly do: 'adopt';
  readonly verb: string;
  readonly wording: string;
  /** Position of the log that the room was shown. */
  readonly position: number;
  /** Hash that the room was shown. */
  readonly hash: string;
  readonly meetingId: string;
  readonly agendaItemId: string;
  readonly meeting: {
    readonly bodyId: string;
    readonly status: MeetingState;
    readonly tier: MeetingTier;
  } | null;
  /** Whose decision on the text was the last; null: nobody has decided yet. */
  readonly lastTier: MeetingTier | null;
  readonly agendaItem: { readonly meetingId: string } | null;
  /** What the negotiation has left open (PR33–PR39); empty for a text that was not negotiated. */
  readonly gaps: readonly AdoptionGap[];
}

export const WORDING_MIN = 3;
export const WORDING_MAX = 2000;

export function isDecisionVerb(value: unknown): value is DecisionVerb {
  return typeof value === 'string' && (DECISION_VERBS as readonly string[]).includes(value);
}

/** What must hold of the text, the meeting and the words of the decision (PR8, PR11–PR17, DE14). State and chair are asked before. */
export function adoptionGuards(
  state: {
    readonly bodyId: string;
    readonly pensDown: boolean;
    readonly text: { readonly position: number; readonly hash: string; readonly words: number };
  },
  command: AdoptCommand,
): Outcome<true> {
  if (command.meeting === null || command.meeting.bodyId !== state.bodyId)
    return refuse('PR11', { field: 'meetingId' });
  if (command.meeting.status !== 'open')
    return refuse('PR13', { meetingState: command.meeting.status, field: 'meetingId' });
  if (command.agendaItem?.meetingId !== command.meetingId) return refuse('PR12', { field: 'agendaItemId' });
  if (goesDown(command.meeting.tier, command.lastTier)) {
    return refuse('DE14', { tier: command.lastTier ?? '', field: 'meetingId' });
  }
  if (!state.pensDown) return refuse('PR14');
  if (state.text.words === 0) return refuse('PR8');
  if (state.text.position !== command.position) return refuse('PR15');
  if (state.text.hash !== command.hash) return refuse('PR16');
  if (!isDecisionVerb(command.verb)) return refuse('PR17', { field: 'verb' });
  const wording = command.wording.trim();
  if (wording.length < WORDING_MIN || wording.length > WORDING_MAX) {
    return refuse('PR25', { min: WORDING_MIN, max: WORDING_MAX, field: 'wording' });
  }
  const [gap] = command.gaps;
  return gap === undefined ? accept(true) : gapRefusal(gap);
}
