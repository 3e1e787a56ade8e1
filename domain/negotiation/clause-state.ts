import { type EditorialStep, HOLDING, type StandingPosition, sameButEditorial } from './positions';

/** The state of a clause (reference §7.2). Worked out from what was said and found, never stored. */
export const CLAUSE_STATES = [
  'open',
  'contested',
  'agreedAdRef',
  'agreed',
  'referred',
  'parked',
  'deletionAgreed',
  'merged',
  'split',
] as const;
export type ClauseState = (typeof CLAUSE_STATES)[number];

/** What the chair may find of a clause. */
export const CLAUSE_ACTS = [
  'agreed',
  'agreedAdRef',
  'noObjectionHeard',
  'referred',
  'parked',
  'reopened',
  'deletionAgreed',
  'merged',
  'split',
] as const;
export type ClauseActKind = (typeof CLAUSE_ACTS)[number];

/** A finding of the chair, as it was recorded. */
export interface ClauseAct {
  readonly act: ClauseActKind;
  /** Hash of the words it was found of. */
  readonly hash: string;
  /** Capitals that had yet to confirm when it was found. */
  readonly pending: readonly string[];
}

/** What the state of a clause follows from. Positions are those that whoever asks may see (PS4). */
export interface ClauseFacts {
  readonly hash: string;
  readonly brackets: number;
  /** Proposals on the clause that the chair has yet to deal with for good. */
  readonly proposals: number;
  /** Those of them that were neither referred nor carried over. */
  readonly tabled: number;
  readonly positions: readonly StandingPosition[];
  /** The chair's newest finding, or null. */
  readonly act: ClauseAct | null;
  readonly steps: readonly EditorialStep[];
}

export interface ClauseStanding {
  readonly state: ClauseState;
  /** It was agreed, and its words were changed since (PS22). */
  readonly changedSince: boolean;
  /** Capitals that have yet to confirm what was agreed ad referendum. */
  readonly pending: readonly string[];
}

const AGREED: readonly ClauseActKind[] = ['agreed', 'agreedAdRef', 'noObjectionHeard', 'deletionAgreed'];

/** PS11: how a clause stands. */
export function clauseStanding(facts: ClauseFacts): ClauseStanding {
  const { act } = facts;
  if (act === null || act.act === 'reopened') return { state: unsettled(facts), ...NOTHING };
  if (!sameButEditorial(act.hash, facts.hash, facts.steps)) {
    // PS22: what was agreed is contested once a word changed; what was laid aside is open again.
    return AGREED.includes(act.act)
      ? { state: 'contested', changedSince: true, pending: [] }
      : { state: unsettled(facts), ...NOTHING };
  }
  switch (act.act) {
    case 'agreed':
    case 'agreedAdRef':
    case 'noObjectionHeard': {
      const pending = act.pending.filter((country) => !hasConfirmed(country, facts.positions));
      return { state: pending.length === 0 ? 'agreed' : 'agreedAdRef', changedSince: false, pending };
    }
    case 'split': {
      // The first part is talked of like any other clause; whatever stands against it says more.
      const state = unsettled(facts);
      return { state: state === 'open' ? 'split' : state, ...NOTHING };
    }
    default:
      return { state: act.act, ...NOTHING };
  }
}

const NOTHING = { changedSince: false, pending: [] } as const;

function unsettled(facts: ClauseFacts): ClauseState {
  const isHeld = facts.positions.some(
    ({ stance, standing }) => standing === 'stands' && (HOLDING.includes(stance) || stance === 'proposes'),
  );
  return isHeld || facts.brackets > 0 || facts.proposals > 0 ? 'contested' : 'open';
}

/** PS8: a capital has confirmed when its delegation tabled that it can accept these words. */
export function hasConfirmed(country: string, positions: readonly StandingPosition[]): boolean {
  return positions.some(
    (position) =>
      position.country === country &&
      position.stance === 'canAccept' &&
      position.standing === 'stands' &&
      position.ring === 'tabled',
  );
}

/** The delegations of a stance that stands, in the order given. */
export function holdersOf(
  positions: readonly StandingPosition[],
  stance: StandingPosition['stance'],
): string[] {
  return positions
    .filter((position) => position.stance === stance && position.standing === 'stands')
    .map((position) => position.country);
}

/** Delegations whose acceptance was of other words (PS2). */
export function toReconfirm(positions: readonly StandingPosition[]): string[] {
  return positions.filter(({ standing }) => standing === 'toReconfirm').map(({ country }) => country);
}
