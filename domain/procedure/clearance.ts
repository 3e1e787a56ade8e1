import canonicalize from 'canonicalize';
import { dayOf, isDay } from '../body/days';
import { accept, type Outcome, refuse } from '../refusal';
import { digestText } from '../text/digest';

export const NOTE_LENGTH = 2000;

/** VE14: the day of a clearance lies between the day of its version and today, at the seat of the meetings. */
export function checkClearedOn(clearedOn: string, versionAt: string, now: string): Outcome<true> {
  if (!isDay(clearedOn)) return refuse('VE14', { field: 'clearedOn' });
  return clearedOn < dayOf(versionAt) || clearedOn > dayOf(now)
    ? refuse('VE14', { field: 'clearedOn' })
    : accept(true);
}

/** An act within a delegation, as its seal covers it. */
export interface SealedAct {
  readonly act: 'cleared' | 'withdrawn';
  readonly clearanceId: string;
  readonly documentId: string;
  readonly versionId: string;
  readonly hash: string;
  readonly country: string;
  readonly clearedOn: string;
  readonly note: string;
  readonly by: string;
  readonly at: string;
}

/**
 * VE13: what the audit trail holds of an act that is its delegation's alone. It binds the act for ever and tells
 * nothing of it without the key, which the delegation's record keeps.
 */
export function sealOf(key: string, act: SealedAct): string {
  return digestText(`${key}\n${canonicalize(act) ?? ''}`);
}
