import type { DryRun } from '../../../domain/sheets/dry-run';
import type { SheetColumn, SheetTable } from '../../../domain/sheets/table';
import type { CellContent, WrittenColumn, WrittenWorkbook } from '../../../domain/sheets/workbook';

/** A column as it is read, and as it is written. */
export interface KindColumn extends SheetColumn {
  readonly written: Omit<WrittenColumn, 'name'>;
  /** What is written into it is a number where it looks like one. */
  readonly isNumber?: boolean;
}

/** A row as it stands, by the keys of its columns. */
export type StandingCells = Readonly<Record<string, CellContent>>;

/** One kind of file that goes out and comes back. */
export interface Kind {
  readonly sheetName: string;
  readonly title: readonly string[];
  readonly guide: WrittenWorkbook['guide']['lines'];
  readonly columns: readonly KindColumn[];
  readonly another?: (name: string) => SheetColumn | null;
  readonly rows: readonly StandingCells[];
  readonly lists: WrittenWorkbook['lists'];
  /** Rows below that are ready for more; null: no row can be added, and nothing typed but into what is open. */
  readonly spare: number | null;
  run(table: SheetTable, tell: (done: number, total: number) => void): DryRun;
}
