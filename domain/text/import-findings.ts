import type { LeftOut } from './left-out';
import type { ClaimedAuthor, ClaimedChange, MarkedParagraph } from './tracked-changes';

/** What was found in a file that somebody wants to import, before anything is imported. */
export interface ImportFindings {
  readonly words: number;
  readonly clauses: number;
  readonly tables: number;
  readonly footnotes: number;
  readonly comments: number;
  readonly leftOut: readonly LeftOut[];
  /** Tracked changes, in the order of the file, and what the file says of their authors. */
  readonly changes: readonly ClaimedChange[];
  readonly authors: readonly ClaimedAuthor[];
  readonly marked: readonly MarkedParagraph[];
}
