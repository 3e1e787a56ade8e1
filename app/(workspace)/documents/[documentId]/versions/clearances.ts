import type { Clearances } from '@/components/comparisons/clearance';
import { dayOf } from '@/domain/body/days';
import type { Actor } from '@/domain/policy/can';
import { ownClearances } from '@/server/queries/clearances';
import type { DocumentView } from '@/server/queries/documents';
import type { Runtime } from '@/server/runtime';
import { recordClearance, takeBackClearance } from './actions';

/** What this reader's capital has cleared of a text, and whether they may say so. */
export function clearancesFor(runtime: Runtime, actor: Actor, document: DocumentView): Clearances {
  return {
    list: ownClearances(runtime, actor, document),
    mayClear: document.may.clearVersion,
    clear: recordClearance,
    withdraw: takeBackClearance,
    today: dayOf(runtime.clock.now()),
  };
}
