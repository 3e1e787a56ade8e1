import type { Db } from '../../db/client';
import {
  insertActivities,
  insertChanges,
  type PlanRow,
  type StandingActivity,
  saveActivity,
} from '../../db/plans';
import { recordedCell } from '../../domain/plan/fields';
import { type ActivityWrite, type CheckedRow, type RowFinding, tryWrites } from '../../domain/plan/writes';
import { type Actor, delegationOf } from '../../domain/policy/can';
import { newId } from '../ids';
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
): WrittenActivities {
  const facts = writeFacts(tx, plan, at);
  const { rows, findings } = tryWrites(writes, facts);
  if (findings.length > 0) return { ok: false, findings };
  const touched = rows.filter(({ standing, changed }) => standing === null || changed.length > 0);
  if (touched.length === 0) return { ok: true, seq: plan.seq, rows: rows.flatMap(asWritten) };
  const seq = nextSeq(tx, plan);
  const by = { planId: plan.id, changedBy: actor.userId, changedAt: at };
  let last = Math.max(0, ...facts.activities.map(({ position }) => position));
  const added: StandingActivity[] = [];
  const written = rows.map((row) => {
    const { standing, cells, key } = row;
    if (standing === null) {
      last += 1;
      const origin = { clauseId: null, versionId: null };
      const activity = { id: newId('act'), position: last, rev: 0, ...origin, ...cells, ...by };
      added.push(activity);
      return { key, activity };
    }
    if (row.changed.length === 0) return { key, activity: standing };
    const activity = { ...standing, ...cells, ...by, rev: standing.rev + 1 };
    saveActivity(tx, activity);
    return { key, activity };
  });
  insertActivities(tx, added);
  const ids = new Map(written.map(({ key, activity }) => [key, activity.id]));
  const country = delegationOf(actor, plan.bodyId);
  insertChanges(
    tx,
    touched.flatMap((row) =>
      changesOfRow(row).map((change) => ({
        id: newId('chg'),
        planId: plan.id,
        activityId: ids.get(row.key) ?? '',
        seq,
        ...change,
        country,
        by: actor.userId,
        at,
      })),
    ),
  );
  recordPlan(tx, actor, at, plan, 'plan.matrixChanged', { rows: touched.length, added: added.length, seq });
  return {
    ok: true,
    seq,
    rows: written.map(({ key, activity }) => ({ key, activityId: activity.id, rev: activity.rev })),
  };
}

function asWritten({ key, standing }: CheckedRow) {
  return standing === null ? [] : [{ key, activityId: standing.id, rev: standing.rev }];
}

/** PL1. A new row is one entry, with its cells as they were entered; later every cell is one. */
function changesOfRow({ standing, cells, changed }: CheckedRow) {
  if (standing === null) return [{ field: 'added', before: '', after: JSON.stringify(cells) }];
  return changed.map((field) => ({
    field,
    before: recordedCell(standing[field]),
    after: recordedCell(cells[field]),
  }));
}
