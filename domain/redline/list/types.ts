import type { ClauseRef, Redline, RedlineSummary, StructureChange } from '../types';
import type { ExactDifference } from './exact';

export const CHANGE_LIST_FORMAT = 'mufakat-changes/1';

/**
 * A redline as a file: what changed, for people and programs, and what it takes to make either text of the other
 * one. It stands by itself; whoever holds it and one of the two texts holds both.
 */
export interface ChangeList {
  readonly format: typeof CHANGE_LIST_FORMAT;
  readonly algorithm: string;
  /** Hashes of the canonical forms. */
  readonly oldHash: string;
  readonly newHash: string;
  readonly summary: RedlineSummary;
  readonly changes: readonly ListedChange[];
  readonly exact: ExactDifference;
}

/** One change. `old` is null for a clause inserted, `new` for one deleted; an insertion of words has an empty range in the old clause. */
export interface ListedChange {
  /** As in the redline. */
  readonly id: string;
  readonly kind: Redline['changes'][number]['kind'];
  readonly old: ListedSide | null;
  readonly new: ListedSide | null;
  readonly wordsInserted: number;
  readonly wordsDeleted: number;
  /** For `structure`: which setting, and its two values in words. */
  readonly structure?: Pick<StructureChange, 'what' | 'from' | 'to'>;
  /** ISO country codes of whoever made it, in the order of the words; empty where nobody knows. */
  readonly authors: readonly string[];
}

export interface ListedSide {
  /** The clause in its own text, `index` from 0 in reading order. */
  readonly clause: Pick<ClauseRef, 'index' | 'id' | 'kind' | 'label' | 'citation'>;
  readonly ranges: readonly ListedRange[];
  /** What stands in the ranges, one after the other. */
  readonly words: string;
}

/**
 * UTF-16 offsets in the words of the canonical clause (`clauseText`, in which a footnote takes no room), or in
 * those of its footnote `footnote`, counted from 0.
 */
export interface ListedRange {
  readonly from: number;
  readonly to: number;
  readonly footnote?: number;
  /** ISO country code, where one is known. */
  readonly author?: string;
}
