import type { ActivityStatus } from './statuses';

/** What is above activities: priority areas, their outcomes, and the outputs of those. */
export const LEVELS = ['area', 'outcome', 'output'] as const;
export type Level = (typeof LEVELS)[number];

export interface Result {
  readonly id: string;
  readonly level: Level;
  readonly parentId: string | null;
  readonly position: number;
  readonly code: string;
  readonly title: string;
  readonly titleThai: string;
}

/** The cells of an activity's row in the matrix. */
export interface ActivityCells {
  /** The output (or outcome, or area) it serves. */
  readonly resultId: string;
  readonly code: string;
  readonly title: string;
  /** ISO codes. */
  readonly leads: readonly string[];
  readonly coLeads: readonly string[];
  readonly partners: string;
  /** Months, YYYY-MM, or null where nobody said. */
  readonly plannedFrom: string | null;
  readonly plannedTo: string | null;
  readonly revisedFrom: string | null;
  readonly revisedTo: string | null;
  /** Null where it is not known, which is not 0. */
  readonly budget: number | null;
  readonly currency: string;
  readonly budgetSource: string;
  readonly status: ActivityStatus;
  readonly statusReason: string;
  /** The activity of the plan before that it carries on. */
  readonly carriedFromId: string | null;
}

export interface Activity extends ActivityCells {
  readonly id: string;
  readonly position: number;
  /** The clause of an adopted version from which it stems. */
  readonly clauseId: string | null;
  readonly versionId: string | null;
  /** Counts its changes. */
  readonly rev: number;
}

export interface Matrix<A extends Activity = Activity> {
  readonly results: readonly Result[];
  readonly activities: readonly A[];
}

/** The cells of a row that nobody has filled in yet. */
export const EMPTY_CELLS: Omit<ActivityCells, 'resultId' | 'code' | 'title'> = {
  leads: [],
  coLeads: [],
  partners: '',
  plannedFrom: null,
  plannedTo: null,
  revisedFrom: null,
  revisedTo: null,
  budget: null,
  currency: 'USD',
  budgetSource: '',
  status: 'planned',
  statusReason: '',
  carriedFromId: null,
};

/** Results in the order of the matrix: each before what is below it. */
export function resultsInOrder<R extends Result>(results: readonly R[]): R[] {
  const below = (parentId: string | null): R[] =>
    results
      .filter((result) => result.parentId === parentId)
      .toSorted((a, b) => a.position - b.position)
      .flatMap((result) => [result, ...below(result.id)]);
  return below(null);
}

/** Activities in the order of the matrix: by their results, and among those by their places. */
export function activitiesInOrder<A extends Pick<Activity, 'resultId' | 'position'>>(
  results: readonly Result[],
  activities: readonly A[],
): A[] {
  const places = new Map(resultsInOrder(results).map(({ id }, index) => [id, index]));
  const placeOf = (activity: A) => places.get(activity.resultId) ?? results.length;
  return activities.toSorted((a, b) => placeOf(a) - placeOf(b) || a.position - b.position);
}

/** The result and all above it, the area first. */
export function lineage(results: readonly Result[], resultId: string): Result[] {
  const result = results.find(({ id }) => id === resultId);
  if (result === undefined) return [];
  return result.parentId === null ? [result] : [...lineage(results, result.parentId), result];
}

/** The priority area that an activity of this result belongs to. */
export function areaOf(results: readonly Result[], resultId: string): Result | null {
  return lineage(results, resultId)[0] ?? null;
}
