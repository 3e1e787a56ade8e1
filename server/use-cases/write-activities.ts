import type { Db } from '../../db/client';
import { insertActivities, insertChanges, type PlanRow, saveActivity } from '../../db/plans';
import { type ActivityWrite, type RowFinding, tryWrites } from '../../domain/plan/writes';
import type { Actor } from '../../domain/policy/can';
import { matrixRows } from './matrix-rows';
import { nextSeq, recordPlan, writeFacts } from './plan-act';

/** Rows as they were written, or all that is wrong with them: then nothing was written. */
export type WrittenActivities =
  | {
      readonly ok: true;
      /** The plan's number after it. */
      readonly seq: number;
      readonly rows: readonly { readonly key: string; readonly activityId: string; readonly rev: number }[];
    }
  | { readonly ok: false; readonly findings: readonly RowFinding[] };

const NOBODY: ReadonlySet<string> = new Set();

/**
 * Writes rows into a plan's matrix inside a transaction, all of them or none: what the grid changes, what is pasted
 * and what a file brings go this way. Who may write is asked before. `at` is the day on which leads must be members.
 */
export function writeActivities(
  tx: Db,
  actor: Actor,
  at: string,
  plan: PlanRow,
  writes: readonly ActivityWrite[],
  /** Rows that leave the matrix in the same act: their codes are free. */
  leaving: ReadonlySet<string> = NOBODY,
): WrittenActivities {
  const all = writeFacts(tx, plan, at);
  const facts = { ...all, activities: all.activities.filter(({ id }) => !leaving.has(id)) };
  const { rows, findings } = tryWrites(writes, facts);
  if (findings.length > 0) return { ok: false, findings };
  const made = endOf(matrixRows({ actor, at, plan }, rows, facts));
  const touched = made.added.length + made.saved.length;
  if (touched === 0) return { ok: true, seq: plan.seq, rows: made.rows };
  const seq = nextSeq(tx, plan);
  for (const activity of made.saved) saveActivity(tx, activity);
  insertActivities(tx, made.added);
  insertChanges(
    tx,
    made.changes.map((change) => ({ ...change, seq })),
  );
  recordPlan(tx, actor, at, plan, 'plan.matrixChanged', { rows: touched, added: made.added.length, seq });
  return { ok: true, seq, rows: made.rows };
}

function endOf<Result>(steps: Generator<void, Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
