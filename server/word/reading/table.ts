import type { NodeJson } from '../../../domain/text/document-json';
import { cellLook } from './cell-look';
import { ColumnWidths } from './column-widths';
import type { Taken } from './compose';
import {
  type Condition,
  type FlowBlock,
  type FlowCell,
  type FlowRow,
  type FlowTable,
  lookWith,
  stands,
} from './flow';

interface OpenCell {
  readonly attrs: { colspan: number; rowspan: number; align: string | null; colwidth: number[] | null };
}

const MOST_ROWS_OF_CELL = 1000;

/** Puts the blocks of a cell together; `when`: what the cell itself depends on. */
type CellContent = (blocks: readonly FlowBlock[], when: Condition) => NodeJson[];

/** A table as the schema knows it: Word's merged cells become spans. Null where no row stands. */
export function tableNode(table: FlowTable, taken: Taken, content: CellContent): NodeJson | null {
  const rows = table.rows.filter(({ when }) => stands(when, taken));
  if (rows.length === 0) return null;
  const columns: (OpenCell | null)[] = [];
  const widths: number[] = [];
  const columnWidths = new ColumnWidths(table, rows, taken);
  const nodes = rows.map((row) => {
    const { cells, width } = rowCells(row, columns, columnWidths, taken, content);
    widths.push(width);
    return { type: 'tableRow', attrs: row.id === null ? {} : { id: row.id }, content: cells };
  });
  const widest = widths.reduce((most, width) => Math.max(most, width), 1);
  nodes.forEach(({ content: cells }, index) => {
    const missing = widest - (widths[index] ?? 0);
    if (missing > 0) {
      const attrs = { colspan: missing, rowspan: 1, align: null, colwidth: null };
      cells.push(cellNode('tableCell', attrs, content([], [])));
    }
  });
  return { type: 'table', attrs: table.id === null ? {} : { id: table.id }, content: nodes };
}

/** The cells that begin in this row. `columns` holds, for each column, the cell above that may reach down. */
function rowCells(
  row: FlowRow,
  columns: (OpenCell | null)[],
  widths: ColumnWidths,
  taken: Taken,
  content: CellContent,
): { cells: NodeJson[]; width: number } {
  const cells: NodeJson[] = [];
  let column = 0;
  for (const cell of row.cells) {
    if (!stands(cell.when, taken)) continue;
    const above = columns[column] ?? null;
    const reaches =
      cell.rows === 'continues' &&
      above?.attrs.colspan === cell.columns &&
      above.attrs.rowspan < MOST_ROWS_OF_CELL;
    if (reaches && above !== null) above.attrs.rowspan += 1;
    else {
      const colwidth = widths.of(cell, row, column);
      const attrs = { colspan: cell.columns, rowspan: 1, align: alignOf(cell, taken), colwidth };
      const when = [...row.when, ...cell.when];
      const isHeader = headerSense(cell, taken) ?? cellLook(cell, taken).isHeader ?? row.isHeader;
      cells.push(cellNode(isHeader ? 'tableHeader' : 'tableCell', attrs, content(cell.blocks, when)));
      const open = cell.rows === 'one' ? null : { attrs };
      for (let reach = 0; reach < cell.columns; reach += 1) columns[column + reach] = open;
    }
    column += cell.columns;
  }
  return { cells, width: column };
}

/** What the styles of its paragraphs say; null where none of them says anything, as in a list. */
function headerSense(cell: FlowCell, taken: Taken): boolean | null {
  const senses = cell.blocks.flatMap((block) =>
    block.kind === 'paragraph' && stands(block.mark, taken) ? [lookWith(block, taken).isHeaderCell] : [],
  );
  const said = senses.filter((sense) => sense !== null);
  return said.length === 0 ? null : said.every((sense) => sense);
}

function cellNode(type: string, attrs: OpenCell['attrs'], content: NodeJson[]): NodeJson {
  return { type, attrs, content };
}

/** How all paragraphs of a cell are set, or null. */
function alignOf(cell: FlowCell, taken: Taken): string | null {
  const ways = new Set(
    cell.blocks.flatMap((block) => {
      if (block.kind !== 'paragraph') return [null];
      const { align, isFiller } = lookWith(block, taken);
      return isFiller ? [] : [align];
    }),
  );
  const [way = null] = ways;
  return ways.size === 1 ? way : null;
}
