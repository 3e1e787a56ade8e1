import { type Activity, activitiesInOrder, areaOf, type Matrix, type Result, resultsInOrder } from './matrix';
import { currentSpan, yearsOf } from './span';
import { ACTIVITY_STATUSES, type ActivityStatus } from './statuses';

export const SORTS = ['matrix', 'code', 'title', 'lead', 'from', 'to', 'budget', 'status'] as const;
export type Sort = (typeof SORTS)[number];
export const GROUPS = ['area', 'lead', 'status', 'year', 'none'] as const;
export type Group = (typeof GROUPS)[number];

/** Which rows of a matrix one looks at, in which order. Empty and null: all. */
export interface PlanView {
  readonly words: string;
  /** Id of a priority area. */
  readonly area: string;
  readonly lead: string;
  readonly status: ActivityStatus | '';
  readonly year: number | null;
  readonly sort: Sort;
  readonly isDescending: boolean;
  readonly group: Group;
}

type Parameters = Readonly<Record<string, string | string[] | undefined>>;

/** The view that an address names. What it does not name, or names wrongly, is the matrix as it is. */
export function readView(query: Parameters): PlanView {
  const one = (name: string) => {
    const value = query[name];
    return typeof value === 'string' ? value.trim().slice(0, 100) : '';
  };
  const known = <T extends string>(list: readonly T[], name: string): T | undefined =>
    list.find((entry) => entry === one(name));
  const year = Number(one('year'));
  return {
    words: one('words').normalize('NFC'),
    area: one('area'),
    lead: one('lead'),
    status: known(ACTIVITY_STATUSES, 'status') ?? '',
    year: Number.isInteger(year) && year > 0 ? year : null,
    sort: known(SORTS, 'sort') ?? 'matrix',
    isDescending: one('order') === 'down',
    group: known(GROUPS, 'group') ?? 'area',
  };
}

/** The parameters by which an address names this view; what is as usual is left out. */
export function viewParameters(view: PlanView): Record<string, string> {
  const named: Record<string, string> = {
    words: view.words,
    area: view.area,
    lead: view.lead,
    status: view.status,
    year: view.year === null ? '' : String(view.year),
    sort: view.sort === 'matrix' ? '' : view.sort,
    order: view.isDescending ? 'down' : '',
    group: view.group === 'area' ? '' : view.group,
  };
  return Object.fromEntries(Object.entries(named).filter(([, value]) => value !== ''));
}

/** Whether rows are left out. */
export function isNarrowed({ words, area, lead, status, year }: PlanView): boolean {
  return words !== '' || area !== '' || lead !== '' || status !== '' || year !== null;
}

export function isInView(activity: Activity, results: readonly Result[], view: PlanView): boolean {
  const { words, area, lead, status, year } = view;
  if (area !== '' && areaOf(results, activity.resultId)?.id !== area) return false;
  if (lead !== '' && !activity.leads.includes(lead) && !activity.coLeads.includes(lead)) return false;
  if (status !== '' && activity.status !== status) return false;
  if (year !== null && !yearsOf(activity).includes(year)) return false;
  const said = [
    activity.code,
    activity.title,
    activity.partners,
    activity.budgetSource,
    activity.statusReason,
  ]
    .join(' ')
    .toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => said.includes(word));
}

const natural = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** Rows in the order of the view; what says nothing of what is sorted by comes last, whichever way. */
export function inViewOrder<A extends Activity>(
  { results, activities }: Matrix<A>,
  view: Pick<PlanView, 'sort' | 'isDescending'>,
  /** Codes of countries in their order at the table. */
  countries: readonly string[],
): A[] {
  const standing = activitiesInOrder(results, activities);
  const { sort } = view;
  if (sort === 'matrix') return view.isDescending ? standing.toReversed() : standing;
  const keyed = standing.map((activity) => ({ activity, key: keyOf(activity, sort, countries) }));
  const empty = keyed.filter(({ key }) => key === '');
  const turn = view.isDescending ? -1 : 1;
  const filled = keyed
    .filter(({ key }) => key !== '')
    .toSorted((a, b) => turn * natural.compare(a.key, b.key));
  return [...filled, ...empty].map(({ activity }) => activity);
}

function keyOf(activity: Activity, sort: Exclude<Sort, 'matrix'>, countries: readonly string[]): string {
  switch (sort) {
    case 'code':
      return activity.code;
    case 'title':
      return activity.title;
    case 'lead': {
      const [first] = activity.leads;
      return first === undefined ? '' : String(countries.indexOf(first) + 1);
    }
    case 'from':
      return currentSpan(activity)?.from ?? '';
    case 'to':
      return currentSpan(activity)?.to ?? '';
    case 'budget':
      return activity.budget === null ? '' : String(activity.budget);
    case 'status':
      return String(ACTIVITY_STATUSES.indexOf(activity.status));
  }
}

/** Rows under one heading: the key is an area's id, a country, a status or a year; null: none of them. */
export interface ActivityGroup<A> {
  readonly key: string | null;
  readonly activities: readonly A[];
}

/** The rows under the headings of the view. A row that belongs to several stands under each of them. */
export function inGroups<A extends Activity>(
  rows: readonly A[],
  results: readonly Result[],
  group: Group,
  countries: readonly string[],
): ActivityGroup<A>[] {
  if (group === 'none') return rows.length === 0 ? [] : [{ key: null, activities: rows }];
  const keysOf = (activity: A) => groupKeys(activity, results, group);
  const keys = {
    area: () => resultsInOrder(results).map(({ id }) => id),
    lead: () => countries,
    status: () => ACTIVITY_STATUSES,
    year: () => [...new Set(rows.flatMap(yearsOf))].sort((a, b) => a - b).map(String),
  }[group]();
  const named = keys.map((key) => ({ key, activities: rows.filter((row) => keysOf(row).includes(key)) }));
  const rest = rows.filter((row) => !keysOf(row).some((key) => keys.includes(key)));
  return [...named, { key: null, activities: rest }].filter(({ activities }) => activities.length > 0);
}

function groupKeys(
  activity: Activity,
  results: readonly Result[],
  group: Exclude<Group, 'none'>,
): readonly string[] {
  switch (group) {
    case 'area':
      return [areaOf(results, activity.resultId)?.id ?? ''];
    case 'lead':
      return activity.leads;
    case 'status':
      return [activity.status];
    case 'year':
      return yearsOf(activity).map(String);
  }
}
