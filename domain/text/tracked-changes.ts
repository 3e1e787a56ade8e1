/** A tracked change as a file states it: neither the name nor the hour is anybody's word but the file's (IM16). */
export interface ClaimedChange {
  /** 0, 1, 2 … in the order of the file. */
  readonly number: number;
  readonly kind: 'insertion' | 'deletion' | 'move' | 'format';
  readonly author: string;
  /** ISO instant of its first piece, null where the file gives none. */
  readonly at: string | null;
  /** Of its last piece, where it came in several; absent in files that were read before this was kept. */
  readonly lastAt?: string | null;
}

/** One claimed author with what the file says they did. */
export interface ClaimedAuthor {
  readonly author: string;
  readonly insertions: number;
  readonly deletions: number;
  readonly moves: number;
  readonly formats: number;
  readonly firstAt: string | null;
  readonly lastAt: string | null;
}

/** A run of a paragraph with the changes it depends on, as the file marks it. */
export interface MarkedRun {
  /** "¶" for the end of a paragraph. */
  readonly text: string;
  readonly mark: 'none' | 'inserted' | 'deleted' | 'movedHere' | 'movedAway' | 'formatted';
  /** Numbers of the changes, the outermost first; empty for words nobody changed. */
  readonly changes: readonly number[];
}

/** A paragraph in which something is tracked; `kind` as clauses have it. */
export interface MarkedParagraph {
  readonly kind: string;
  readonly runs: readonly MarkedRun[];
}
