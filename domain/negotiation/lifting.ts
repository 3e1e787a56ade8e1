import { accept, type Outcome, refuse } from '../refusal';
import type { Bracket } from '../text/brackets';
import { digestText } from '../text/digest';

/** What was said about a bracket, as far as lifting it depends on it. */
export interface BracketAct {
  readonly bracketId: string;
  readonly act: 'opened' | 'ownerAdded' | 'consented' | 'consentWithdrawn' | 'found' | 'lifted';
  readonly alternative: number | null;
  readonly country: string | null;
  /** Of a consent: the hash of the words it was given for. */
  readonly reason: string;
}

/** A delegation's word that the bracket may go and these words stay; `alternative` null is that none stay. */
export interface Consent {
  readonly country: string;
  readonly alternative: number | null;
  /** False where the words, or what stands beside them, have changed since: it counts no more. */
  readonly stands: boolean;
}

/** Longest reason of a finding, in characters. */
export const FINDING_LENGTH = { least: 3, most: 2000 } as const;

/** What a consent is bound to: the words that stay, and the alternatives they were chosen from. */
export function wordingHash({ alternatives }: Bracket, kept: number | null): string {
  return digestText(
    JSON.stringify([kept, alternatives.map(({ alternative, kind, words }) => [alternative, kind, words])]),
  );
}

/** The newest consent of every delegation to one bracket, those taken back left out. */
export function consentsTo(bracket: Bracket, acts: readonly BracketAct[]): Consent[] {
  const byCountry = new Map<string, Consent>();
  for (const { bracketId, act, country, alternative, reason } of acts) {
    if (bracketId !== bracket.id || country === null) continue;
    if (act === 'consentWithdrawn') byCountry.delete(country);
    if (act !== 'consented') continue;
    byCountry.set(country, { country, alternative, stands: reason === wordingHash(bracket, alternative) });
  }
  return [...byCountry.values()];
}

/** Everybody who holds something in a bracket. */
export function ownersOf({ alternatives }: Bracket): string[] {
  return [...new Set(alternatives.flatMap(({ owners }) => owners))].sort();
}

/**
 * The delegations whose consent it takes to keep one alternative: those that hold others, and of a bracket of one
 * wording those that put it there.
 */
export function askedFor(bracket: Bracket, kept: number | null): string[] {
  const { alternatives } = bracket;
  if (alternatives.length === 1) return ownersOf(bracket);
  const holdsKept = alternatives.find(({ alternative }) => alternative === kept)?.owners ?? [];
  return ownersOf({
    ...bracket,
    alternatives: alternatives.filter(({ alternative }) => alternative !== kept),
  }).filter((country) => !holdsKept.includes(country));
}

/** Those of them that have not consented to just that. */
export function missingFor(bracket: Bracket, kept: number | null, acts: readonly BracketAct[]): string[] {
  const consented = consentsTo(bracket, acts)
    .filter(({ alternative, stands }) => stands && alternative === kept)
    .map(({ country }) => country);
  return askedFor(bracket, kept).filter((country) => !consented.includes(country));
}

/**
 * On whom a bracket waits: those who hold something in it and have given no consent that stands. On nobody where the
 * consents that stand are enough to lift it: then it is in the chair's hand.
 */
export function awaitedOwners(bracket: Bracket, acts: readonly BracketAct[]): string[] {
  const kept = [...bracket.alternatives.map(({ alternative }) => alternative), null];
  if (kept.some((alternative) => missingFor(bracket, alternative, acts).length === 0)) return [];
  const given = consentsTo(bracket, acts).filter(({ stands }) => stands);
  return ownersOf(bracket).filter((owner) => !given.some(({ country }) => country === owner));
}

/**
 * Whether a bracket may be lifted by keeping an alternative: with the consent of all who are asked (BR12), else by the
 * chair's finding, which needs a reason (BR13). Says whether it is such a finding.
 */
export function checkLifting(
  bracket: Bracket,
  kept: number | null,
  acts: readonly BracketAct[],
  reason: string,
): Outcome<{ readonly isFinding: boolean }> {
  const known = checkKept(bracket, kept);
  if (!known.ok) return known;
  const missing = missingFor(bracket, kept, acts);
  if (missing.length === 0) return accept({ isFinding: false });
  if (reason === '') return refuse('BR12', { countries: missing.join(', ') });
  const isReason = reason.length >= FINDING_LENGTH.least && reason.length <= FINDING_LENGTH.most;
  return isReason ? accept({ isFinding: true }) : refuse('BR13', { field: 'reason' });
}

/** BR6 where the bracket has no such alternative; null keeps no words. */
export function checkKept(bracket: Bracket, kept: number | null): Outcome<true> {
  const isThere = kept === null || bracket.alternatives.some(({ alternative }) => alternative === kept);
  return isThere ? accept(true) : refuse('BR6');
}
