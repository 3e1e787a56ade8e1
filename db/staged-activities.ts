import { getTableColumns } from 'drizzle-orm';
import type { Db } from './client';
import { type ActivityChangeRow, activityColumns, type StandingActivity } from './plans';
import { driverOf, preparedOnce } from './prepared';
import { activities, activityChanges } from './schema/plans';

/** What an act changes, without the plan's number, which it gets when it is carried out. */
export type StagedChange = Omit<ActivityChangeRow, 'seq'>;

export interface StagedRows {
  /** New ones. */
  readonly added: readonly StandingActivity[];
  /** As they will stand: `rev` is one above what was seen. */
  readonly saved: readonly StandingActivity[];
  readonly changes: readonly StagedChange[];
}

const ROW = Object.keys(getTableColumns(activities));
const CHANGE = Object.keys(getTableColumns(activityChanges)).filter((name) => name !== 'seq');
const KEPT: ReadonlySet<string> = new Set(['id', 'planId', 'removedAt']);

/**
 * Rows that are laid ready in turns, in memory, for one short transaction: what takes long is to bring thousands of rows
 * from here to SQLite, and there they are copied in some milliseconds. Nobody sees them until then, and a process that
 * ends has forgotten them.
 */
const statements = preparedOnce((db) => {
  const driver = driverOf(db);
  driver.exec(`CREATE TEMP TABLE IF NOT EXISTS staged_activities (act, isNew, ${quoted(ROW)});
    CREATE TEMP TABLE IF NOT EXISTS staged_changes (act, ${quoted(CHANGE)})`);
  const marks = (names: readonly string[]) => names.map(() => '?').join();
  const set = ROW.filter((name) => !KEPT.has(name)).map((name) => `"${name}" = staged."${name}"`);
  return {
    row: driver.prepare(`INSERT INTO temp.staged_activities VALUES (?, ?, ${marks(ROW)})`),
    change: driver.prepare(`INSERT INTO temp.staged_changes VALUES (?, ${marks(CHANGE)})`),
    add: driver.prepare(
      `INSERT INTO activities (${quoted(ROW)})
       SELECT ${quoted(ROW)} FROM temp.staged_activities WHERE act = ? AND isNew = 1`,
    ),
    save: driver.prepare(
      `UPDATE activities SET ${set.join(', ')} FROM temp.staged_activities AS staged
       WHERE staged.act = ? AND staged.isNew = 0 AND activities.id = staged.id
         AND activities.removedAt IS NULL AND activities.rev = staged.rev - 1`,
    ),
    note: driver.prepare(
      `INSERT INTO activity_changes (${quoted(CHANGE)}, seq)
       SELECT ${quoted(CHANGE)}, ? FROM temp.staged_changes WHERE act = ?`,
    ),
    forgetRows: driver.prepare('DELETE FROM temp.staged_activities WHERE act = ?'),
    forgetChanges: driver.prepare('DELETE FROM temp.staged_changes WHERE act = ?'),
  };
});

function quoted(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(', ');
}

/** Lays some rows ready for the act of this id. Outside of any transaction, in portions that hold up nobody. */
export function stageRows(db: Db, act: string, { added, saved, changes }: StagedRows): void {
  const { row, change } = statements(db);
  const values = ({ id, planId, ...fields }: StandingActivity) => {
    const written: Record<string, unknown> = { id, planId, removedAt: null, ...activityColumns(fields) };
    return ROW.map((name) => written[name]);
  };
  driverOf(db).transaction(() => {
    for (const activity of added) row.run(act, 1, ...values(activity));
    for (const activity of saved) row.run(act, 0, ...values(activity));
    for (const one of changes) change.run(act, ...CHANGE.map((name) => one[name as keyof StagedChange]));
  })();
}

/**
 * Carries out what was laid ready, inside the caller's transaction. Returns how many activities were added and saved:
 * one that changed or went meanwhile is not among them, and then the caller must roll back.
 */
export function carryOutStaged(tx: Db, act: string, seq: number): number {
  const { add, save, note } = statements(tx);
  const touched = add.run(act).changes + save.run(act).changes;
  note.run(seq, act);
  return touched;
}

export function forgetStaged(db: Db, act: string): void {
  const { forgetRows, forgetChanges } = statements(db);
  forgetRows.run(act);
  forgetChanges.run(act);
}
