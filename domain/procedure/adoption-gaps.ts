import { type ClauseFacts, type ClauseState, clauseStanding, holdersOf } from '../negotiation/clause-state';
import type { StandingPosition } from '../negotiation/positions';
import { type Refusal, refuse } from '../refusal';

/** Something that keeps a negotiated text from adoption. `clauseId` null: it is about the whole text. */
export interface AdoptionGap {
  readonly rule: 'PR33' | 'PR34' | 'PR35' | 'PR36' | 'PR37' | 'PR38' | 'PR39';
  readonly clauseId: string | null;
  /** How one cites the clause, or how it begins; empty for the whole text. */
  readonly clause: string;
  /** ISO codes of the delegations it waits for; empty where it waits for the chair. */
  readonly delegations: readonly string[];
  /** How many brackets or proposals; 0 elsewhere. */
  readonly count: number;
  readonly clauseState: ClauseState | null;
}

export interface NegotiatedClause {
  readonly id: string;
  readonly name: string;
  readonly facts: ClauseFacts;
}

export interface NegotiatedText {
  /** The clauses that stand in the text, in its order. */
  readonly clauses: readonly NegotiatedClause[];
  /** Positions on the text as a whole. */
  readonly whole: readonly StandingPosition[];
  /** Tabled proposals that name no clause of the text: they wait for the chair all the same. */
  readonly otherProposals: number;
}

/** Everything that is missing before a negotiated text can be adopted, in the order of the text (reference §7.1). */
export function adoptionGaps(text: NegotiatedText): AdoptionGap[] {
  const whole: AdoptionGap[] = [
    ...held('PR34', WHOLE, holdersOf(text.whole, 'objects')),
    ...held('PR35', WHOLE, holdersOf(text.whole, 'reserves')),
    // A change of the words does not answer for the capital that was to answer.
    ...held(
      'PR37',
      WHOLE,
      text.whole.filter(({ stance }) => stance === 'canAcceptAdRef').map(({ country }) => country),
    ),
    ...counted('PR38', WHOLE, text.otherProposals),
  ];
  return [...whole, ...text.clauses.flatMap(gapsOf)];
}

type Place = Pick<AdoptionGap, 'clauseId' | 'clause'>;

const WHOLE: Place = { clauseId: null, clause: '' };

function gapsOf({ id, name, facts }: NegotiatedClause): AdoptionGap[] {
  const place: Place = { clauseId: id, clause: name };
  const { state, pending } = clauseStanding(facts);
  const gaps = [
    ...counted('PR33', place, facts.brackets),
    ...held('PR34', place, holdersOf(facts.positions, 'objects')),
    ...held('PR35', place, holdersOf(facts.positions, 'reserves')),
    ...counted('PR38', place, facts.proposals),
  ];
  switch (state) {
    case 'agreed':
      // An acceptance ad referendum given after the clause was agreed waits for its capital, too.
      return [...gaps, ...held('PR37', place, holdersOf(facts.positions, 'canAcceptAdRef'))];
    case 'agreedAdRef':
      return [...gaps, ...held('PR37', place, pending)];
    case 'deletionAgreed':
    case 'merged':
      return [...gaps, gap('PR39', place, { clauseState: state })];
    default:
      return [...gaps, gap('PR36', place, { clauseState: state })];
  }
}

/** The refusal that a gap amounts to: it names the clause, and whom it waits for. */
export function gapRefusal({ rule, clause, delegations, clauseState }: AdoptionGap): Refusal {
  return refuse(rule, {
    clause: clause === '' ? 'wholeText' : clause,
    ...(delegations.length === 0 ? {} : { delegations: delegations.join(',') }),
    ...(clauseState === null ? {} : { clauseState }),
  });
}

function held(rule: AdoptionGap['rule'], place: Place, delegations: readonly string[]): AdoptionGap[] {
  return delegations.length === 0 ? [] : [gap(rule, place, { delegations })];
}

function counted(rule: AdoptionGap['rule'], place: Place, count: number): AdoptionGap[] {
  return count === 0 ? [] : [gap(rule, place, { count })];
}

function gap(
  rule: AdoptionGap['rule'],
  place: Place,
  rest: Partial<Pick<AdoptionGap, 'delegations' | 'count' | 'clauseState'>>,
): AdoptionGap {
  return { rule, ...place, delegations: [], count: 0, clauseState: null, ...rest };
}
