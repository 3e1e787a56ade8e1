import type { CellRow, RedlineRow, Segment } from '../../domain/redline/types';
import { nodeAt } from '../../domain/text/clauses';
import type { DocumentJson } from '../../domain/text/document-json';
import { columnShares } from './columns';
import { type Place, placeCells } from './grid';
import type { RedlineTexts } from './redline-blocks';
import type { RedlineNotes } from './redline-notes';
import type { Cell, ParagraphBlock, Run, TableBlock } from './sheet';
import { headerRows, spanOf } from './text-blocks';

interface TableContext {
  readonly texts: RedlineTexts;
  readonly notes: RedlineNotes;
  readonly counterpart: (row: RedlineRow) => RedlineRow | undefined;
  readonly runs: (segments: readonly Segment[]) => readonly Run[];
}

/**
 * A table of the redline: deleted rows and columns at their old place. Merged cells are merged as in the new text
 * as long as no row or column came or went; where one did, each cell stands alone, so that none covers another.
 */
export function redlineTable(rows: readonly RedlineRow[], context: TableContext): TableBlock {
  const isReshaped = rows.some(
    (row) =>
      row.new === null || row.status === 'moved-away' || row.cells?.some((cell) => cell.status !== 'kept'),
  );
  const grid = placeCells(
    rows.map((row) =>
      (row.cells ?? []).map((_, index) => (isReshaped ? SINGLE : spanIn(context.texts.new, row, index))),
    ),
  );
  const pattern = columnPattern(rows);
  const columns = Math.max(grid.columns, pattern.length);
  const lines: Cell[][] = [];
  const cells: Cell[] = [];
  // Rows that speak about rows push what follows down; cells that reach over such a row grow with it.
  const lineOf: number[] = [];
  let y = 0;
  rows.forEach((row, index) => {
    const aside = asideOf(row, context);
    if (aside !== null) {
      lines.push([{ x: 0, y, w: columns, h: 1, aside: 1, blocks: [aside] }]);
      y += 1;
    }
    lineOf[index] = y;
    if (row.status !== 'moved-away') y += 1;
  });
  rows.forEach((row, index) => {
    if (row.status === 'moved-away') return;
    const top = lineOf[index] ?? 0;
    const own = placed(row, pattern, grid.places[index] ?? [], isReshaped);
    const by = context.notes.writers(row);
    own.forEach(({ cell, place }, order) => {
      const last = lineOf[index + place.h - 1] ?? top;
      cells.push({
        ...place,
        y: top,
        // A remark between two merged rows would lie on the cell that joins them.
        h: last - top === place.h - 1 ? place.h : 1,
        ...(cell.header ? { head: 1 as const } : {}),
        ...signOf(row, cell),
        blocks: [
          {
            ...paragraph(context.runs(cell.segments)),
            ...(by !== '' && order === own.length - 1 ? { by } : {}),
          },
        ],
      });
    });
  });
  const all = [...lines.flat(), ...cells];
  const header = lines.some((line) => line[0]?.y === 0) ? 0 : headerRows(cells, y);
  return { t: 't', columns: columnShares(all, columns), rows: y, header, cells: all };
}

const SINGLE = { w: 1, h: 1 };

function spanIn(text: DocumentJson, row: RedlineRow, index: number): { w: number; h: number } {
  const node = row.new === null ? null : nodeAt(text, row.new.path);
  const cell = node?.content?.length === row.cells?.length ? node?.content?.[index] : undefined;
  return cell === undefined ? SINGLE : spanOf(cell);
}

/** Which columns stayed, came and went, read off a row that stands in both texts; empty where none did. */
function columnPattern(rows: readonly RedlineRow[]): readonly CellRow['status'][] {
  const telling = rows.find(
    (row) => row.old !== null && row.new !== null && row.cells?.some((cell) => cell.status !== 'kept'),
  );
  return telling?.cells?.map((cell) => cell.status) ?? [];
}

/** The cells of a row under their columns: a row of one text only has none for the columns of the other. */
function placed(
  row: RedlineRow,
  pattern: readonly CellRow['status'][],
  places: readonly Place[],
  isReshaped: boolean,
): { readonly cell: CellRow; readonly place: Place }[] {
  const foreign = row.status === 'deleted' ? 'inserted' : row.status === 'inserted' ? 'deleted' : null;
  const own = pattern.flatMap((status, column) => (status === foreign ? [] : [column]));
  const cells = row.cells ?? [];
  const byPattern = isReshaped && foreign !== null && own.length === cells.length;
  return cells.flatMap((cell, index) => {
    const place = places[index];
    if (place === undefined) return [];
    return [{ cell, place: byPattern ? { ...place, x: own[index] ?? index } : place }];
  });
}

function signOf(row: RedlineRow, cell: CellRow): { c?: 'ins' | 'del' } {
  if (row.status === 'inserted' || cell.status === 'inserted') return { c: 'ins' };
  return row.status === 'deleted' || cell.status === 'deleted' ? { c: 'del' } : {};
}

/** What there is to say about a row stands above it, over the whole width; who wrote it, beside its last cell. */
function asideOf(row: RedlineRow, context: TableContext): ParagraphBlock | null {
  const tag = context.notes.tag(row, context.counterpart(row));
  const said = [...(tag === null ? [] : [tag]), ...context.notes.below(row)];
  return said.length === 0 ? null : { ...paragraph([]), tag: said.join(' · ') };
}

function paragraph(runs: readonly Run[]): ParagraphBlock {
  return { t: 'p', kind: 'paragraph', level: 1, label: '', outline: 0, runs };
}
