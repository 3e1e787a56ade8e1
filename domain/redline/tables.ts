import type { Matching } from './matching';
import type { Likenesses } from './similarity';
import { type Tokens, tokenise, WORD_TOKEN } from './tokens';
import { type CellUnit, span, type Unit } from './units';
import type { Vocabulary } from './vocabulary';
import type { Side } from './words';

/** Which column of the old table is which of the new one; columns without a partner were deleted or inserted. */
export interface ColumnPlan {
  readonly newOf: ReadonlyMap<number, number>;
  readonly oldOf: ReadonlyMap<number, number>;
  readonly oldCount: number;
  readonly newCount: number;
}

/** Rows looked at to tell which column is which, fewer where that would be more pairs of cells. */
const SAMPLE = 60;
const PAIRS_OF_CELLS = 6_000_000;
/** With more pairs of columns than this, columns are taken to be those in the same place. */
const PAIRS_OF_COLUMNS = 1_000_000;
/** A column is known again where this share of its cells is. */
const SAME_COLUMN = 0.3;
/** With the same number of columns, they are taken to be the same columns unless others fit so much better. */
const WORTH_MORE = 0.5;

export type ColumnPlans = ReadonlyMap<string, ColumnPlan>;

/** One plan for each pair of tables that share a row. */
export function planColumns(
  matching: Matching,
  likenesses: Likenesses,
  vocabulary: Vocabulary,
  flip: boolean,
): ColumnPlans {
  const rows = new Map<string, [Unit, Unit][]>();
  for (const old of matching.old) {
    const fresh = matching.partnerOfOld(old.index);
    if (!old.isRow || fresh === null) continue;
    const key = tablesKey(old, fresh);
    const known = rows.get(key);
    if (known === undefined) rows.set(key, [[old, fresh]]);
    else known.push([old, fresh]);
  }
  const plans = new Map<string, ColumnPlan>();
  for (const [key, pairs] of rows) plans.set(key, planFor(pairs, likenesses, vocabulary, flip));
  return plans;
}

export function tablesKey(old: Unit, fresh: Unit): string {
  return `${old.clause.path.slice(0, -1).join('.')} ${fresh.clause.path.slice(0, -1).join('.')}`;
}

/** The words of a cell, ready for comparison. */
export function cellSide(cell: CellUnit, vocabulary: Vocabulary): Side {
  const { flat } = cell;
  return { flat, tokens: vocabulary.tokens(flat, () => tokenise(flat.text, flat.notes, vocabulary)) };
}

function planFor(
  pairs: readonly [Unit, Unit][],
  likenesses: Likenesses,
  vocabulary: Vocabulary,
  flip: boolean,
): ColumnPlan {
  const oldCount = columnCount(pairs.map(([old]) => old));
  const newCount = columnCount(pairs.map(([, fresh]) => fresh));
  const found =
    oldCount * newCount > PAIRS_OF_COLUMNS
      ? inPlace(Math.min(oldCount, newCount))
      : findColumns(pairs, oldCount, newCount, likenesses, vocabulary, flip);
  return {
    newOf: new Map(found),
    oldOf: new Map(found.map(([old, fresh]) => [fresh, old])),
    oldCount,
    newCount,
  };
}

function inPlace(count: number): [number, number][] {
  return Array.from({ length: count }, (_, column): [number, number] => [column, column]);
}

function findColumns(
  pairs: readonly [Unit, Unit][],
  oldCount: number,
  newCount: number,
  likenesses: Likenesses,
  vocabulary: Vocabulary,
  flip: boolean,
): [number, number][] {
  const most = Math.ceil(PAIRS_OF_CELLS / Math.max(1, oldCount * newCount));
  const rows = Math.min(pairs.length, SAMPLE, most);
  const scores = scoresOf(pairs.slice(0, rows), oldCount, newCount, likenesses, vocabulary);
  return flip
    ? alignColumns(newCount, oldCount, rows, (a, b) => scores[b * newCount + a] ?? 0).map(
        ([a, b]): [number, number] => [b, a],
      )
    : alignColumns(oldCount, newCount, rows, (a, b) => scores[a * newCount + b] ?? 0);
}

function columnCount(rows: readonly Unit[]): number {
  return rows.reduce(
    (most, row) =>
      row.cells.reduce((end, cell) => Math.max(end, cell.column + span(cell.node, 'colspan')), most),
    0,
  );
}

function scoresOf(
  pairs: readonly [Unit, Unit][],
  oldCount: number,
  newCount: number,
  likenesses: Likenesses,
  vocabulary: Vocabulary,
): Float64Array {
  const scores = new Float64Array(oldCount * newCount);
  for (const [old, fresh] of pairs) {
    const newBags = fresh.cells.map((cell) => bagOf(cellSide(cell, vocabulary).tokens));
    for (const cell of old.cells) {
      const bag = bagOf(cellSide(cell, vocabulary).tokens);
      fresh.cells.forEach((other, index) => {
        const at = cell.column * newCount + other.column;
        scores[at] = (scores[at] ?? 0) + cellScore(cell, bag, other, newBags[index], likenesses);
      });
    }
  }
  return scores;
}

function cellScore(
  cell: CellUnit,
  bag: Int32Array,
  other: CellUnit,
  otherBag: Int32Array | undefined,
  likenesses: Likenesses,
): number {
  if (cell.flat.text === other.flat.text) return cell.flat.text === '' ? 0.25 : 1;
  return otherBag === undefined ? 0 : likenesses.ofBags(bag, otherBag).both;
}

function bagOf(tokens: Tokens): Int32Array {
  return tokens.keys.filter((_, index) => tokens.kinds[index] === WORD_TOKEN).sort();
}

function alignColumns(
  oldCount: number,
  newCount: number,
  rows: number,
  score: (old: number, fresh: number) => number,
): [number, number][] {
  const chain = heaviestColumns(oldCount, newCount, (a, b) => {
    const value = score(a, b);
    return value >= SAME_COLUMN * rows ? value : 0;
  });
  if (oldCount === newCount) {
    const unmoved = inPlace(oldCount);
    const sum = (columns: readonly [number, number][]) =>
      columns.reduce((total, [a, b]) => total + score(a, b), 0);
    if (sum(unmoved) >= sum(chain) - WORTH_MORE * rows) return unmoved;
  }
  return fillBetween(chain, oldCount, newCount);
}

function heaviestColumns(
  oldCount: number,
  newCount: number,
  score: (old: number, fresh: number) => number,
): [number, number][] {
  const width = newCount + 1;
  const best = new Float64Array((oldCount + 1) * width);
  for (let i = oldCount - 1; i >= 0; i -= 1) {
    for (let j = newCount - 1; j >= 0; j -= 1) {
      const together = score(i, j) > 0 ? score(i, j) + (best[(i + 1) * width + j + 1] ?? 0) : 0;
      best[i * width + j] = Math.max(together, best[(i + 1) * width + j] ?? 0, best[i * width + j + 1] ?? 0);
    }
  }
  const pairs: [number, number][] = [];
  let [i, j] = [0, 0];
  while (i < oldCount && j < newCount) {
    const value = best[i * width + j] ?? 0;
    if (score(i, j) > 0 && value === score(i, j) + (best[(i + 1) * width + j + 1] ?? 0)) {
      pairs.push([i, j]);
      i += 1;
      j += 1;
    } else if (value === best[(i + 1) * width + j]) i += 1;
    else j += 1;
  }
  return pairs;
}

/** Columns between the same known ones, as many on each side, are the same columns with all their words changed. */
function fillBetween(
  chain: readonly [number, number][],
  oldCount: number,
  newCount: number,
): [number, number][] {
  const filled: [number, number][] = [];
  let [oldAt, newAt] = [0, 0];
  for (const [old, fresh] of [...chain, [oldCount, newCount] as const]) {
    if (old - oldAt === fresh - newAt) {
      for (let step = 0; step < old - oldAt; step += 1) filled.push([oldAt + step, newAt + step]);
    }
    if (old < oldCount) filled.push([old, fresh]);
    oldAt = old + 1;
    newAt = fresh + 1;
  }
  return filled;
}

/** A place in a compared row: cells that face each other, or one that stands alone. */
export interface CellPair {
  readonly old: CellUnit | null;
  readonly new: CellUnit | null;
}

/** The cells of two rows in the order of the new table, deleted ones at their old place. */
export function pairCells(old: Unit, fresh: Unit, plan: ColumnPlan): CellPair[] {
  const waiting = [...old.cells];
  const pairs: CellPair[] = [];
  for (const cell of fresh.cells) {
    const partnerColumn = plan.oldOf.get(cell.column);
    const place = waiting.findIndex((candidate) => candidate.column === partnerColumn);
    if (place < 0) {
      pairs.push({ old: null, new: cell });
      continue;
    }
    for (const alone of waiting.splice(0, place)) pairs.push({ old: alone, new: null });
    pairs.push({ old: waiting.shift() ?? null, new: cell });
  }
  for (const alone of waiting) pairs.push({ old: alone, new: null });
  return pairs;
}
