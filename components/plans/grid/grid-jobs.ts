import type { Activity } from '@/domain/plan/matrix';
import type { ActivityWrite } from '@/domain/plan/writes';
import {
  type Conflict,
  cellKey,
  type GridAnswer,
  type IndicatorsGo,
  type SeenRow,
  type Wrong,
} from './grid-state';
import { type CellEdit, type Clash, fieldsOf, reversed, withEdits } from './merge';
import type { MoveJob, RowPlace } from './row-moves';

/** Cells that change, rows that are new, rows that leave with them: one act, all of it or nothing. */
export interface ChangeJob {
  readonly kind: 'change';
  readonly edits: readonly CellEdit[];
  readonly added: readonly ActivityWrite[];
  readonly removed: readonly SeenRow[];
  readonly isUndo: boolean;
  /** How often somebody was faster. */
  readonly tries: number;
  readonly onRefused?: (() => void) | undefined;
  readonly unanswered?: Unanswered;
}

/** It was sent once and no answer came, so it may have been done (./unanswered); the rows that were known then. */
type Unanswered = ReadonlySet<string>;

export interface RemoveJob {
  readonly kind: 'remove';
  readonly rows: readonly SeenRow[];
  readonly indicators: IndicatorsGo;
  readonly unanswered?: Unanswered;
}

export interface RestoreJob {
  readonly kind: 'restore';
  /** As they were when they were taken out. */
  readonly rows: readonly SeenRow[];
  /** Whether it takes back what one did, or brings back what somebody else took out. */
  readonly isUndo: boolean;
  readonly unanswered?: Unanswered;
}

export type AnyJob = ChangeJob | MoveJob | RemoveJob | RestoreJob;
export type Job = AnyJob | { readonly kind: 'undo' };

/** What was done here and can be taken back. `final`: what cannot, since it decided about more than the matrix. */
export type Done =
  | { readonly kind: 'cells'; readonly edits: readonly CellEdit[]; readonly added: readonly SeenRow[] }
  | {
      readonly kind: 'moved';
      readonly activityId: string;
      readonly backBefore: string | null;
      /** Where the move brought it. */
      readonly at: RowPlace;
    }
  | { readonly kind: 'removed'; readonly rows: readonly SeenRow[] }
  | { readonly kind: 'final' };

/** The job that takes something back, as long as nobody else changed it. */
export function undoing(done: Exclude<Done, { kind: 'final' }>): AnyJob {
  switch (done.kind) {
    case 'cells':
      return {
        kind: 'change',
        edits: reversed(done.edits),
        added: [],
        removed: done.added,
        isUndo: true,
        tries: 0,
      };
    case 'moved': {
      const { activityId, backBefore, at } = done;
      return { kind: 'move', activityId, to: { beforeId: backBefore, from: at }, tries: 0 };
    }
    case 'removed':
      return { kind: 'restore', rows: done.rows, isUndo: true };
    default:
      return done satisfies never;
  }
}

/** What can be taken back after an act was written; rows that it entered have their ids from the answer. */
export function doneBy({ edits, added }: ChangeJob, answer: GridAnswer & { ok: true }): Done {
  const keys = new Set(added.map(({ key }) => key));
  const entered = answer.rows.filter(({ key }) => keys.has(key));
  return { kind: 'cells', edits, added: entered.map(({ activityId, rev }) => ({ activityId, rev })) };
}

type Numbers = ReadonlyMap<string, number>;

/** How rows were numbered that came back as they had left; one that somebody else had in hand between is none of them. */
export function numbersOfReturn(rows: readonly SeenRow[], answer: GridAnswer & { ok: true }): Numbers {
  const after = new Map(answer.rows.map(({ activityId, rev }) => [activityId, rev]));
  const own = rows.filter(({ activityId, rev }) => after.get(activityId) === rev + 1);
  return new Map(own.map(({ activityId, rev }) => [activityId, rev]));
}

/** Rows as they were seen, where one's own writes have numbered them anew. */
export function numberedAnew(rows: readonly SeenRow[], before: Numbers, after: Numbers): readonly SeenRow[] {
  return rows.map((row) =>
    before.get(row.activityId) === row.rev ? { ...row, rev: after.get(row.activityId) ?? row.rev } : row,
  );
}

export function doneAnew(done: Done, before: Numbers, after: Numbers): Done {
  return done.kind === 'cells' ? { ...done, added: numberedAnew(done.added, before, after) } : done;
}

export function jobAnew(job: Job, before: Numbers, after: Numbers): Job {
  if (job.kind === 'remove') return { ...job, rows: numberedAnew(job.rows, before, after) };
  if (job.kind === 'change') return { ...job, removed: numberedAnew(job.removed, before, after) };
  return job;
}

/** Whether somebody else changed a row since it was seen, or took it out. */
export function areLost(rows: readonly SeenRow[], activities: readonly Activity[]): boolean {
  const revs = new Map(activities.map(({ id, rev }) => [id, rev]));
  return rows.some(({ activityId, rev }) => revs.get(activityId) !== rev);
}

/** An edit that began on what an earlier one wanted, after that was refused: it began on what stands. */
export function onto(edit: CellEdit, refused: ChangeJob): CellEdit {
  const before = refused.edits.find(({ activityId }) => activityId === edit.activityId);
  if (before === undefined) return edit;
  const seen = Object.fromEntries(
    fieldsOf(edit.cells).map((field) => [
      field,
      before.cells[field] === undefined ? edit.seen[field] : before.seen[field],
    ]),
  );
  return { ...edit, seen };
}

/** Cells of an act that was refused, each with what was wanted and what is wrong. */
export function refusedCells(
  { edits }: ChangeJob,
  { findings, message }: GridAnswer & { ok: false },
): Record<string, Wrong> {
  const wrong: Record<string, Wrong> = {};
  for (const { activityId, cells } of edits) {
    const own = findings.filter(({ key }) => key === activityId);
    for (const field of fieldsOf(cells)) {
      const found = own.find((finding) => finding.field === field) ?? own[0];
      const value = cells[field] ?? null;
      wrong[cellKey(activityId, field)] = { value, words: null, message: found?.message ?? message };
    }
  }
  return wrong;
}

/** What is sent of an act; its cells as of the numbers that their rows have here. */
export function writesOf({ edits, added }: ChangeJob, activities: readonly Activity[]): ActivityWrite[] {
  const revs = new Map(activities.map(({ id, rev }) => [id, rev]));
  const changed = edits.map(({ activityId, cells }) => ({
    key: activityId,
    activityId,
    rev: revs.get(activityId) ?? 0,
    cells,
  }));
  return [...changed, ...added];
}

/** Rows as they stand once an act is written. */
export function asWritten(
  activities: readonly Activity[],
  { edits }: ChangeJob,
  answer: GridAnswer & { ok: true },
): readonly Activity[] {
  const revs = new Map(answer.rows.map(({ activityId, rev }) => [activityId, rev]));
  return withEdits(activities, edits).map((activity): Activity => {
    const rev = revs.get(activity.id);
    return rev === undefined || rev === activity.rev ? activity : { ...activity, rev };
  });
}

/** What is asked about a cell of `row` that two people changed; `country` is whose act the other one is. */
export function conflictOf(job: ChangeJob, clash: Clash, row: Activity, country: string | null): Conflict {
  const edit = job.edits.find(({ activityId }) => activityId === clash.activityId);
  return {
    ...clash,
    code: row.code,
    before: edit?.seen[clash.field],
    theirs: row[clash.field],
    mine: edit?.cells[clash.field],
    country,
  };
}

export function keysOf(edits: readonly CellEdit[]): string[] {
  return edits.flatMap(({ activityId, cells }) => fieldsOf(cells).map((field) => cellKey(activityId, field)));
}
