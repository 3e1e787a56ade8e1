import type { Anchor } from '@/domain/comments/anchor';
import type { CommentRing } from '@/domain/comments/rings';

/** What became of an act: done, or why not, in the reader's language. */
export type ActAnswer = { readonly ok: true } | { readonly ok: false; readonly message: string };

export interface Mentionable {
  readonly id: string;
  readonly name: string;
  readonly country: string | null;
}

/** What a person can do with comments; the page brings the server's actions. */
export interface CommentActs {
  open(input: {
    documentId: string;
    anchor: Anchor;
    ring: CommentRing;
    words: string;
    mentions: string[];
  }): Promise<ActAnswer & { readonly threadId?: string }>;
  answer(input: {
    documentId: string;
    threadId: string;
    words: string;
    mentions: string[];
  }): Promise<ActAnswer>;
  settle(input: { documentId: string; threadId: string; resolved: boolean }): Promise<ActAnswer>;
  takeBack(input: { documentId: string; threadId: string; commentId: string }): Promise<ActAnswer>;
  widen(input: { documentId: string; threadId: string; to: CommentRing }): Promise<ActAnswer>;
  mentionable(input: { documentId: string; ring: CommentRing }): Promise<readonly Mentionable[]>;
}
