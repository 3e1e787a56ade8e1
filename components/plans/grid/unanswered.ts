import { recordedCell } from '@/domain/plan/fields';
import type { Activity } from '@/domain/plan/matrix';
import type { ChangeJob, RemoveJob, RestoreJob } from './grid-jobs';
import type { GridAnswer } from './grid-state';
import { fieldsOf } from './merge';

type Answered = GridAnswer & { readonly ok: true };

/**
 * The answer that was lost on its way, as the matrix now tells it; null: the act was not done, or doing it once more
 * does no harm. An act is done whole or not at all, so one row of it tells of all.
 */
export function lostAnswer(
  job: ChangeJob | RemoveJob | RestoreJob,
  activities: readonly Activity[],
  seq: number,
): Answered | null {
  const standing = new Map(activities.map((activity) => [activity.id, activity]));
  const answer = (rows: Answered['rows']): Answered => ({ ok: true, seq, rows });
  if (job.unanswered === undefined) return null;
  switch (job.kind) {
    case 'remove':
      return job.rows.some(({ activityId }) => standing.has(activityId)) ? null : answer([]);
    case 'restore': {
      const back = job.rows.flatMap(({ activityId }) => standing.get(activityId) ?? []);
      if (back.length < job.rows.length) return null;
      return answer(back.map(({ id, rev }) => ({ key: id, activityId: id, rev })));
    }
    case 'change': {
      if (job.removed.length > 0)
        return job.removed.some(({ activityId }) => standing.has(activityId)) ? null : answer([]);
      const entered = enteredRows(job, job.unanswered, activities);
      return entered === null ? null : answer(entered);
    }
    default:
      return job satisfies never;
  }
}

/** New rows of an act among those that came since it was sent, each known by all its cells; null: they did not come. */
function enteredRows(
  { added }: ChangeJob,
  before: ReadonlySet<string>,
  activities: readonly Activity[],
): Answered['rows'] | null {
  const came = activities.filter(({ id }) => !before.has(id));
  const rows = added.flatMap(({ key, cells }) => {
    const at = came.findIndex((row) =>
      fieldsOf(cells).every((field) => recordedCell(row[field]) === recordedCell(cells[field] ?? null)),
    );
    const [row] = at < 0 ? [] : came.splice(at, 1);
    return row === undefined ? [] : [{ key, activityId: row.id, rev: row.rev }];
  });
  return added.length > 0 && rows.length === added.length ? rows : null;
}
