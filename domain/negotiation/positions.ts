import type { Ring, Stance } from './types';

/** A delegation's word on a clause, or on the whole text. */
export interface HeldPosition {
  readonly country: string;
  readonly stance: Stance;
  /** Hash of the words it was taken on. */
  readonly hash: string;
  readonly ring: Exclude<Ring, 'mine'>;
  readonly at: string;
}

/** One editorial change of the words it is about, from one hash to another. */
export interface EditorialStep {
  readonly fromHash: string;
  readonly toHash: string;
  readonly challengedAt: string | null;
}

/** How a position stands now (PS2). */
export type PositionStanding = 'stands' | 'toReconfirm';

/** A position with how it stands on the words of now. */
export interface StandingPosition extends HeldPosition {
  readonly standing: PositionStanding;
}

/** Stances that say something of the very words they were taken on. The others are their holder's to lift. */
const OF_THE_WORDS: readonly Stance[] = ['canAccept', 'canAcceptAdRef', 'proposes'];

/** Stances that keep a clause from being agreed. */
export const HOLDING: readonly Stance[] = ['objects', 'reserves'];

/** Stances that are no answer: where there is no other, the delegation has not spoken. */
export const UNSPOKEN: readonly Stance[] = ['none'];

/**
 * Whether the words of `present` are those of `hash` but for editorial changes that nobody challenged (PS2). Words
 * that were changed and changed back are the same words.
 */
export function sameButEditorial(hash: string, present: string, steps: readonly EditorialStep[]): boolean {
  const reached = new Set([hash]);
  const waiting = [hash];
  for (let from = waiting.pop(); from !== undefined; from = waiting.pop()) {
    if (from === present) return true;
    for (const step of steps) {
      if (step.fromHash !== from || step.challengedAt !== null || reached.has(step.toHash)) continue;
      reached.add(step.toHash);
      waiting.push(step.toHash);
    }
  }
  return false;
}

/** PS2: an acceptance asks to be reconfirmed once the words changed; an objection and a reserve stay until lifted. */
export function standingOf(
  position: Pick<HeldPosition, 'stance' | 'hash'>,
  present: string,
  steps: readonly EditorialStep[],
): PositionStanding {
  if (!OF_THE_WORDS.includes(position.stance)) return 'stands';
  return sameButEditorial(position.hash, present, steps) ? 'stands' : 'toReconfirm';
}

/** Whose eyes look at positions: everybody's, those of the chair and the secretariat, or also one delegation's own. */
export interface Eyes {
  readonly headTable: boolean;
  /** The delegation whose inner ring they belong to, or null. */
  readonly ring: string | null;
}

export const EVERYBODY: Eyes = { headTable: false, ring: null };
export const HEAD_TABLE: Eyes = { headTable: true, ring: null };

/** PS4: whether a position may be seen by these eyes. */
export function isSeenBy(position: Pick<HeldPosition, 'country' | 'ring'>, eyes: Eyes): boolean {
  if (position.ring === 'tabled' || position.country === eyes.ring) return true;
  return position.ring === 'chair' && eyes.headTable;
}

/**
 * What these eyes see of positions on one clause, given oldest first: the newest of each delegation among those they
 * may see, as it stands on the words of now.
 */
export function standingPositions(
  positions: readonly HeldPosition[],
  present: string,
  steps: readonly EditorialStep[],
  eyes: Eyes,
): StandingPosition[] {
  const newest = new Map<string, HeldPosition>();
  for (const position of positions) {
    if (isSeenBy(position, eyes)) newest.set(position.country, position);
  }
  return [...newest.values()].map((position) => ({
    ...position,
    standing: standingOf(position, present, steps),
  }));
}
