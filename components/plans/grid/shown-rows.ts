import type { Activity, Result } from '@/domain/plan/matrix';
import { inGroups, inViewOrder, isInView, type PlanView } from '@/domain/plan/view';

/**
 * A row in sight. Its key is the activity's, also when it comes to stand under another heading: a row that one writes in
 * stays the row. Under its second heading and further ones an activity has a key of both.
 */
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
  const met = new Set<string>();
  const keyOf = (group: string | null, id: string) => {
    if (met.has(id)) return `${group ?? ''}/${id}`;
    met.add(id);
    return id;
  };
  return inGroups(rows, results, view.group, countries).flatMap((group) =>
    group.activities.map((activity, index) => ({
      key: keyOf(group.key, activity.id),
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
