/** A file that waits, as acts name it. */
export interface FileKey {
  readonly documentId: string;
  readonly id: string;
}

/** What went wrong, in words; null where it went well. */
type Problem = Promise<string | null>;

export type KeepDecisions = (file: FileKey, left: readonly number[]) => Problem;
export type ImportFile = (
  file: FileKey,
  take: 'all' | 'none' | 'reviewed',
  left: readonly number[] | null,
  /** Whether the file's comments come along. */
  comments: boolean,
) => Problem;
export type DropFile = (file: FileKey) => Problem;
