import { type FieldContext, type FieldName, readCell, recordedCell, sayCell } from '@/domain/plan/fields';
import type { Activity, ActivityCells } from '@/domain/plan/matrix';
import { type ActivityWrite, tryWrites, type WriteFacts } from '@/domain/plan/writes';
import { type Refusal, refuse } from '@/domain/refusal';
import type { CellEdit } from './merge';

export const MOST_ROWS = 1000;

/** What a block is laid over: the rows in sight from the first one it touches, and what its cells may be. */
export interface Ground {
  readonly columns: readonly FieldName[];
  /** Rows in sight, from above. */
  readonly rows: readonly Activity[];
  readonly facts: WriteFacts;
  readonly context: FieldContext;
  readonly open: (activity: Activity) => readonly FieldName[];
  /** Whether rows may be added below the last. */
  readonly adds: boolean;
}

/** One cell of a block that says something else than the matrix, or cannot be written. */
export interface PlannedCell {
  readonly key: string;
  /** Code of its row; null: a new one. */
  readonly code: string | null;
  /** Which row of the block, from 1. */
  readonly line: number;
  /** Null: what is wrong is of the whole row. */
  readonly field: FieldName | null;
  readonly words: string;
  /** What stands there now. */
  readonly before: string;
  readonly refusal: Refusal | null;
}

export interface BlockPlan {
  readonly cells: readonly PlannedCell[];
  readonly problems: readonly PlannedCell[];
  readonly edits: readonly CellEdit[];
  readonly added: readonly ActivityWrite[];
}

/** The dry run of a block whose first cell lies at `top`, `left`: nothing is written by it. */
export function planBlock(
  block: readonly (readonly string[])[],
  at: { readonly top: number; readonly left: number },
  ground: Ground,
): BlockPlan {
  const cells: PlannedCell[] = [];
  const writes: ActivityWrite[] = [];
  const edits: CellEdit[] = [];
  block.forEach((line, index) => {
    const standing = ground.rows[at.top + index];
    const row = readLine(line, index, standing, at.left, ground);
    cells.push(...row.cells);
    if (Object.keys(row.values).length === 0) return;
    writes.push({
      key: keyOf(index),
      activityId: standing?.id ?? null,
      rev: standing?.rev ?? 0,
      cells: row.values,
    });
    if (standing === undefined) return;
    const seen = Object.fromEntries(
      Object.keys(row.values).map((name) => [name, standing[name as FieldName]]),
    );
    edits.push({ activityId: standing.id, cells: row.values, seen });
  });
  const known = withFindings(cells, tried(writes, ground), block, at.left, ground);
  return {
    cells: known,
    problems: known.filter(({ refusal }) => refusal !== null),
    edits,
    added: writes.filter(({ activityId }) => activityId === null),
  };
}

const keyOf = (index: number) => `line ${index + 1}`;

function readLine(
  line: readonly string[],
  index: number,
  standing: Activity | undefined,
  left: number,
  ground: Ground,
) {
  const cells: PlannedCell[] = [];
  const values: Record<string, ActivityCells[FieldName]> = {};
  const place = { key: keyOf(index), code: standing?.code ?? null, line: index + 1 };
  const open = standing === undefined ? [] : ground.open(standing);
  line.forEach((words, offset) => {
    const field = ground.columns[left + offset];
    if (field === undefined) {
      if (words.trim() !== '')
        cells.push({
          ...place,
          field: null,
          words,
          before: '',
          refusal: refuse('PL32', { value: words.trim().slice(0, 60) }),
        });
      return;
    }
    const before = standing === undefined ? '' : sayCell(field, standing[field], ground.context);
    const read = readCell(field, words, ground.context);
    const cell = { ...place, field, words, before };
    if (!read.ok) {
      // An empty cell of a new row leaves it as new rows are.
      if (standing === undefined && words.trim() === '') return;
      cells.push({ ...cell, refusal: read });
      return;
    }
    if (standing !== undefined && recordedCell(read.value) === recordedCell(standing[field])) return;
    const isBarred = standing === undefined ? !ground.adds : !open.includes(field);
    cells.push({ ...cell, refusal: isBarred ? refuse('PL16', { field }) : null });
    values[field] = read.value;
  });
  const above = ground.rows.at(-1);
  // A new row serves what the row above it serves, where the block does not say it.
  if (standing === undefined && values.resultId === undefined && above !== undefined && cells.length > 0) {
    values.resultId = above.resultId;
  }
  return { cells, values: values as Partial<ActivityCells> };
}

function tried(writes: readonly ActivityWrite[], ground: Ground) {
  return writes.length === 0 ? [] : tryWrites(writes, ground.facts).findings;
}

/** What the rows say to each other, laid onto the cells it is about; what a cell itself says goes first. */
function withFindings(
  cells: readonly PlannedCell[],
  findings: ReturnType<typeof tried>,
  block: readonly (readonly string[])[],
  left: number,
  ground: Ground,
): PlannedCell[] {
  const settled = [...cells];
  for (const { key, field, refusal } of findings) {
    const at = settled.findIndex((cell) => cell.key === key && cell.field === field);
    const found = settled[at];
    if (found !== undefined) {
      if (found.refusal === null) settled[at] = { ...found, refusal };
      continue;
    }
    const line = Number(key.slice(key.lastIndexOf(' ') + 1));
    const sibling = cells.find((cell) => cell.key === key);
    const words = field === null ? '' : (block[line - 1]?.[ground.columns.indexOf(field) - left] ?? '');
    settled.push({ key, code: sibling?.code ?? null, line, field, words, before: '', refusal });
  }
  return settled.toSorted((a, b) => a.line - b.line);
}
