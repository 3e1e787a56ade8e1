/** Words that came or went in one edit: all the words of a block, or a run inside one. */
export interface Passage {
  readonly text: string;
  /** Id of the clause in which the words stand or stood, or null. */
  readonly clause: string | null;
  /** Number of the block within its edit; what came and what went in one block carry the same. */
  readonly block: number;
  /** All the words of a block that came, went, or took the place of another. */
  readonly whole: boolean;
  /** All the words of one of the texts into which footnotes and line breaks part a block, where that text itself came or went. */
  readonly part: boolean;
  /** Words came or went in several of the texts into which footnotes and line breaks part the block. */
  readonly mixed: boolean;
  /** The words of a footnote, not of the running text. */
  readonly note: boolean;
  /** The words of the block around a run, as far as a neighbouring change may have been mistaken for them; "" for a whole block. */
  readonly before: string;
  readonly after: string;
  /**
   * Of what went: in this edit, in an earlier one of the same person, or in one that put it elsewhere at once. What
   * is there already comes back only where an undo sets up the very clause again.
   */
  readonly gone: 'now' | 'earlier' | 'elsewhere';
}

/** `length` characters from `targetAt` of a passage that came are those from `sourceAt` of a passage that went. */
export interface Carried {
  readonly target: number;
  readonly targetAt: number;
  readonly source: number;
  readonly sourceAt: number;
  readonly length: number;
}

/** Words that came of which nobody can say whether they were written or carried. */
export interface Doubtful {
  readonly target: number;
  readonly at: number;
  readonly length: number;
}
