import { accept, type Outcome, refuse } from '../refusal';
import { type DocumentJson, plainText } from '../text/document-json';
import { isWaiting } from './dispositions';
import { hasWords } from './proposal-place';
import type { ProposalClass, ProposalKind, ProposalState } from './types';

/** A rationale has at most so many characters (NP9). */
export const RATIONALE_LENGTH = 2000;
/** A reason why a class is challenged has so many (NP14). */
export const CHALLENGE_LENGTH = { least: 3, most: 2000 } as const;

/** What the rules ask of a proposal. */
export interface RuledProposal {
  readonly kind: ProposalKind;
  readonly class: ProposalClass;
  readonly state: ProposalState;
  readonly country: string;
  readonly rationale: string;
}

/** NP9: why a change is proposed, in few words; a comment has no others. */
export function checkRationale(kind: ProposalKind, rationale: string, isTabled: boolean): Outcome<true> {
  if (rationale.length > RATIONALE_LENGTH) return refuse('NP9', { field: 'rationale' });
  const isMissing = isTabled && kind === 'comment' && rationale.trim().length < 3;
  return isMissing ? refuse('NP9', { field: 'rationale' }) : accept(true);
}

/** NP10: it is tabled, and the chair has not dealt with it yet. */
export function checkTabled(proposal: Pick<RuledProposal, 'state'>): Outcome<true> {
  return isWaiting(proposal.state) ? accept(true) : refuse('NP10', { state: proposal.state });
}

/** NP7, NP8: words that are there, and are others than those that stand. */
export function checkWords(
  kind: ProposalKind,
  words: { readonly text: DocumentJson; readonly hash: string } | null,
  base: { readonly hash: string },
): Outcome<true> {
  if (!hasWords(kind)) return accept(true);
  if (words === null || plainText(words.text).trim() === '') return refuse('NP7');
  return words.hash === base.hash ? refuse('NP8') : accept(true);
}

/** NP12: a delegation stands behind a proposal of another, once. */
export function checkBacking(
  proposal: RuledProposal,
  country: string,
  standing: readonly { readonly country: string }[],
): Outcome<true> {
  const tabled = checkTabled(proposal);
  if (!tabled.ok) return tabled;
  if (proposal.country === country) return refuse('NP12');
  return standing.some((backing) => backing.country === country) ? refuse('NP12') : accept(true);
}

/** NP14: another delegation says why the class is not the right one; while its word is not settled it says it once. */
export function checkChallenge(
  proposal: RuledProposal,
  country: string,
  reason: string,
  open: readonly { readonly country: string }[],
): Outcome<true> {
  const tabled = checkTabled(proposal);
  if (!tabled.ok) return tabled;
  if (proposal.country === country || open.some((challenge) => challenge.country === country)) {
    return refuse('NP14', { field: 'reason' });
  }
  const { length } = reason;
  return length < CHALLENGE_LENGTH.least || length > CHALLENGE_LENGTH.most
    ? refuse('NP14', { field: 'reason' })
    : accept(true);
}
