import { type ClauseFacts, type ClauseState, clauseStanding } from './clause-state';
import { HOLDING, type StandingPosition } from './positions';

/** Why a clause waits for somebody (PS28). */
export type AwaitedAct = 'confirmAdRef' | 'reconfirm' | 'position' | 'dispose' | 'find';

/** Who looks at a clause: a spokesperson of a delegation, the chair, or anybody else. */
export interface Awaited {
  /** The delegation they speak for, or null. */
  readonly speaksFor: string | null;
  readonly chair: boolean;
}

const UNSETTLED: readonly ClauseState[] = ['open', 'contested'];

/**
 * What on this clause waits for this person and nobody else, or null. `facts` are as everybody sees them, `own` is
 * the delegation's own newest position.
 */
export function awaitedOn(facts: ClauseFacts, own: StandingPosition | null, who: Awaited): AwaitedAct | null {
  const { state, pending } = clauseStanding(facts);
  if (who.speaksFor !== null) {
    if (pending.includes(who.speaksFor)) return 'confirmAdRef';
    if (own?.standing === 'toReconfirm' && state !== 'agreed') return 'reconfirm';
    if ((own === null || own.stance === 'none') && UNSETTLED.includes(state)) return 'position';
  }
  if (who.chair) {
    if (facts.tabled > 0) return 'dispose';
    const isHeld =
      facts.proposals > 0 ||
      facts.brackets > 0 ||
      facts.positions.some(({ stance }) => HOLDING.includes(stance));
    if (UNSETTLED.includes(state) && !isHeld) return 'find';
  }
  return null;
}
