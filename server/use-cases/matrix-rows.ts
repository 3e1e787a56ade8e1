import type { PlanRow, StandingActivity } from '../../db/plans';
import type { StagedChange, StagedRows } from '../../db/staged-activities';
import { recordedCell } from '../../domain/plan/fields';
import type { CheckedRow, WriteFacts } from '../../domain/plan/writes';
import { type Actor, delegationOf } from '../../domain/policy/can';
import { ascendingIds } from '../ids';

/** What checked rows come to in the tables of a plan. */
export interface MatrixRows extends StagedRows {
  /** Every row that was asked for, also one that says what stands already. */
  readonly rows: readonly { readonly key: string; readonly activityId: string; readonly rev: number }[];
}

export interface MatrixAct {
  readonly actor: Actor;
  readonly at: string;
  readonly plan: Pick<PlanRow, 'id' | 'bodyId'>;
}

/** Makes of checked rows what is written, row by row: whoever has other things to do in between does not run to the end. */
export function* matrixRows(
  { actor, at, plan }: MatrixAct,
  checked: readonly CheckedRow[],
  facts: Pick<WriteFacts, 'activities'>,
): Generator<void, MatrixRows> {
  const by = { planId: plan.id, changedBy: actor.userId, changedAt: at };
  const country = delegationOf(actor, plan.bodyId);
  const [activityId, changeId] = [ascendingIds('act'), ascendingIds('chg')];
  const added: StandingActivity[] = [];
  const saved: StandingActivity[] = [];
  const changes: StagedChange[] = [];
  const rows: { key: string; activityId: string; rev: number }[] = [];
  let last = facts.activities.reduce((most, { position }) => Math.max(most, position), 0);
  for (const row of checked) {
    yield;
    const { standing, cells, key } = row;
    if (standing !== null && row.changed.length === 0) {
      rows.push({ key, activityId: standing.id, rev: standing.rev });
      continue;
    }
    let activity: StandingActivity;
    if (standing === null) {
      last += 1;
      const origin = { clauseId: null, versionId: null };
      activity = { id: activityId(), position: last, rev: 0, ...origin, ...cells, ...by };
      added.push(activity);
    } else {
      activity = { ...standing, ...cells, ...by, rev: standing.rev + 1 };
      saved.push(activity);
    }
    rows.push({ key, activityId: activity.id, rev: activity.rev });
    for (const change of changesOfRow(row)) {
      const whose = { planId: plan.id, activityId: activity.id, country, by: actor.userId, at };
      changes.push({ id: changeId(), ...whose, ...change });
    }
  }
  return { added, saved, changes, rows };
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
