import type { Activity } from '@/domain/plan/matrix';
import { placedBefore, stepOf } from '@/domain/plan/places';

/** Where a row stands among those of its result; null: nothing stands there. */
export interface RowPlace {
  readonly resultId: string;
  readonly afterId: string | null;
  readonly beforeId: string | null;
}

export interface MoveJob {
  readonly kind: 'move';
  readonly activityId: string;
  /** One place up or down among the rows of its result as they then stand; or back to where it stood before it came to `from`. */
  readonly to: 'up' | 'down' | { readonly beforeId: string | null; readonly from: RowPlace };
  readonly tries: number;
  /** As it was sent once, where no answer came: it may have been done. */
  readonly unanswered?: Aim;
}

/** A move as it is to be sent: before which row, and before which one it stands until then. */
export interface Aim {
  readonly beforeId: string | null;
  readonly backBefore: string | null;
}

/** Rows among which one is moved: those of its result. */
function siblingsOf(activities: readonly Activity[], activityId: string): readonly Activity[] {
  const own = activities.find(({ id }) => id === activityId);
  return activities.filter(({ resultId }) => resultId === own?.resultId);
}

/** Where a row stands; null: it is not in the matrix. */
export function placeOf(activities: readonly Activity[], activityId: string): RowPlace | null {
  const siblings = siblingsOf(activities, activityId).toSorted((a, b) => a.position - b.position);
  const at = siblings.findIndex(({ id }) => id === activityId);
  const own = siblings[at];
  if (own === undefined) return null;
  return {
    resultId: own.resultId,
    afterId: siblings[at - 1]?.id ?? null,
    beforeId: siblings[at + 1]?.id ?? null,
  };
}

/** A row that was moved lost both its neighbours; where one of them only left, or another row came, one is still there. */
function isStillAt(place: RowPlace | null, was: RowPlace): boolean {
  if (place?.resultId !== was.resultId) return false;
  return place.afterId === was.afterId || place.beforeId === was.beforeId;
}

/**
 * What a move comes to as the rows now stand. `none`: it is at that end already; `landed`: it was done, though its answer
 * was lost; `lost`: somebody else moved the row since.
 */
export function aimOf(
  activities: readonly Activity[],
  { activityId, to, unanswered }: MoveJob,
): Aim | 'none' | 'landed' | 'lost' {
  const place = placeOf(activities, activityId);
  if (unanswered !== undefined && place?.beforeId === unanswered.beforeId) return 'landed';
  if (typeof to !== 'string') {
    if (!isStillAt(place, to.from)) return 'lost';
    return { beforeId: to.beforeId, backBefore: place?.beforeId ?? null };
  }
  // A second step from where the first one may have brought it would be one too many.
  if (unanswered !== undefined) return place === null ? 'none' : unanswered;
  const beforeId = stepOf(siblingsOf(activities, activityId), activityId, to);
  return beforeId === undefined ? 'none' : { beforeId, backBefore: place?.beforeId ?? null };
}

/** The rows after one of them was moved. */
export function moved(
  activities: readonly Activity[],
  activityId: string,
  beforeId: string | null,
  rev: number,
): readonly Activity[] {
  const placed = placedBefore(siblingsOf(activities, activityId), activityId, beforeId) ?? [];
  const places = new Map(placed.map(({ id, position }) => [id, position]));
  return activities.map((activity) => {
    const position = places.get(activity.id) ?? activity.position;
    if (activity.id === activityId) return { ...activity, position, rev };
    return position === activity.position ? activity : { ...activity, position };
  });
}
