import type { RedlineRow } from '@/domain/redline/types';

/** A row of the redline with its place in `redline.rows`, which names its anchor on the page (`row-12`). */
export interface PlacedRow {
  readonly index: number;
  readonly row: RedlineRow;
}

/** What the page draws one under another: clauses, whole tables, and stretches folded away because nothing changed. */
export type Block =
  | { readonly kind: 'clause'; readonly placed: PlacedRow }
  | { readonly kind: 'table'; readonly rows: readonly PlacedRow[] }
  | { readonly kind: 'fold'; readonly blocks: readonly Block[]; readonly clauses: number };

/** Rows in reading order, with neighbouring rows of one table brought together. */
export function blocksOf(rows: readonly RedlineRow[]): Block[] {
  const blocks: Block[] = [];
  let table: PlacedRow[] | null = null;
  let tableKeys = new Set<string>();
  rows.forEach((row, index) => {
    if (row.cells === undefined) {
      table = null;
      blocks.push({ kind: 'clause', placed: { index, row } });
      return;
    }
    const keys = tableKeysOf(row);
    if (table !== null && keys.some((key) => tableKeys.has(key))) {
      table.push({ index, row });
      for (const key of keys) tableKeys.add(key);
      return;
    }
    table = [{ index, row }];
    tableKeys = new Set(keys);
    blocks.push({ kind: 'table', rows: table });
  });
  return blocks;
}

/** A table is known by the path of its node, in the old text, the new one, or both. */
function tableKeysOf(row: RedlineRow): string[] {
  const keys: string[] = [];
  if (row.old !== null) keys.push(`old ${row.old.path.slice(0, -1).join('.')}`);
  if (row.new !== null) keys.push(`new ${row.new.path.slice(0, -1).join('.')}`);
  return keys;
}

/** Whether a reviewer has to look at this row. */
export function isTouched(row: RedlineRow): boolean {
  return row.changed || row.status !== 'kept' || row.structure.length > 0;
}

function isTouchedBlock(block: Block): boolean {
  if (block.kind === 'fold') return false;
  return block.kind === 'clause'
    ? isTouched(block.placed.row)
    : block.rows.some((placed) => isTouched(placed.row));
}

/** Indexes of the rows of a block, those folded away included. */
export function rowsIn(block: Block): number[] {
  if (block.kind === 'clause') return [block.placed.index];
  return block.kind === 'table' ? block.rows.map((placed) => placed.index) : block.blocks.flatMap(rowsIn);
}

function clausesIn(block: Block): number {
  if (block.kind === 'clause') return 1;
  return block.kind === 'table' ? block.rows.length : block.clauses;
}

/**
 * The same blocks with every stretch of two or more unchanged ones folded, except `context` blocks on either side
 * of a change: a clause is read with its neighbours.
 */
export function foldUnchanged(blocks: readonly Block[], context = 1): Block[] {
  const keep = new Array<boolean>(blocks.length).fill(false);
  blocks.forEach((block, index) => {
    if (!isTouchedBlock(block)) return;
    for (
      let near = Math.max(0, index - context);
      near <= Math.min(blocks.length - 1, index + context);
      near += 1
    ) {
      // A whole unchanged table is more than a neighbour's worth of context.
      if (near === index || blocks[near]?.kind === 'clause') keep[near] = true;
    }
  });
  return foldRuns(
    blocks,
    (_, index) => keep[index] !== true,
    (run) => ({
      kind: 'fold',
      blocks: run,
      clauses: run.reduce((sum, block) => sum + clausesIn(block), 0),
    }),
  );
}

/** One line of a table on the page: a row, or how many unchanged rows were left out before the next. */
export type TableLine = { readonly kind: 'row'; readonly placed: PlacedRow } | RowFold;

export interface RowFold {
  readonly kind: 'fold';
  readonly rows: readonly PlacedRow[];
}

export function tableLines(rows: readonly PlacedRow[]): TableLine[] {
  return rows.map((placed) => ({ kind: 'row', placed }));
}

/** The lines of a table with unchanged rows folded; header rows and one row beside a change stay. */
export function foldTableLines(rows: readonly PlacedRow[], context = 1): TableLine[] {
  const keep = new Set<number>();
  rows.forEach(({ row }, index) => {
    if (isHeaderRow(row)) keep.add(index);
    if (!isTouched(row)) return;
    for (let near = index - context; near <= index + context; near += 1) keep.add(near);
  });
  return foldRuns<TableLine>(
    tableLines(rows),
    (_, index) => !keep.has(index),
    (run) => ({
      kind: 'fold',
      rows: run.flatMap((line) => (line.kind === 'row' ? [line.placed] : line.rows)),
    }),
  );
}

export function isHeaderRow(row: RedlineRow): boolean {
  return row.cells !== undefined && row.cells.length > 0 && row.cells.every((cell) => cell.header);
}

/** Replaces each run of two or more entries that may be folded; a fold of one would hide as much as it shows. */
function foldRuns<T>(
  entries: readonly T[],
  mayFold: (entry: T, index: number) => boolean,
  fold: (run: readonly T[]) => T,
): T[] {
  const result: T[] = [];
  let run: T[] = [];
  const close = () => {
    result.push(...(run.length >= 2 ? [fold(run)] : run));
    run = [];
  };
  entries.forEach((entry, index) => {
    if (mayFold(entry, index)) {
      run.push(entry);
      return;
    }
    close();
    result.push(entry);
  });
  close();
  return result;
}

const CHARACTERS_PER_LINE = 78;

/** A guess at the height of a block in text lines, so that the scroll bar is right before a block is drawn. */
export function estimatedLines(block: Block): number {
  if (block.kind === 'clause') {
    const { row } = block.placed;
    const characters = row.segments.reduce((sum, segment) => sum + segment.text.length, 0);
    return Math.max(1, Math.ceil(characters / CHARACTERS_PER_LINE)) + row.structure.length;
  }
  if (block.kind === 'fold') return 2;
  return block.rows.reduce((sum, { row }) => {
    const cells = row.cells ?? [];
    const width = CHARACTERS_PER_LINE / Math.max(1, cells.length);
    const tallest = cells.map((cell) =>
      cell.segments.reduce((length, segment) => length + segment.text.length, 0),
    );
    return sum + Math.max(1, Math.ceil(Math.max(0, ...tallest) / width)) + 0.5;
  }, 1);
}
