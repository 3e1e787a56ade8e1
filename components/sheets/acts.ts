/** A file that waits, as acts name it. */
export interface SheetFile {
  readonly kind: string;
  readonly target: string;
  readonly id: string;
}

/** What went wrong, in words; null where it went well. */
export type SheetAct = (file: SheetFile) => Promise<string | null>;
