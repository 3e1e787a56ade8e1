import type { LeftOut } from './left-out';
import type { ClaimedAuthor } from './tracked-changes';

/**
 * What was found in a file that somebody wants to import, before anything is imported. In short, however much the file
 * tracks: the changes themselves are on the pages of its review (IM24).
 */
export interface ImportFindings {
  readonly words: number;
  readonly clauses: number;
  readonly tables: number;
  readonly footnotes: number;
  readonly comments: number;
  readonly leftOut: readonly LeftOut[];
  /** Whether it is a Word file that this site wrote; files that waited before this was kept do not say. */
  readonly isOwn?: boolean;
  /** What the file says of the authors of its tracked changes, those with the most first. */
  readonly authors: readonly ClaimedAuthor[];
  /** For each tracked change, in the order of the file, whose it is: an index into `authors`. */
  readonly authorOf: readonly number[];
  /** How many pages the review has, and of how many passages it is. */
  readonly pages: number;
  readonly passages: number;
}
