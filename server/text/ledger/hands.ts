import type { SpanValues } from '../../../domain/text/ledger/spans';

/** Whose words: positions in the log, whose rows say who and when. */
export interface Hand {
  /** The row that wrote the words; `NOBODY` where it cannot be told whether they were written or carried. */
  readonly written: number;
  /** The row that last put them anew without writing them (moved, split, joined, listed, brought back); 0 where none did. */
  readonly carried: number;
}

/** No row of any log. */
export const NOBODY = 0;

export const HANDS: SpanValues<Hand> = {
  advance: (hand) => hand,
  continues: (a, _length, b) => a.written === b.written && a.carried === b.carried,
};

/** What became of words that went: the row that took them away and, where they came back, the row and their new id. */
export interface Fate {
  readonly removed: number;
  /** 0 where they did not come back. */
  readonly back: number;
  /** They came back in another clause. */
  readonly leaves: boolean;
  readonly client: number;
  readonly clock: number;
}

export const FATES: SpanValues<Fate> = {
  advance: (fate, by) => (fate.back === 0 ? fate : { ...fate, clock: fate.clock + by }),
  continues: (a, length, b) =>
    a.removed === b.removed &&
    a.back === b.back &&
    a.leaves === b.leaves &&
    (a.back === 0 || (a.client === b.client && a.clock + length === b.clock)),
};
