import type { CellRow, RedlineRow } from '@/domain/redline/types';

/**
 * Which columns of a table stayed, came and went, read off a row that stands in both texts; empty where no column
 * came or went.
 */
export function columnPattern(rows: readonly RedlineRow[]): CellRow['status'][] {
  const telling = rows.find(
    (row) => row.old !== null && row.new !== null && row.cells?.some((cell) => cell.status !== 'kept'),
  );
  return telling?.cells?.map((cell) => cell.status) ?? [];
}

/**
 * The cells of a row under their columns. A row that stands in one text only has no cells for the columns of the
 * other; null marks their places.
 */
export function placeCells(row: RedlineRow, pattern: readonly CellRow['status'][]): (CellRow | null)[] {
  const cells = row.cells ?? [];
  const foreign = row.status === 'deleted' ? 'inserted' : row.status === 'inserted' ? 'deleted' : null;
  const own = pattern.filter((status) => status !== foreign).length;
  if (foreign === null || own !== cells.length || own === pattern.length) return [...cells];
  let next = 0;
  return pattern.map((status) => {
    if (status === foreign) return null;
    const cell = cells[next] ?? null;
    next += 1;
    return cell;
  });
}
