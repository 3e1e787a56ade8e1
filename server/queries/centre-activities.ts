import { servableActivities } from '../../db/search-sources';
import { type Actor, canInBody } from '../../domain/policy/can';
import type { Runtime } from '../runtime';

/** Activities of the body's work plans that a programme may serve. */
export function activitiesServable(runtime: Runtime, actor: Actor, bodyId: string) {
  if (!canInBody(actor, 'readPlan', bodyId).ok) return [];
  return servableActivities(runtime.db, bodyId);
}
