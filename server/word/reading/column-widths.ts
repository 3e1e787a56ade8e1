import { WIDEST_COLUMN } from '../../text/attributes';
import { TEXT_WIDTH, TWIPS_OF_PIXEL } from '../styles';
import { cellLook } from './cell-look';
import { type FlowCell, type FlowRow, type FlowTable, stands } from './flow';
import type { Reading } from './reading';
import { childOf, wholeNumber, type XmlElement } from './xml';

/** What a file says of a table's columns, in twentieths of a point. */
export interface FlowGrid {
  readonly columns: readonly number[];
  /** Before the tracked changes. */
  readonly oldColumns: readonly number[] | null;
}

type Taken = (change: number) => boolean;

const WIDEST_GRID = 100;
/** Other programs count in other units and round. */
const ROUNDING = 4;

/** The columns of a table where the file means what it says of them; else null. */
export function gridOf(table: XmlElement, words: string, reading: Reading): FlowGrid | null {
  const grid = childOf(table, 'w:tblGrid');
  const columns = columnsIn(grid);
  const isEven = columns.every((width) => Math.abs(width - (columns[0] ?? 0)) <= ROUNDING);
  // Word and others state a width for every column anyway; only our own exports mean it.
  if (!reading.styles.isOwn) {
    if (!isEven) reading.leave('columnWidths', words);
    return null;
  }
  const kind = childOf(childOf(table, 'w:tblPr'), 'w:tblW')?.attrs['w:type'];
  const isDrawnByUs = isEven && Math.abs(sum(columns) - TEXT_WIDTH) <= ROUNDING * (columns.length + 1);
  const saysNothing = isDrawnByUs && kind !== 'auto' && kind !== 'pct';
  if (columns.length === 0 || saysNothing) return null;
  const before = childOf(childOf(grid, 'w:tblGridChange'), 'w:tblGrid');
  return { columns, oldColumns: before === undefined ? null : columnsIn(before) };
}

function columnsIn(grid: XmlElement | undefined): number[] {
  return (grid?.children ?? [])
    .filter(({ name }) => name === 'w:gridCol')
    .slice(0, WIDEST_GRID)
    .map(({ attrs }) => Math.max(0, wholeNumber(attrs['w:w'], 0)));
}

/** What the cells of a table state of their columns, in pixels, when the changes in `taken` are. */
export class ColumnWidths {
  private readonly unset = new Set<number>();

  constructor(
    private readonly table: FlowTable,
    rows: readonly FlowRow[],
    private readonly taken: Taken,
  ) {
    if (table.grid === null) return;
    const set = new Set<number>();
    for (const row of rows) {
      let column = 0;
      for (const cell of row.cells) {
        if (!stands(cell.when, taken)) continue;
        if (cell.columns === 1) (cellLook(cell, this.taken).width === null ? this.unset : set).add(column);
        column += cell.columns;
      }
    }
    for (const column of set) this.unset.delete(column);
  }

  /** A cell's width falls to its columns as the grid has them, but for columns of which nobody says anything. */
  of(cell: FlowCell, row: FlowRow, column: number): number[] | null {
    const { grid } = this.table;
    const { width } = cellLook(cell, this.taken);
    if (grid === null || width === null) return null;
    const columns = this.isOld(cell, row) ? (grid.oldColumns ?? grid.columns) : grid.columns;
    const shares = Array.from({ length: cell.columns }, (_none, reach) =>
      cell.columns > 1 && this.unset.has(column + reach) ? 0 : Math.max(1, columns[column + reach] ?? 1),
    );
    const all = sum(shares);
    return all === 0
      ? null
      : shares.map((share) => Math.min(WIDEST_COLUMN, Math.round((width * share) / all / TWIPS_OF_PIXEL)));
  }

  private isOld({ oldLook }: FlowCell, row: FlowRow): boolean {
    return (oldLook !== null && !this.taken(oldLook.change)) || row.when.some(({ when }) => when === 'left');
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
