import { span } from '../../../domain/redline/units';
import type { NodeJson } from '../../../domain/text/document-json';
import type { Block, Cell } from './draft';

/** Lays the rows of one table on its grid: where a cell from above reaches down, Word wants a covered cell. */
export class GridLayer {
  columns = 1;
  private covers: { readonly column: number; readonly span: number; readonly rows: number }[] = [];

  place(cells: readonly { readonly node: NodeJson; readonly blocks: readonly Block[] }[]): Cell[] {
    const placed: Cell[] = [];
    const above = [...this.covers].sort((a, b) => a.column - b.column);
    const below: typeof this.covers = [];
    let column = 0;
    const passCovers = (isEnd: boolean) => {
      while (above[0] !== undefined && (isEnd || above[0].column <= column)) {
        const cover = above.shift();
        if (cover === undefined) break;
        placed.push({ span: cover.span, vertical: 'covered', isHeader: false, blocks: [] });
        if (cover.rows > 1) below.push({ ...cover, rows: cover.rows - 1 });
        column += cover.span;
      }
    };
    for (const { node, blocks } of cells) {
      passCovers(false);
      const rows = span(node, 'rowspan');
      const width = span(node, 'colspan');
      placed.push({
        span: width,
        vertical: rows > 1 ? 'start' : null,
        isHeader: node.type === 'tableHeader',
        blocks,
      });
      if (rows > 1) below.push({ column, span: width, rows: rows - 1 });
      column += width;
    }
    passCovers(true);
    if (placed.length === 0) {
      placed.push({ span: 1, vertical: null, isHeader: false, blocks: [] });
      column = 1;
    }
    this.covers = below;
    this.columns = Math.max(this.columns, column);
    return placed;
  }
}
