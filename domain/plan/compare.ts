import { cleanLine } from '../text/clean-line';
import { type Activity, activitiesInOrder, areaOf, type Matrix, type Result } from './matrix';

/** What is compared of an activity in two plans. Years, codes and statuses are of each plan. */
export const COMPARED = ['title', 'area', 'leads', 'coLeads', 'partners', 'budget', 'budgetSource'] as const;
export type Compared = (typeof COMPARED)[number];

export type PlanDifference<A extends Activity = Activity> =
  | {
      readonly kind: 'carriedOver' | 'changed';
      readonly before: A;
      readonly after: A;
      readonly changed: readonly Compared[];
      /** What tells that it is the same one: its row says so, or code and title are the same. */
      readonly by: 'tie' | 'name';
    }
  | { readonly kind: 'new'; readonly after: A }
  | { readonly kind: 'dropped'; readonly before: A };

/**
 * PL29: the activities of a later plan in the order of its matrix, each beside the one it carries on, then those of the
 * earlier plan that nothing carries on. One that is split into several stands beside each of them.
 */
export function comparePlans<A extends Activity>(before: Matrix<A>, after: Matrix<A>): PlanDifference<A>[] {
  const byId = new Map(before.activities.map((activity) => [activity.id, activity]));
  const tied = new Set(after.activities.flatMap(({ carriedFromId }) => carriedFromId ?? []));
  const byName = new Map(
    before.activities.filter(({ id }) => !tied.has(id)).map((activity) => [nameOf(activity), activity]),
  );
  const met = new Set<string>();
  const differences: PlanDifference<A>[] = [];
  for (const activity of activitiesInOrder(after.results, after.activities)) {
    const tie = activity.carriedFromId === null ? undefined : byId.get(activity.carriedFromId);
    const origin = tie ?? byName.get(nameOf(activity));
    if (origin === undefined) {
      differences.push({ kind: 'new', after: activity });
      continue;
    }
    met.add(origin.id);
    const changed = COMPARED.filter(
      (name) => comparable(name, origin, before.results) !== comparable(name, activity, after.results),
    );
    differences.push({
      kind: changed.length === 0 ? 'carriedOver' : 'changed',
      before: origin,
      after: activity,
      changed,
      by: tie === undefined ? 'name' : 'tie',
    });
  }
  const dropped = activitiesInOrder(before.results, before.activities).filter(({ id }) => !met.has(id));
  return [...differences, ...dropped.map((activity) => ({ kind: 'dropped' as const, before: activity }))];
}

function nameOf({ code, title }: Activity): string {
  return `${code.toLowerCase()} ${plain(title)}`;
}

function comparable(name: Compared, activity: Activity, results: readonly Result[]): string {
  switch (name) {
    case 'title':
      return plain(activity.title);
    case 'area':
      return plain(areaOf(results, activity.resultId)?.title ?? '');
    case 'leads':
    case 'coLeads':
      return activity[name].toSorted().join(' ');
    case 'partners':
    case 'budgetSource':
      return plain(activity[name]);
    case 'budget':
      return activity.budget === null ? '' : `${activity.budget} ${activity.currency}`;
  }
}

/** Capitals and spaces make no other words. */
function plain(words: string): string {
  return cleanLine(words).toLowerCase();
}
