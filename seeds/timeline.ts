import type { SeedState } from './actors';

/** Something that somebody did at an instant (ISO-8601 UTC). */
export interface TimedAct {
  readonly at: string;
  readonly run: (state: SeedState) => Promise<void>;
}

/** Acts in the order in which they happened; those of one instant stay in the order given. */
export function inOrder(acts: readonly TimedAct[]): TimedAct[] {
  return acts.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}
