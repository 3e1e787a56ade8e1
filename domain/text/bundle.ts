/** The papers of a meeting in one file, as its page follows it. `interrupted`: the server was started anew meanwhile. */
export interface BundleState {
  readonly id: string;
  readonly meetingId: string;
  readonly status: 'making' | 'done' | 'failed' | 'interrupted';
  /** Documents that are finished, of how many. */
  readonly done: number;
  readonly total: number;
  /** Symbol of the document in hand; null where none is. */
  readonly current: string | null;
  /** What could not be made: the symbol and the sort of file. */
  readonly failed: readonly { readonly symbol: string; readonly file: string }[];
  /** Bytes of the finished file. */
  readonly size: number;
}
