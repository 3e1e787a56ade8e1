import type { ClauseTouches } from './form/between';

/**
 * Whose words a text holds, in reading order: rows of the log, by position, that wrote its runs and that last put
 * them where they stand (0: the row that wrote them). Lengths in composed characters (NFC).
 */
export interface WrittenRun {
  readonly length: number;
  readonly written: number;
  readonly carried: number;
}

/** What became of a text, in reading order: the row that took a run away from its place, or 0 where nobody did. */
export interface RemovedRun {
  readonly length: number;
  readonly removed: number;
}

export interface Authorship {
  /** Of the newer text. */
  readonly written: readonly WrittenRun[];
  /** Of the older text, until the newer; null where none was asked for. */
  readonly removed: readonly RemovedRun[] | null;
  /** What was done to clauses between the two; null where no older text was asked for. */
  readonly touches: ClauseTouches | null;
}
