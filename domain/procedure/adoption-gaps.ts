import { type ClauseFacts, type ClauseState, clauseStanding, holdersOf } from '../negotiation/clause-state';
import type { StandingPosition } from '../negotiation/positions';

/** Something that keeps a negotiated text from adoption. `clauseId` null: it is about the whole text. */
export interface AdoptionGap {
  readonly rule: 'PR33' | 'PR34' | 'PR35' | 'PR36' | 'PR37' | 'PR38' | 'PR39';
  readonly clauseId: string | null;
  /** ISO codes of the delegations it waits for; empty where it waits for the chair. */
  readonly delegations: readonly string[];
  /** How many brackets or proposals; 0 elsewhere. */
  readonly count: number;
  readonly clauseState: ClauseState | null;
}

export interface NegotiatedText {
  /** The clauses that stand in the text, in its order. */
  readonly clauses: readonly { readonly id: string; readonly facts: ClauseFacts }[];
  /** Positions on the text as a whole. */
  readonly whole: readonly StandingPosition[];
  /** Tabled proposals that name no clause of the text: they wait for the chair all the same. */
  readonly otherProposals: number;
}

/** Everything that is missing before a negotiated text can be adopted, in the order of the text (reference §7.1). */
export function adoptionGaps(text: NegotiatedText): AdoptionGap[] {
  const whole: AdoptionGap[] = [
    ...held('PR34', null, holdersOf(text.whole, 'objects')),
    ...held('PR35', null, holdersOf(text.whole, 'reserves')),
    ...held('PR37', null, holdersOf(text.whole, 'canAcceptAdRef')),
    ...counted('PR38', null, text.otherProposals),
  ];
  return [...whole, ...text.clauses.flatMap(({ id, facts }) => gapsOf(id, facts))];
}

function gapsOf(clauseId: string, facts: ClauseFacts): AdoptionGap[] {
  const { state, pending } = clauseStanding(facts);
  const gaps = [
    ...counted('PR33', clauseId, facts.brackets),
    ...held('PR34', clauseId, holdersOf(facts.positions, 'objects')),
    ...held('PR35', clauseId, holdersOf(facts.positions, 'reserves')),
    ...counted('PR38', clauseId, facts.proposals),
  ];
  switch (state) {
    case 'agreed':
      // An acceptance ad referendum given after the clause was agreed waits for its capital, too.
      return [...gaps, ...held('PR37', clauseId, holdersOf(facts.positions, 'canAcceptAdRef'))];
    case 'agreedAdRef':
      return [...gaps, ...held('PR37', clauseId, pending)];
    case 'deletionAgreed':
    case 'merged':
      return [...gaps, gap('PR39', clauseId, { clauseState: state })];
    default:
      return [...gaps, gap('PR36', clauseId, { clauseState: state })];
  }
}

function held(
  rule: AdoptionGap['rule'],
  clauseId: string | null,
  delegations: readonly string[],
): AdoptionGap[] {
  return delegations.length === 0 ? [] : [gap(rule, clauseId, { delegations })];
}

function counted(rule: AdoptionGap['rule'], clauseId: string | null, count: number): AdoptionGap[] {
  return count === 0 ? [] : [gap(rule, clauseId, { count })];
}

function gap(
  rule: AdoptionGap['rule'],
  clauseId: string | null,
  rest: Partial<Pick<AdoptionGap, 'delegations' | 'count' | 'clauseState'>>,
): AdoptionGap {
  return { rule, clauseId, delegations: [], count: 0, clauseState: null, ...rest };
}
