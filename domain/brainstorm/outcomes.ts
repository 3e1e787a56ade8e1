import { accept, type Outcome, refuse } from '../refusal';
import { keptWords } from './inputs';

/** How a clause relates to what it comes from. */
export const RELATIONS = ['takenUp', 'partly', 'merged', 'noted'] as const;
export type Relation = (typeof RELATIONS)[number];

/** What became of an input. */
export const OUTCOMES = [...RELATIONS, 'notTakenUp'] as const;
export type InputOutcome = (typeof OUTCOMES)[number];

/** Outcomes that say the input is in the text. */
export const IN_THE_TEXT: readonly InputOutcome[] = ['takenUp', 'partly', 'merged'];
const NEEDS_REASON: readonly InputOutcome[] = ['partly', 'noted', 'notTakenUp'];
export const LONGEST_REASON = 1000;

export function isRelation(value: string): value is Relation {
  return (RELATIONS as readonly string[]).includes(value);
}

export function isOutcome(value: string): value is InputOutcome {
  return (OUTCOMES as readonly string[]).includes(value);
}

/** BS17: whoever named something is told why it went in only in part, was noted, or was not taken up. */
export function checkReason(outcome: InputOutcome, typed: string): Outcome<string> {
  const reason = keptWords(typed);
  const isMissing = reason === '' && NEEDS_REASON.includes(outcome);
  return isMissing || reason.length > LONGEST_REASON
    ? refuse('BS17', { most: LONGEST_REASON, field: 'reason' })
    : accept(reason);
}

/** BS18: what went into the text has a clause to show. */
export function checkShownIn(outcome: InputOutcome, clauses: number): Outcome<true> {
  return clauses > 0 || !IN_THE_TEXT.includes(outcome) ? accept(true) : refuse('BS18', { field: 'outcome' });
}
