import type { SheetMark } from './read-sheet';

/** A value of a cell that is written. Words are never formulas, whatever they begin with (XL26). */
export type CellContent = string | number | null | typeof UNREADABLE;

/** A cell that could not be read goes back as an error of the sheet: unmended it is refused again. */
export const UNREADABLE = Symbol('unreadable');

export interface WrittenColumn {
  readonly name: string;
  /** In characters. */
  readonly width: number;
  /** Keys and what is only told: grey, and not to be changed. */
  readonly isLocked?: boolean;
  /** Name of the list from which its cells are chosen. */
  readonly list?: string;
  /** Several of the list may stand in a cell, or other words: the list only suggests. */
  readonly isOpenList?: boolean;
  /** A line that shows beside the cell while it is filled in. */
  readonly hint?: string;
}

export interface WrittenSheet {
  readonly name: string;
  /** Lines above the table. */
  readonly title: readonly string[];
  readonly columns: readonly WrittenColumn[];
  readonly rows: readonly (readonly CellContent[])[];
  /** Cells that are marked as wrong, as `row,column` of `rows`. */
  readonly wrong?: ReadonlySet<string>;
  /** Rows below that are ready for more. */
  readonly spare?: number;
  /** Nothing can be typed but into what is open. */
  readonly isGuarded?: boolean;
}

/** A file as it is written. */
export interface WrittenWorkbook {
  readonly title: string;
  readonly creator: string;
  readonly at: string;
  /** What stands on the first sheet: headings and paragraphs; none where there are no lines. */
  readonly guide: {
    readonly name: string;
    readonly lines: readonly (readonly [kind: 'heading' | 'text', words: string])[];
  };
  readonly sheets: readonly WrittenSheet[];
  readonly lists: Readonly<Record<string, readonly string[]>>;
  /** What the file is for, where it comes back. */
  readonly mark: SheetMark | null;
}
