/** How it stands with an activity, in the words of the field. */
export const ACTIVITY_STATUSES = [
  'planned',
  'ongoing',
  'completed',
  'delayed',
  'postponed',
  'cancelled',
  'carriedOver',
] as const;
export type ActivityStatus = (typeof ACTIVITY_STATUSES)[number];

const WITH_REASON: readonly ActivityStatus[] = ['delayed', 'postponed', 'cancelled', 'carriedOver'];

/** PL8: whoever says that it did not go as planned says why. */
export function needsReason(status: ActivityStatus): boolean {
  return WITH_REASON.includes(status);
}
