/** A file that waits, as acts name it. */
export interface FileKey {
  readonly documentId: string;
  readonly id: string;
}

/** What went wrong, in words; null where it went well. */
type Problem = Promise<string | null>;

export type ImportFile = (
  file: FileKey,
  take: 'all' | 'none',
  /** Whether the file's comments come along. */
  comments: boolean,
) => Problem;
export type DropFile = (file: FileKey) => Problem;

/** What the form of a review is answered. */
export interface ReviewState {
  readonly problem: string | null;
  /** Whether the file's comments were chosen when it was sent; null before it was. */
  readonly comments: boolean | null;
}

export type ReviewFile = (state: ReviewState, form: FormData) => Promise<ReviewState>;
/** Keeps the choices of a review form, and does nothing else that it may ask for. */
export type KeepChoices = (form: FormData) => Problem;
