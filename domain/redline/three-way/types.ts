import type { ClauseRef, RedlineRow } from '../types';

/** Who touched a clause of the common base: A alone, B alone, both to the same result, or both to different ones. */
export type Touch = 'neither' | 'onlyA' | 'onlyB' | 'alike' | 'differently';

/**
 * One clause of the base with what each of two later texts made of it, as indexes of the rows of each redline. A
 * clause that was split, or moved, has several rows. `base` is null for clauses that were put in: they stand after
 * the clause of the base behind which they were put, and a side without them has no rows.
 */
export interface ThreeWayEntry {
  readonly base: ClauseRef | null;
  readonly touch: Touch;
  readonly a: readonly number[];
  readonly b: readonly number[];
}

/** Two redlines of one base, clause by clause. Every row of either stands in exactly one entry. */
export interface ThreeWay {
  readonly baseHash: string;
  readonly aHash: string;
  readonly bHash: string;
  readonly entries: readonly ThreeWayEntry[];
  readonly counts: Readonly<Record<Touch, number>>;
}

/** What a page shows of a three-way comparison: all that was touched, what both touched, conflicts, or every clause. */
export const THREE_WAY_VIEWS = ['touched', 'both', 'differently', 'all'] as const;
export type ThreeWayView = (typeof THREE_WAY_VIEWS)[number];

/** An entry with its rows themselves: what a page draws. A moved clause has only the row at its new place. */
export interface ThreeWayClause {
  readonly base: ClauseRef | null;
  readonly touch: Touch;
  readonly a: readonly RedlineRow[];
  readonly b: readonly RedlineRow[];
}

/** One page of the entries of a view. `page` counts from 1; a page beyond the last is the last. */
export interface ThreeWayPage extends Omit<ThreeWay, 'entries'> {
  readonly clauses: readonly ThreeWayClause[];
  /** Entries of the view. */
  readonly total: number;
  readonly page: number;
  readonly pages: number;
}
