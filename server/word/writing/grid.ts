import { span } from '../../../domain/redline/units';
import type { NodeJson } from '../../../domain/text/document-json';
import { cellWidth, statedWidths } from './column-widths';
import type { Block, Cell } from './draft';

interface PlacedNode {
  readonly node: NodeJson;
  /** The same cell in the old text of a redline. */
  readonly old?: NodeJson | null;
  readonly blocks: readonly Block[];
}

/** Lays the rows of one table on its grid: where a cell from above reaches down, Word wants a covered cell. */
export class GridLayer {
  columns = 1;
  /** What cells say of the widths of columns, in pixels: of two that disagree the first. */
  readonly widths: (number | null)[] = [];
  private covers: {
    readonly column: number;
    readonly span: number;
    readonly rows: number;
    readonly width: number | null;
  }[] = [];

  place(cells: readonly PlacedNode[]): Cell[] {
    const placed: Cell[] = [];
    const above = [...this.covers].sort((a, b) => a.column - b.column);
    const below: typeof this.covers = [];
    let column = 0;
    const passCovers = (isEnd: boolean) => {
      while (above[0] !== undefined && (isEnd || above[0].column <= column)) {
        const cover = above.shift();
        if (cover === undefined) break;
        placed.push({ ...EMPTY, span: cover.span, vertical: 'covered', width: cover.width });
        if (cover.rows > 1) below.push({ ...cover, rows: cover.rows - 1 });
        column += cover.span;
      }
    };
    for (const { node, old, blocks } of cells) {
      passCovers(false);
      const rows = span(node, 'rowspan');
      const columns = span(node, 'colspan');
      const stated = statedWidths(node);
      const width = cellWidth(stated);
      this.note(column, columns, stated);
      placed.push({
        span: columns,
        vertical: rows > 1 ? 'start' : null,
        isHeader: node.type === 'tableHeader',
        width,
        ...oldLookOf(old, node),
        blocks,
      });
      if (rows > 1) below.push({ column, span: columns, rows: rows - 1, width });
      column += columns;
    }
    passCovers(true);
    if (placed.length === 0) {
      placed.push(EMPTY);
      column = 1;
    }
    this.covers = below;
    this.columns = Math.max(this.columns, column);
    return placed;
  }

  private note(column: number, columns: number, stated: readonly number[] | null): void {
    for (let reach = 0; reach < columns; reach += 1) {
      const width = stated?.[reach] ?? 0;
      this.widths[column + reach] ??= width > 0 ? width : null;
    }
  }
}

const EMPTY: Cell = { span: 1, vertical: null, isHeader: false, width: null, blocks: [] };

function oldLookOf(old: NodeJson | null | undefined, fresh: NodeJson): Pick<Cell, 'old'> {
  if (old === null || old === undefined) return {};
  const before = statedWidths(old);
  if (old.type === fresh.type && String(before) === String(statedWidths(fresh))) return {};
  return { old: { width: cellWidth(before), isHeader: old.type === 'tableHeader' } };
}

/** What the cells of these rows say of the widths of their columns. */
export function widthsOf(rows: readonly NodeJson[]): readonly (number | null)[] {
  const grid = new GridLayer();
  for (const row of rows) grid.place((row.content ?? []).map((node) => ({ node, blocks: [] })));
  return grid.widths;
}
