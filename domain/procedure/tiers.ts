import { accept, type Outcome, refuse } from '../refusal';
import { isDecisionVerb, WORDING_MAX, WORDING_MIN } from './adoption';
import type { DecisionVerb, DocumentState, MeetingState, MeetingTier } from './states';
import { goesDown, tierHeight } from './tier-order';

/** A decision that was taken on a text, of whichever table, as the next one must know it. */
export interface TakenDecision {
  readonly id: string;
  readonly verb: DecisionVerb;
  readonly tier: MeetingTier;
  readonly meetingId: string;
  readonly textHash: string;
  readonly at: string;
}

export interface TierState {
  readonly bodyId: string;
  readonly state: DocumentState;
  /** The newest Rev.n, or the adopted text. */
  readonly issued: { readonly revision: number; readonly hash: string } | null;
  /** The text as it stands. */
  readonly standingHash: string;
  /** Oldest first. */
  readonly taken: readonly TakenDecision[];
  readonly isAnnulled: boolean;
}

export interface TierCommand {
  readonly verb: string;
  readonly wording: string;
  /** Of the text that the meeting was shown. */
  readonly hash: string;
  readonly meetingId: string;
  readonly meeting: {
    readonly bodyId: string;
    readonly status: MeetingState;
    readonly tier: MeetingTier;
  } | null;
  readonly agendaItem: { readonly meetingId: string } | null;
}

/** Verbs of a tier on a text that stays open: adopting it has a way of its own. */
export function tierVerbs(state: DocumentState, verbs: readonly DecisionVerb[]): DecisionVerb[] {
  return verbs.filter((verb) => state === 'adopted' || verb !== 'adopted');
}

/**
 * Whether a tier may decide so on a text that stays open or is final already (DE12–DE16, and PR11–PR13, PR16, PR17,
 * PR25 as for an adoption). Who may, and in which states, the policy has said before.
 */
export function decideAtTier(
  state: TierState,
  command: TierCommand,
): Outcome<{
  readonly verb: DecisionVerb;
  readonly revision: number;
  readonly forwarded: TakenDecision | null;
}> {
  const { issued } = state;
  const { meeting } = command;
  if (state.isAnnulled) return refuse('DE16');
  if (meeting === null || meeting.bodyId !== state.bodyId) return refuse('PR11', { field: 'meetingId' });
  if (meeting.status !== 'open') return refuse('PR13', { meetingState: meeting.status, field: 'meetingId' });
  if (command.agendaItem?.meetingId !== command.meetingId) return refuse('PR12', { field: 'agendaItemId' });
  if (!isDecisionVerb(command.verb)) return refuse('PR17', { field: 'verb' });
  if (command.verb === 'adopted' && state.state !== 'adopted') return refuse('DE13', { field: 'verb' });
  const { length } = command.wording.trim();
  if (length < WORDING_MIN || length > WORDING_MAX) {
    return refuse('PR25', { min: WORDING_MIN, max: WORDING_MAX, field: 'wording' });
  }
  if (issued === null || issued.hash !== state.standingHash) return refuse('DE12');
  if (issued.hash !== command.hash) return refuse('PR16');
  const order = checkOrder(state, command.verb, meeting.tier, command);
  return order.ok
    ? accept({ verb: command.verb, revision: issued.revision, forwarded: state.taken.at(-1) ?? null })
    : order;
}

function checkOrder(
  { taken, state }: TierState,
  verb: DecisionVerb,
  tier: MeetingTier,
  { meetingId, hash }: TierCommand,
): Outcome<true> {
  const isSame = (one: TakenDecision) =>
    one.meetingId === meetingId && one.verb === verb && one.textHash === hash;
  if (taken.some(isSame)) return refuse('DE15', { verb });
  const last = taken.at(-1);
  if (last === undefined) return accept(true);
  // An open text may come back to its tier; a final one only goes up.
  const isHighEnough =
    state === 'adopted' ? tierHeight(tier) > tierHeight(last.tier) : !goesDown(tier, last.tier);
  return isHighEnough ? accept(true) : refuse('DE14', { tier: last.tier, field: 'meetingId' });
}
