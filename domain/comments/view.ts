import type { Anchor } from './anchor';
import type { CommentRing } from './rings';

/** A comment as a person reads it. */
export interface CommentView {
  readonly id: string;
  readonly by: string;
  /** ISO code of the delegation, or null. */
  readonly country: string | null;
  readonly at: string;
  /** Null where it was taken back. */
  readonly words: string | null;
  readonly isMine: boolean;
}

/** A conversation as a person sees it, with what they may do in it. */
export interface ThreadView {
  readonly id: string;
  readonly anchor: Anchor;
  readonly ring: CommentRing;
  readonly country: string | null;
  readonly at: string;
  readonly resolved: { readonly at: string } | null;
  readonly comments: readonly CommentView[];
  readonly mayAnswer: boolean;
  readonly maySettle: boolean;
  readonly widerRings: readonly CommentRing[];
}

/** Everything about the comments of a text that one person's page shows. */
export interface CommentsView {
  readonly threads: readonly ThreadView[];
  /** The rings in which the person may open a conversation; none where they only read. */
  readonly rings: readonly CommentRing[];
  /** The delegation of the person's inner ring. */
  readonly delegation: string | null;
}
