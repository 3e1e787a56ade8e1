import { FIELD_NAMES, type FieldName, recordedCell } from '@/domain/plan/fields';
import type { Activity, ActivityCells, Result } from '@/domain/plan/matrix';
import type { PlanState } from '@/domain/plan/rights';

/** The matrix as this screen knows it from the server. */
export interface Known {
  readonly seq: number;
  readonly state: PlanState;
  readonly results: readonly Result[];
  readonly activities: readonly Activity[];
}

/** What the server says of a matrix that this screen knows as of an earlier number (server/queries/plans: PlanNews). */
export interface News {
  readonly seq: number;
  readonly state: PlanState;
  readonly news?: {
    readonly results: readonly Result[];
    readonly activities: readonly Activity[];
    readonly order: readonly string[];
    readonly changes: readonly NewsChange[];
  };
}

export interface NewsChange {
  readonly activityId: string;
  readonly field: string;
  readonly country: string | null;
  /** The id of the reader where it was they; else empty. */
  readonly by: string;
  readonly at: string;
}

/** Takes news into what is known. Answers that come late, or twice, take nothing back. */
export function mergeNews(known: Known, { seq, state, news }: News): Known {
  if (seq < known.seq) return known;
  if (news === undefined) return state === known.state ? known : { ...known, state };
  const rows = new Map(known.activities.map((activity) => [activity.id, activity]));
  for (const activity of news.activities) {
    const mine = rows.get(activity.id);
    if (mine === undefined || mine.rev <= activity.rev) rows.set(activity.id, activity);
  }
  const activities = news.order.flatMap((id) => rows.get(id) ?? []);
  return { seq, state, results: news.results, activities };
}

/** Cells of one row that somebody here wants, with what they saw in them when they began. */
export interface CellEdit {
  readonly activityId: string;
  readonly cells: Partial<ActivityCells>;
  readonly seen: Partial<ActivityCells>;
}

export interface Clash {
  readonly activityId: string;
  readonly field: FieldName;
}

const isSame = (a: ActivityCells[FieldName] | undefined, b: ActivityCells[FieldName] | undefined) =>
  a !== undefined && b !== undefined && recordedCell(a) === recordedCell(b);

export function fieldsOf(cells: Partial<ActivityCells>): readonly FieldName[] {
  return FIELD_NAMES.filter((name) => cells[name] !== undefined);
}

/** PL15: wanted cells that are not any more as they were seen, and not as they are wanted either. */
export function clashes(edits: readonly CellEdit[], activities: readonly Activity[]): Clash[] {
  const rows = new Map(activities.map((activity) => [activity.id, activity]));
  return edits.flatMap(({ activityId, cells, seen }) => {
    const row = rows.get(activityId);
    if (row === undefined) return [];
    return fieldsOf(cells)
      .filter((name) => !isSame(row[name], seen[name]) && !isSame(row[name], cells[name]))
      .map((field) => ({ activityId, field }));
  });
}

/** The edits without one cell: what somebody else wrote there stays. */
export function withoutCell(edits: readonly CellEdit[], { activityId, field }: Clash): CellEdit[] {
  return edits
    .map((edit) => (edit.activityId === activityId ? { ...edit, cells: without(edit.cells, field) } : edit))
    .filter(({ cells }) => fieldsOf(cells).length > 0);
}

/** The edits after somebody was shown what another wrote into one cell, and writes theirs all the same. */
export function seenAnew(
  edits: readonly CellEdit[],
  { activityId, field, theirs }: Clash & { readonly theirs: ActivityCells[FieldName] },
): CellEdit[] {
  return edits.map((edit) =>
    edit.activityId === activityId ? { ...edit, seen: { ...edit.seen, [field]: theirs } } : edit,
  );
}

/** What takes these edits back, as long as nobody changes the cells. */
export function reversed(edits: readonly CellEdit[]): CellEdit[] {
  return edits.map(({ activityId, cells, seen }) => ({ activityId, cells: seen, seen: cells }));
}

/** Rows as they will stand when everything that waits is written. */
export function withEdits<A extends Activity>(
  activities: readonly A[],
  edits: readonly CellEdit[],
): readonly A[] {
  if (edits.length === 0) return activities;
  const wanted = new Map<string, Partial<ActivityCells>>();
  for (const { activityId, cells } of edits) wanted.set(activityId, { ...wanted.get(activityId), ...cells });
  return activities.map((activity) => {
    const cells = wanted.get(activity.id);
    return cells === undefined ? activity : { ...activity, ...cells };
  });
}

function without(cells: Partial<ActivityCells>, field: FieldName): Partial<ActivityCells> {
  return Object.fromEntries(Object.entries(cells).filter(([name]) => name !== field));
}
