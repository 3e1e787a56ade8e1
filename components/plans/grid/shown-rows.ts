import type { Activity, Result } from '@/domain/plan/matrix';
import { inGroups, inViewOrder, isInView, type PlanView } from '@/domain/plan/view';

/** A row in sight: an activity may stand under several headings, so its key is of both. */
export interface ShownRow {
  readonly key: string;
  readonly activity: Activity;
  /** Key of the heading that begins here; undefined: none does. */
  readonly heading: string | null | undefined;
}

/** Rows of the view. One that is in sight stays there until the view is chosen anew, whatever is typed into it. */
export function shownRows(
  matrix: { readonly results: readonly Result[]; readonly activities: readonly Activity[] },
  view: PlanView,
  countries: readonly string[],
  /** Ids of rows that were there and out of sight when the view was chosen. */
  hidden: ReadonlySet<string>,
): ShownRow[] {
  const { results } = matrix;
  const activities = matrix.activities.filter(({ id }) => !hidden.has(id));
  const rows = inViewOrder({ results, activities }, view, countries);
  return inGroups(rows, results, view.group, countries).flatMap((group) =>
    group.activities.map((activity, index) => ({
      key: `${group.key ?? ''}/${activity.id}`,
      activity,
      heading: index === 0 && view.group !== 'none' ? group.key : undefined,
    })),
  );
}

export function hiddenBy(
  view: PlanView,
  matrix: { readonly results: readonly Result[]; readonly activities: readonly Activity[] },
): Set<string> {
  return new Set(
    matrix.activities.filter((activity) => !isInView(activity, matrix.results, view)).map(({ id }) => id),
  );
}
