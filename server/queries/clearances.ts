import { standingClearances } from '../../db/clearances';
import { editorialChangesOf } from '../../db/editorial-changes';
import { sameButEditorial } from '../../domain/negotiation/positions';
import type { Actor } from '../../domain/policy/can';
import { innerRingOf } from '../../domain/policy/rings';
import type { Runtime } from '../runtime';
import { textSteps } from '../use-cases/negotiation-facts';

/** A clearance as its own delegation sees it. */
export interface ClearanceLine {
  /** Number of the cleared version. */
  readonly number: number;
  /** The day on which the capital gave it, YYYY-MM-DD. */
  readonly clearedOn: string;
  readonly note: string;
  readonly recordedBy: string;
  readonly at: string;
}

/**
 * What the actor's own capital has cleared of a text, newest version first (VE13). Null for whoever is in no
 * delegation's ring: for them there is nothing, not even an empty list.
 */
export function ownClearances(
  runtime: Runtime,
  actor: Actor,
  document: { readonly id: string; readonly body: { readonly id: string } },
): readonly ClearanceLine[] | null {
  const country = innerRingOf(actor, document.body.id);
  if (country === null) return null;
  return standingClearances(runtime.db, document.id, country).map(
    ({ number, clearedOn, note, recordedByName, at }) => ({
      number,
      clearedOn,
      note,
      recordedBy: recordedByName,
      at,
    }),
  );
}

/**
 * PS27: whether a clearance of the text with hash `cleared` holds for the text with hash `present`: over editorial
 * changes that nobody challenged it does. For the own delegation only, like the clearance.
 */
export function clearanceStanding(
  runtime: Runtime,
  documentId: string,
  cleared: string,
  present: string,
): 'stands' | 'void' {
  return sameButEditorial(cleared, present, textSteps(editorialChangesOf(runtime.db, documentId)))
    ? 'stands'
    : 'void';
}
