import { dayOf } from '../body/days';
import { accept, type Outcome, refuse } from '../refusal';
import type { MeetingState } from './states';

/** What annulling rests on, read in the transaction that carries it out. */
export interface AnnulmentState {
  readonly decision: {
    readonly decidedBy: string;
    readonly at: string;
    readonly bySilence: boolean;
  };
  readonly meeting: MeetingState;
  readonly isAnnulled: boolean;
  /** A higher tier has decided on the text since. */
  readonly wentFurther: boolean;
}

/**
 * Whether the chair takes a wrong click back (DE20–DE23): who adopted, in the same sitting, that is on the same day at
 * the seat and while the meeting is still in session. What fell silent was adopted by nobody's click.
 */
export function decideAnnulment(
  state: AnnulmentState,
  command: { readonly reason: string },
  actor: { readonly userId: string },
  now: string,
): Outcome<{ readonly reason: string }> {
  if (state.isAnnulled) return refuse('DE22');
  if (state.decision.bySilence || state.decision.decidedBy !== actor.userId) return refuse('DE20');
  if (state.meeting !== 'open' || dayOf(state.decision.at) !== dayOf(now)) return refuse('DE21');
  if (state.wentFurther) return refuse('DE23');
  const reason = command.reason.trim().normalize('NFC');
  if (reason.length < 3 || reason.length > 2000) return refuse('PR3', { field: 'reason' });
  return accept({ reason });
}
