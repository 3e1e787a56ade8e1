import type { ClauseTouches } from '../../text/ledger/form/between';
import type { Change, Redline, RedlineRow, Segment } from '../types';
import { makerOfStructure } from './form';
import { makerOfFormatting } from './marks';
import { MoveMakers } from './moves';
import { makerOfMerge, makerOfSplit, makerOfWhole } from './parts';
import { Touched } from './touched';

/**
 * The redline with `author` on the changes that no words tell, where the log leaves no doubt: moves, splits, joins, clauses
 * that came and went, changes of structure, and runs that were reformatted. `setAnew` are rows in which words that stand
 * in both texts were taken away and set again; null where that is not known.
 */
export function withMakers(
  redline: Redline,
  touches: ClauseTouches,
  setAnew: ReadonlySet<number> | null,
): Redline {
  const touched = new Touched(touches, redline.rows);
  const moves = new MoveMakers(redline.rows, touched);
  const tables = rowsByTable(redline.rows);
  const isUnexplained = redline.changes.length === 1 && redline.changes[0]?.row === 0;
  const makerOf = (change: Change): string | undefined => {
    const row = redline.rows[change.row];
    if (row === undefined) return undefined;
    switch (change.kind) {
      case 'moved':
        return moves.makerOf(row);
      case 'split':
        return makerOfSplit(row, touched);
      case 'merged':
        return makerOfMerge(row, touched);
      case 'clause-inserted':
      case 'clause-deleted':
        return makerOfWhole(row, touched);
      case 'structure': {
        const what = row.structure.find((entry) => entry.change === change.id)?.what;
        // What differs outside every clause is told of the first one, too.
        if (what === undefined || (what === 'attribute' && isUnexplained)) return undefined;
        return makerOfStructure(row, what, tables.get(tableOf(row)) ?? [], touched);
      }
      case 'formatting': {
        if (setAnew === null || setAnew.has(change.row)) return undefined;
        const segments = segmentsIn(row);
        const runs = segments.filter((segment) => segment.change === change.id);
        return makerOfFormatting(row, segments, runs, touched);
      }
      default:
        return undefined;
    }
  };
  const changes = redline.changes.map((change): Change => {
    const author = makerOf(change);
    return author === undefined ? change : { ...change, author };
  });
  return { ...redline, changes, rows: withFormatting(redline.rows, changes) };
}

/** The runs of a change of formatting bear its author, as words do. */
function withFormatting(rows: readonly RedlineRow[], changes: readonly Change[]): RedlineRow[] {
  const authors = new Map<string, string>();
  const touched = new Set<number>();
  for (const { id, kind, author, row } of changes) {
    if (kind !== 'formatting' || author === undefined) continue;
    authors.set(id, author);
    touched.add(row);
  }
  const sign = (segment: Segment): Segment => {
    const author = authors.get(segment.change ?? '');
    return author === undefined ? segment : { ...segment, author };
  };
  return rows.map((row, index) =>
    touched.has(index)
      ? {
          ...row,
          segments: row.segments.map(sign),
          ...(row.cells && {
            cells: row.cells.map((cell) => ({ ...cell, segments: cell.segments.map(sign) })),
          }),
        }
      : row,
  );
}

function rowsByTable(rows: readonly RedlineRow[]): Map<string, RedlineRow[]> {
  const tables = new Map<string, RedlineRow[]>();
  for (const row of rows) {
    if (row.cells === undefined || row.new === null) continue;
    const table = tableOf(row);
    const known = tables.get(table);
    if (known === undefined) tables.set(table, [row]);
    else known.push(row);
  }
  return tables;
}

function tableOf({ new: fresh }: RedlineRow): string {
  return fresh === null ? '' : fresh.path.slice(0, -1).join(' ');
}

function segmentsIn({ segments, cells }: RedlineRow): readonly Segment[] {
  return cells === undefined ? segments : cells.flatMap((cell) => cell.segments);
}
