import type { ChangeWriter } from './changes';
import { comparePieces, type Piece, wholeSegments } from './segments';
import { compareCells, compareHeaders } from './structure';
import { type CellPair, type ColumnPlan, cellSide } from './tables';
import type { CellRow, RedlineRow, StructureChange } from './types';
import { type CellUnit, type Unit, wordsOf } from './units';
import type { Vocabulary } from './vocabulary';

/** One place of a compared row: its words, and whether the cell stands in both texts. */
export function cellRow(
  row: number,
  { old, new: fresh }: CellPair,
  list: ChangeWriter,
  { vocabulary, flip }: { readonly vocabulary: Vocabulary; readonly flip: boolean },
): CellRow {
  if (old !== null && fresh !== null) {
    const pieces = comparePieces(cellSide(old, vocabulary), cellSide(fresh, vocabulary), vocabulary, flip);
    return { status: 'kept', header: isHeader(fresh), segments: list.segments(row, pieces) };
  }
  const cell = fresh ?? old;
  if (cell === null) throw new Error('cellRow: a pair of cells without a cell');
  const op = fresh === null ? 'delete' : 'insert';
  const words = wordsOf(cell.flat, cellSide(cell, vocabulary).tokens, vocabulary);
  const pieces = wholeSegments(cell.flat, op, vocabulary).map(
    (segment, index): Piece => ({ segment, region: 0, words: index === 0 ? words : 0 }),
  );
  const segments = list.segments(row, pieces);
  return { status: fresh === null ? 'deleted' : 'inserted', header: isHeader(cell), segments };
}

/** What changed about a row besides its words: header cells, settings of cells, cells without words in or out. */
export function compareRowForm(
  old: Unit,
  fresh: Unit,
  pairs: readonly CellPair[],
  plan: ColumnPlan,
): StructureChange[] {
  const facing = pairs.flatMap((pair) =>
    pair.old === null || pair.new === null ? [] : [[pair.old, pair.new] as const],
  );
  const changes = compareHeaders(facing);
  for (const [was, is] of facing) changes.push(...compareCells(was, is, was.flat.text === is.flat.text));
  const alone = pairs.filter((pair) => pair.old === null || pair.new === null);
  const areEmpty = alone.every(({ old: was, new: is }) => (is ?? was)?.flat.text === '');
  if (alone.length > 0 && areEmpty && plan.oldCount === plan.newCount) {
    changes.push({ what: 'columns', from: cellsWords(old), to: cellsWords(fresh) });
  }
  return changes;
}

/** The grid columns in which the cells of a row begin, counted from 1. */
function cellsWords(row: Unit): string {
  return row.cells.map((cell) => cell.column + 1).join(', ');
}

/** The segments (or cells) of a clause that stands in one text only. */
export function wholeRow(
  unit: Unit,
  op: 'insert' | 'delete',
  vocabulary: Vocabulary,
  change: string,
): Pick<RedlineRow, 'segments' | 'cells' | 'structure' | 'changed'> {
  const form = { structure: [], changed: true };
  if (!unit.isRow) return { segments: wholeSegments(unit.flat, op, vocabulary, change), ...form };
  const cells = unit.cells.map(
    (cell): CellRow => ({
      status: op === 'insert' ? 'inserted' : 'deleted',
      header: isHeader(cell),
      segments: wholeSegments(cell.flat, op, vocabulary, change),
    }),
  );
  return { segments: [], cells, ...form };
}

function isHeader(cell: CellUnit): boolean {
  return cell.node.type === 'tableHeader';
}
