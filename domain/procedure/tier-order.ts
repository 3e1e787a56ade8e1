import type { MeetingTier } from './states';

/** Upwards: what a lower tier agreed goes to a higher one, never down again. */
const UPWARDS: readonly MeetingTier[] = ['workingGroup', 'preparatory', 'som', 'heads'];

export function tierHeight(tier: MeetingTier): number {
  return UPWARDS.indexOf(tier);
}

/** DE14: whether a text that this tier decided on last goes down again. Null: none has decided yet. */
export function goesDown(tier: MeetingTier, last: MeetingTier | null): boolean {
  return last !== null && tierHeight(tier) < tierHeight(last);
}
