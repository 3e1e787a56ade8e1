import type { Redline, RedlineRow } from '../types';

/** A row with where it stands: after which clause of the base, and with which of them it now is one clause. */
export interface PlacedRow {
  readonly index: number;
  readonly row: RedlineRow;
  /** Index in the base of the last clause before this row, whatever became of it; -1 at the beginning. */
  readonly after: number;
  /** Clauses of the base that the row's new clause was made of; empty unless there are several. */
  readonly joined: readonly number[];
}

export interface PlacedRows {
  /** Rows of each clause of the base, by its index there. */
  readonly ofBase: readonly (readonly PlacedRow[])[];
  /** Rows without a clause of the base. `after` is a clause that kept its place. */
  readonly inserted: readonly PlacedRow[];
}

export function placeRows(redline: Redline): PlacedRows {
  const sources = sourcesOf(redline.rows);
  const ofBase: PlacedRow[][] = [];
  const inserted: PlacedRow[] = [];
  let before = -1;
  let settled = -1;
  redline.rows.forEach((row, index) => {
    if (row.old === null) {
      inserted.push({ index, row, after: settled, joined: [] });
      return;
    }
    const made = row.new === null ? [] : (sources.get(row.new.index) ?? []);
    const placed = { index, row, after: before, joined: made.length > 1 ? made : [] };
    const known = ofBase[row.old.index];
    if (known === undefined) ofBase[row.old.index] = [placed];
    else known.push(placed);
    before = row.old.index;
    if (row.status !== 'moved') settled = row.old.index;
  });
  return { ofBase, inserted };
}

/** For every clause of the new text, the clauses of the base it was made of. */
function sourcesOf(rows: readonly RedlineRow[]): Map<number, number[]> {
  const sources = new Map<number, number[]>();
  for (const row of rows) {
    if (row.old === null || row.new === null || row.status === 'moved-away') continue;
    const known = sources.get(row.new.index);
    if (known === undefined) sources.set(row.new.index, [row.old.index]);
    else if (!known.includes(row.old.index)) known.push(row.old.index);
  }
  return sources;
}
