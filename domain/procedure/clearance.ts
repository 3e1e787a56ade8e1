import canonicalize from 'canonicalize';
import { dayOf, isDay } from '../body/days';
import { accept, type Outcome, refuse } from '../refusal';
import { digestText } from '../text/digest';

export const NOTE_LENGTH = 2000;

/** The kind of event that holds the seal of an act within a delegation. */
export const SEALED_EVENT = 'delegation.sealed';

/** VE14: the day of a clearance lies between the day of its version and today, at the seat of the meetings. */
export function checkClearedOn(clearedOn: string, versionAt: string, now: string): Outcome<true> {
  if (!isDay(clearedOn)) return refuse('VE14', { field: 'clearedOn' });
  return clearedOn < dayOf(versionAt) || clearedOn > dayOf(now)
    ? refuse('VE14', { field: 'clearedOn' })
    : accept(true);
}

/** A clearance as its seals cover it, with their secret. */
export interface SealedClearance {
  readonly id: string;
  readonly documentId: string;
  readonly versionId: string;
  readonly hash: string;
  readonly country: string;
  readonly clearedOn: string;
  readonly note: string;
  readonly sealKey: string;
}

export interface SealedAct {
  readonly act: 'cleared' | 'withdrawn';
  /** Id of the person. */
  readonly by: string;
  readonly at: string;
}

/**
 * VE13: what the audit trail holds of an act that is its delegation's alone. It binds the act for ever and tells
 * nothing of it without the secret, which the delegation's record keeps.
 */
export function sealOf(clearance: SealedClearance, { act, by, at }: SealedAct): string {
  const { id, documentId, versionId, hash, country, clearedOn, note, sealKey } = clearance;
  const facts = { act, id, documentId, versionId, hash, country, clearedOn, note, by, at };
  return digestText(`${sealKey}\n${canonicalize(facts) ?? ''}`);
}
