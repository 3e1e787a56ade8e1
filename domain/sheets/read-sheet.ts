import type { CellPlace } from './addresses';

/**
 * What stands in a cell, in words. Numbers are written plainly (1234.5), dates as YYYY-MM-DD, what is shown in percent
 * as `45%`; a formula is never worked out, and an error says its name.
 */
export interface ReadCell {
  readonly kind: 'text' | 'number' | 'date' | 'yesNo' | 'formula' | 'error';
  readonly words: string;
}

/** A row that holds something; its cells by their column, counted from 0. */
export interface ReadRow {
  /** Counted from 1, as spreadsheets do. */
  readonly number: number;
  readonly cells: ReadonlyMap<number, ReadCell>;
}

/** Cells that were made one. */
export interface MergedRange {
  readonly from: CellPlace;
  readonly to: CellPlace;
}

/** A sheet as it was read from a file of somebody's. */
export interface ReadSheet {
  readonly name: string;
  readonly rows: readonly ReadRow[];
  readonly merged: readonly MergedRange[];
}

/** What a file that we wrote says of itself, in its hidden sheet. */
export interface SheetMark {
  /** `return:ret_…` */
  readonly target: string;
  /** What stood when it was written. */
  readonly hash: string;
}

export interface ReadWorkbook {
  readonly sheets: readonly ReadSheet[];
  readonly mark: SheetMark | null;
}
