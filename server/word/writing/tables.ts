import type { CellRow, RedlineRow } from '../../../domain/redline/types';
import { span } from '../../../domain/redline/units';
import type { NodeJson } from '../../../domain/text/document-json';
import { type Block, type Hand, isInNew, KEPT, type Row, type Table } from './draft';
import { GridLayer, widthsOf } from './grid';
import { cutIntoParagraphs, IN_PLACE, LeafCursor, type Reading } from './lines';
import { holdsTable, leavesOf, type Place, type TextSide } from './looks';
import type { RowMakers } from './row-makers';
import { bookmarkCells, closeCell, isHeaderRow, rowOf } from './tree';

export interface Sides {
  readonly old: TextSide;
  readonly new: TextSide;
}

const ROW_PLACE: Place = {
  within: 'text',
  list: '',
  depth: 0,
  section: 0,
  isFirst: false,
  align: null,
};

/**
 * The rows of one table in a redline. Word and its readers agree on rows that were inserted or deleted, and on
 * words within cells. On columns and merged cells they do not: a table in which these changed is written as all
 * its old rows deleted and all its new rows inserted, which every reader accepts and rejects alike.
 */
export function draftTable(rows: readonly RedlineRow[], sides: Sides, makers: RowMakers): Table {
  return isReplaced(rows, sides) ? replaced(rows, sides) : rowByRow(rows, sides, makers);
}

function rowByRow(rows: readonly RedlineRow[], sides: Sides, makers: RowMakers): Table {
  const grid = new GridLayer();
  const oldGrid = new GridLayer();
  const arrivals = new Map(
    rows.filter(({ status }) => status === 'moved').map((row) => [row.old?.index, row]),
  );
  const drafted = rows.map((row): Row => {
    const old = nodeOf(row.old, sides.old);
    const fresh = nodeOf(row.new, sides.new);
    if (row.status === 'kept' && old !== null && fresh !== null) return keptRow(row, old, fresh, sides, grid);
    if (fresh === null) {
      if (old === null) throw new Error('draftTable: a row of neither text');
      return row.status === 'deleted'
        ? loneRow(row, old, sides.old, handOf(row, 'deleted', makers), oldGrid)
        : rowOf(
            old,
            ROW_PLACE,
            sides.old,
            { fate: 'deleted', author: makers.ofMove(arrivals.get(row.old?.index)) },
            oldGrid,
          );
    }
    return row.status === 'inserted'
      ? loneRow(row, fresh, sides.new, handOf(row, 'inserted', makers), grid)
      : rowOf(fresh, ROW_PLACE, sides.new, { fate: 'inserted', author: makers.ofMove(row) }, grid);
  });
  const columns = Math.max(grid.columns, oldGrid.columns);
  return { type: 'table', columns, ...widthsOfBoth(rows, sides), rows: drafted };
}

function replaced(rows: readonly RedlineRow[], sides: Sides): Table {
  const [oldGrid, grid] = [new GridLayer(), new GridLayer()];
  const old = oldRows(rows, sides).map((node) =>
    rowOf(node, ROW_PLACE, sides.old, { fate: 'deleted' }, oldGrid),
  );
  const fresh = rows
    .flatMap((row) => nodeOf(row.new, sides.new) ?? [])
    .map((node) => rowOf(node, ROW_PLACE, sides.new, { fate: 'inserted' }, grid));
  const columns = Math.max(oldGrid.columns, grid.columns);
  return { type: 'table', columns, ...widthsOfBoth(rows, sides), rows: [...old, ...fresh] };
}

function oldRows(rows: readonly RedlineRow[], sides: Sides): NodeJson[] {
  return rows
    .filter((row) => row.old !== null && row.status !== 'moved')
    .sort((a, b) => (a.old?.index ?? 0) - (b.old?.index ?? 0))
    .flatMap((row) => nodeOf(row.old, sides.old) ?? []);
}

/** A table of one text only has its own widths and no others. */
function widthsOfBoth(rows: readonly RedlineRow[], sides: Sides): Pick<Table, 'widths' | 'oldWidths'> {
  const old = oldRows(rows, sides);
  const fresh = rows.flatMap((row) => nodeOf(row.new, sides.new) ?? []);
  return {
    widths: widthsOf(fresh.length === 0 ? old : fresh),
    oldWidths: fresh.length === 0 || old.length === 0 ? null : widthsOf(old),
  };
}

function isReplaced(rows: readonly RedlineRow[], sides: Sides): boolean {
  let spansRows = false;
  let hasOtherRows = false;
  for (const row of rows) {
    const old = nodeOf(row.old, sides.old);
    const fresh = nodeOf(row.new, sides.new);
    const cells = [...(old?.content ?? []), ...(fresh?.content ?? [])];
    spansRows ||= cells.some((cell) => span(cell, 'rowspan') > 1);
    hasOtherRows ||= row.status !== 'kept';
    if (row.status !== 'kept' || old === null || fresh === null) continue;
    if (!row.changed) continue;
    if (row.cells?.some((cell) => cell.status !== 'kept') === true) return true;
    if (holdsTable(cells) || spansOf(old) !== spansOf(fresh)) return true;
  }
  return spansRows && hasOtherRows;
}

function spansOf(row: NodeJson): string {
  return (row.content ?? []).map((cell) => `${span(cell, 'colspan')}x${span(cell, 'rowspan')}`).join(' ');
}

function keptRow(row: RedlineRow, old: NodeJson, fresh: NodeJson, sides: Sides, grid: GridLayer): Row {
  if (holdsTable(fresh.content ?? [])) return rowOf(fresh, ROW_PLACE, sides.new, KEPT, grid);
  const cells = (fresh.content ?? []).map((node, index) => ({
    node,
    old: old.content?.[index] ?? null,
    blocks: draftCell(row.cells?.[index], { old: old.content?.[index] ?? null, new: node }, sides, IN_PLACE),
  }));
  return {
    hand: KEPT,
    clause: row.new?.index ?? null,
    isHeader: isHeaderRow(fresh),
    cells: bookmarkCells(grid.place(cells), 'row', row.new?.id ?? null),
  };
}

function handOf(row: RedlineRow, fate: 'inserted' | 'deleted', makers: RowMakers): Hand {
  return { fate, author: makers.ofWhole(row, row.cells?.flatMap((cell) => cell.segments) ?? []) };
}

/** A row of one text only, with the hands of its words. */
function loneRow(row: RedlineRow, node: NodeJson, side: TextSide, hand: Hand, grid: GridLayer): Row {
  if (holdsTable(node.content ?? [])) return rowOf(node, ROW_PLACE, side, hand, grid);
  const cells = (node.content ?? []).map((cell, index) => ({
    node: cell,
    blocks: draftCell(
      row.cells?.[index],
      isInNew(hand) ? { old: null, new: cell } : { old: cell, new: null },
      { old: side, new: side },
      IN_PLACE,
    ),
  }));
  const id = isInNew(hand) ? (row.new?.id ?? null) : null;
  return {
    hand,
    clause: row.new?.index ?? null,
    isHeader: isHeaderRow(node),
    cells: bookmarkCells(grid.place(cells), 'row', id),
  };
}

function draftCell(
  cell: CellRow | undefined,
  nodes: { readonly old: NodeJson | null; readonly new: NodeJson | null },
  sides: Sides,
  reading: Reading,
): Block[] {
  const cursors = {
    old: nodes.old === null ? null : new LeafCursor(leavesOf([nodes.old], ROW_PLACE, sides.old)),
    new: nodes.new === null ? null : new LeafCursor(leavesOf([nodes.new], ROW_PLACE, sides.new)),
  };
  return closeCell(cutIntoParagraphs(cell?.segments ?? [], cursors, reading, KEPT));
}

function nodeOf(ref: RedlineRow['old'], side: TextSide): NodeJson | null {
  return ref === null ? null : (side.clauses[ref.index]?.node ?? null);
}
