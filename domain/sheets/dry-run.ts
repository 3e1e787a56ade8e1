import type { SheetFinding, SheetTable, TableRow } from './table';

export type RowState = 'new' | 'changed' | 'unchanged' | 'wrong';
export const ROW_STATES: readonly RowState[] = ['new', 'changed', 'unchanged', 'wrong'];

/** A cell that becomes another, in words. */
export interface CellChange {
  readonly column: string;
  readonly before: string;
  readonly after: string;
}

/** What would become of a row of the file. */
export interface DryRow {
  readonly row: number;
  readonly state: RowState;
  /** By what whoever reads knows it: its code, or the first words in it. */
  readonly label: string;
  readonly changes: readonly CellChange[];
}

/** A file that was read and tried; nothing was written (XL1). `writes` is what importing it would do. */
export interface DryRun<Write = unknown> {
  readonly sheetName: string;
  readonly letters: Readonly<Record<string, string>>;
  readonly ignored: readonly string[];
  readonly rows: readonly DryRow[];
  readonly findings: readonly SheetFinding[];
  readonly writes: readonly { readonly row: number; readonly write: Write }[];
  /** The words as they were read: what is wrong is given back with them. */
  readonly table: readonly TableRow[];
}

export type RowCounts = Readonly<Record<RowState, number>>;

export function countRows(rows: readonly Pick<DryRow, 'state'>[]): RowCounts {
  const counts: Record<RowState, number> = { new: 0, changed: 0, unchanged: 0, wrong: 0 };
  for (const { state } of rows) counts[state] += 1;
  return counts;
}

/** A row as it was tried, before it is known what is wrong with it. */
export interface TriedRow<Write> {
  readonly row: number;
  readonly label: string;
  readonly isNew: boolean;
  readonly changes: readonly CellChange[];
  readonly write: Write;
}

/** A dry run of rows that were tried. A row with a finding is wrong, whatever else is true of it. */
export function dryRunOf<Write>(
  table: SheetTable,
  tried: readonly TriedRow<Write>[],
  found: readonly SheetFinding[],
): DryRun<Write> {
  // Of a cell that could not be read, what its words would be is no news.
  const unread = new Set(table.findings.map(({ address }) => address));
  const news = found.filter(({ address }) => !unread.has(address));
  const findings = [...table.findings, ...news].sort((a, b) => a.row - b.row);
  const wrong = new Set(findings.map(({ row }) => row));
  const byRow = new Map(tried.map((row) => [row.row, row]));
  const rows = table.rows.map(({ row, words }): DryRow => {
    const known = byRow.get(row);
    const label = known?.label ?? words.code ?? Object.values(words)[0] ?? '';
    if (wrong.has(row) || known === undefined) return { row, state: 'wrong', label, changes: [] };
    const state = known.isNew ? 'new' : known.changes.length > 0 ? 'changed' : 'unchanged';
    return { row, state, label, changes: known.changes };
  });
  const { sheetName, letters, ignored } = table;
  return {
    sheetName,
    letters,
    ignored,
    rows,
    findings,
    writes: tried
      .filter(({ row, isNew, changes }) => !wrong.has(row) && (isNew || changes.length > 0))
      .map(({ row, write }) => ({ row, write })),
    table: table.rows,
  };
}
