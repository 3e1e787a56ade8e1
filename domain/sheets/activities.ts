import { FIELD_NAMES, FIELDS, type FieldContext, type FieldName, readCell, sayCell } from '../plan/fields';
import type { Activity, ActivityCells } from '../plan/matrix';
import { type ActivityWrite, tryWrites, type WriteFacts } from '../plan/writes';
import { refuse } from '../refusal';
import { type CellChange, type DryRun, dryRunOf, type TriedRow } from './dry-run';
import { rowFinder, westernDigits } from './known-rows';
import { rowMark } from './row-keys';
import { addressIn, type SheetFinding, type SheetTable, type TableRow } from './table';

/** Told on the way: how many rows are done. */
export type RowsDone = (done: number, total: number) => void;

/** Cells in which Thai digits are digits. */
const WITH_DIGITS = new Set(['month', 'amount']);

/** Tries the rows of a file on the matrix of a plan. Columns that the file has not are left as they stand. */
export function tryActivities(
  table: SheetTable,
  facts: WriteFacts,
  context: FieldContext,
  tell: RowsDone,
): DryRun<ActivityWrite> {
  const find = rowFinder(facts.activities);
  const columns = FIELD_NAMES.filter((name) => name in table.letters);
  const findings: SheetFinding[] = [];
  const writes: ActivityWrite[] = [];
  const marks = new Map<string, string>();
  table.rows.forEach((row, index) => {
    if (index % 250 === 0) tell(index, table.rows.length);
    const known = find(row);
    if ('refusal' in known) {
      findings.push({
        row: row.row,
        address: addressIn(table, known.column, row.row),
        refusal: known.refusal,
      });
      return;
    }
    const key = String(row.row);
    const { cells, wrong } = cellsOf(row, columns, context, known.standing);
    for (const { name, refusal } of wrong) {
      findings.push({ row: row.row, address: addressIn(table, name, row.row), refusal });
    }
    marks.set(key, known.mark);
    writes.push({ key, activityId: known.standing?.id ?? null, rev: known.standing?.rev ?? 0, cells });
  });
  const unread = new Set(findings.map(({ address }) => address));
  const { rows, findings: refused } = tryWrites(writes, facts);
  for (const { key, field, refusal } of refused) {
    const address = addressIn(table, field, Number(key));
    if (!unread.has(address)) findings.push({ row: Number(key), address, refusal });
  }
  const byKey = new Map(writes.map((write) => [write.key, write]));
  const tried = rows.flatMap(({ key, standing, cells, changed }): TriedRow<ActivityWrite>[] => {
    const write = byKey.get(key);
    if (write === undefined) return [];
    const mark = marks.get(key) ?? '';
    if (standing !== null && changed.length > 0 && mark !== '' && mark !== activityMark(standing)) {
      findings.push({ row: Number(key), address: key, refusal: refuse('XL21') });
    }
    return [
      {
        row: Number(key),
        label: cells.code,
        isNew: standing === null,
        changes: changed.map((name) => changeOf(name, standing, cells, context)),
        write,
      },
    ];
  });
  tell(table.rows.length, table.rows.length);
  return dryRunOf(table, tried, findings);
}

/** A mark of an activity's cells, in no language. */
export function activityMark(activity: Activity): string {
  return rowMark(FIELD_NAMES.map((name) => JSON.stringify(activity[name])));
}

function cellsOf(
  row: TableRow,
  columns: readonly FieldName[],
  context: FieldContext,
  standing: Activity | null,
) {
  const cells: Partial<Record<FieldName, ActivityCells[FieldName]>> = {};
  const wrong: { name: FieldName; refusal: ReturnType<typeof refuse> }[] = [];
  for (const name of columns) {
    const words = row.words[name] ?? '';
    // What a new row does not say is as it is for every new row.
    if (standing === null && words === '' && (name === 'status' || name === 'currency')) continue;
    // What went out and came back is no change, also where its words say less than the cell holds.
    if (standing !== null && words === sayCell(name, standing[name] as never, context)) continue;
    const read = readCell(name, WITH_DIGITS.has(FIELDS[name].kind) ? westernDigits(words) : words, context);
    if (read.ok) cells[name] = read.value;
    else wrong.push({ name, refusal: read });
  }
  return { cells: cells as Partial<ActivityCells>, wrong };
}

function changeOf(
  name: FieldName,
  standing: Activity | null,
  cells: ActivityCells,
  context: FieldContext,
): CellChange {
  return {
    column: name,
    before: standing === null ? '' : sayCell(name, standing[name] as never, context),
    after: sayCell(name, cells[name] as never, context),
  };
}
