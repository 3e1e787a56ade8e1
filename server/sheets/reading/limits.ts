import type { WordLimits } from '../../word/reading/limits';

/** What a workbook may be at most: beyond it, it is an attack or a mistake, and is refused before it costs anything. */
export interface SheetLimits extends WordLimits {
  readonly sheets: number;
  /** Cells with something in them, of all sheets. */
  readonly cells: number;
  /** Characters of all cells together. */
  readonly characters: number;
  readonly columns: number;
}

export const SHEET_LIMITS: SheetLimits = {
  fileBytes: 10 * 1024 * 1024,
  entries: 500,
  unpackedBytes: 60 * 1024 * 1024,
  ratio: 200,
  elements: 3_000_000,
  depth: 64,
  attributes: 64,
  sheets: 50,
  cells: 500_000,
  characters: 20_000_000,
  columns: 500,
};
