import { type Activity, areaOf, type Result, resultsInOrder } from './matrix';
import { yearsOf } from './span';
import { ACTIVITY_STATUSES, type ActivityStatus } from './statuses';

/** How many activities stand in each status. */
export type StatusCounts = Readonly<Record<ActivityStatus, number>>;

/** Counts of one area, country or year; `key` null: of those that name none. */
export interface Rollup<K> {
  readonly key: K | null;
  readonly counts: StatusCounts;
  readonly all: number;
}

type Counted = Pick<
  Activity,
  'status' | 'leads' | 'resultId' | 'plannedFrom' | 'plannedTo' | 'revisedFrom' | 'revisedTo'
>;

export function countStatuses(activities: readonly Pick<Activity, 'status'>[]): StatusCounts {
  const counts = Object.fromEntries(ACTIVITY_STATUSES.map((status) => [status, 0])) as Record<
    ActivityStatus,
    number
  >;
  for (const { status } of activities) counts[status] += 1;
  return counts;
}

/** PL30: by priority area, in the order of the matrix. */
export function rollupByArea(results: readonly Result[], activities: readonly Counted[]): Rollup<string>[] {
  const areas = resultsInOrder(results).filter(({ level }) => level === 'area');
  return grouped(
    areas.map(({ id }) => id),
    activities,
    ({ resultId }) => [areaOf(results, resultId)?.id ?? ''],
  );
}

/** PL30: by lead country, in the order given, which is that of the table. An activity with two leads counts for both. */
export function rollupByLead(countries: readonly string[], activities: readonly Counted[]): Rollup<string>[] {
  return grouped(countries, activities, ({ leads }) => leads);
}

/** PL30: by the years in which activities run. One that runs over three counts in each. */
export function rollupByYear(activities: readonly Counted[]): Rollup<number>[] {
  const years = [...new Set(activities.flatMap(yearsOf))].sort((a, b) => a - b);
  return grouped(years, activities, yearsOf);
}

/** Keys that nothing stands under are left out; what stands under none comes last. */
function grouped<K>(
  keys: readonly K[],
  activities: readonly Counted[],
  keysOf: (activity: Counted) => readonly K[],
): Rollup<K>[] {
  const rollup = (key: K | null, held: readonly Counted[]) => ({
    key,
    counts: countStatuses(held),
    all: held.length,
  });
  const named = keys.map((key) =>
    rollup(
      key,
      activities.filter((activity) => keysOf(activity).includes(key)),
    ),
  );
  const rest = activities.filter((activity) => !keysOf(activity).some((key) => keys.includes(key)));
  return [...named, rollup(null, rest)].filter(({ all }) => all > 0);
}
