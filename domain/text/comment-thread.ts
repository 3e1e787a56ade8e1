/**
 * A conversation about some words of one text, as files carry it. `clause` counts the text's clauses from 0 (as
 * `clausesOf`), `from` and `to` are UTF-16 offsets into that clause's words (`clauseText`); from = to is a point.
 * The first comment opened the thread, the others answer it. `at` is an ISO instant, null where a file gives none.
 * `author` is a name as stated, never an account.
 */
export interface CommentThread {
  readonly clause: number;
  readonly from: number;
  readonly to: number;
  readonly resolved: boolean;
  readonly comments: readonly {
    readonly author: string;
    readonly at: string | null;
    readonly text: string;
  }[];
}
