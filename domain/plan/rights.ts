import { FIELD_NAMES, type FieldName } from './fields';
import type { Activity } from './matrix';

/** PL16: what the delegation of a lead country reports on its activities. */
export const REPORTED_FIELDS = [
  'status',
  'statusReason',
  'revisedFrom',
  'revisedTo',
] as const satisfies readonly FieldName[];

export const PLAN_STATES = ['drafted', 'inForce', 'closed'] as const;
export type PlanState = (typeof PLAN_STATES)[number];

/** What somebody may do with a plan's matrix, by the policy and their delegation. */
export interface PlanRights {
  readonly edits: boolean;
  /** The delegation for which they report, or null. */
  readonly reportsFor: string | null;
}

/** One list for all: a row of the grid is drawn anew only where something of it is another thing. */
const NONE: readonly FieldName[] = [];

/** Columns of an activity that somebody may change. PL16, PL18. */
export function changeableFields(
  state: PlanState,
  rights: PlanRights,
  activity: Pick<Activity, 'leads'>,
): readonly FieldName[] {
  if (state === 'closed') return NONE;
  if (rights.edits) return FIELD_NAMES;
  if (state !== 'inForce' || rights.reportsFor === null) return NONE;
  return activity.leads.includes(rights.reportsFor) ? REPORTED_FIELDS : NONE;
}
