import { accept, type Outcome, refuse } from '../refusal';
import {
  type ClauseFacts,
  type ClauseState,
  clauseStanding,
  hasConfirmed,
  holdersOf,
  toReconfirm,
} from './clause-state';

/** What the chair finds of clauses, in the order it is offered. */
export const CLAUSE_STEPS = [
  'agreed',
  'noObjectionHeard',
  'agreedAdRef',
  'referred',
  'parked',
  'deletionAgreed',
  'reopened',
] as const;
export type ClauseStep = (typeof CLAUSE_STEPS)[number];

/** What stands in the way of a step, each a rule of its own. */
export type ClauseGuard =
  | 'noBracket'
  | 'noProposal'
  | 'noObjection'
  | 'noReserve'
  | 'noneAdRef'
  | 'confirmed';

export interface ClauseTransition {
  readonly from: readonly ClauseState[];
  readonly guards: readonly ClauseGuard[];
  /** It says why, or to whom, in the record (PS18). */
  readonly needsReason: boolean;
  /** It names the capitals that have yet to confirm (PS19). */
  readonly needsPending: boolean;
  /** It is found in the room: at a meeting in session, whose delegations present it lists (PS20). */
  readonly needsRoom: boolean;
}

const TALKED_OF: readonly ClauseState[] = ['open', 'contested', 'split', 'referred', 'parked'];
const SETTLED: readonly ClauseState[] = [
  'agreed',
  'agreedAdRef',
  'deletionAgreed',
  'merged',
  'referred',
  'parked',
];
const NOTHING_HELD: readonly ClauseGuard[] = ['noBracket', 'noProposal', 'noObjection', 'noReserve'];
const PLAIN = { needsReason: false, needsPending: false, needsRoom: false };

/** PS12: which finding leads from which states, and what must hold. Only the chair finds. */
export const CLAUSE_TRANSITIONS: Readonly<Record<ClauseStep, ClauseTransition>> = {
  agreed: {
    ...PLAIN,
    from: [...TALKED_OF, 'agreedAdRef'],
    guards: [...NOTHING_HELD, 'noneAdRef', 'confirmed'],
  },
  noObjectionHeard: {
    ...PLAIN,
    from: [...TALKED_OF, 'agreedAdRef'],
    guards: NOTHING_HELD,
    needsRoom: true,
  },
  agreedAdRef: { ...PLAIN, from: TALKED_OF, guards: NOTHING_HELD, needsPending: true },
  referred: { ...PLAIN, from: ['open', 'contested', 'split', 'parked'], guards: [], needsReason: true },
  parked: { ...PLAIN, from: ['open', 'contested', 'split', 'referred'], guards: [] },
  deletionAgreed: { ...PLAIN, from: TALKED_OF, guards: ['noObjection', 'noReserve'] },
  reopened: { ...PLAIN, from: SETTLED, guards: [], needsReason: true },
};

/** What a guard found missing. `delegations` are ISO codes, joined by commas. */
type Missing = Readonly<Record<string, string | number>> | null;

const GUARDS: Readonly<Record<ClauseGuard, { readonly rule: string; missing(facts: ClauseFacts): Missing }>> =
  {
    noBracket: {
      rule: 'PS13',
      missing: ({ brackets }) => (brackets === 0 ? null : { brackets }),
    },
    noProposal: {
      rule: 'PS14',
      missing: ({ proposals }) => (proposals === 0 ? null : { proposals }),
    },
    noObjection: { rule: 'PS15', missing: ({ positions }) => named(holdersOf(positions, 'objects')) },
    noReserve: { rule: 'PS16', missing: ({ positions }) => named(holdersOf(positions, 'reserves')) },
    noneAdRef: {
      rule: 'PS17',
      missing: (facts) =>
        named([
          ...new Set([...holdersOf(facts.positions, 'canAcceptAdRef'), ...clauseStanding(facts).pending]),
        ]),
    },
    confirmed: { rule: 'PS25', missing: ({ positions }) => named(toReconfirm(positions)) },
  };

function named(countries: readonly string[]): Missing {
  return countries.length === 0 ? null : { delegations: countries.join(',') };
}

export const REASON_MIN = 3;
export const REASON_MAX = 2000;

export interface ClauseCommand {
  readonly step: ClauseStep;
  readonly reason: string;
  /** Capitals that the chair names as pending. */
  readonly pending: readonly string[];
  /** Delegations present, or null outside a meeting in session. */
  readonly present: readonly string[] | null;
}

/**
 * May the chair find this of a clause? From what stands now to what is recorded, or to a refusal that names its rule
 * and what is missing. `members` are the delegations whose word counts.
 */
export function decideOnClause(
  facts: ClauseFacts,
  command: ClauseCommand,
  members: readonly string[],
): Outcome<{ readonly pending: readonly string[]; readonly present: readonly string[] }> {
  const transition = CLAUSE_TRANSITIONS[command.step];
  const { state } = clauseStanding(facts);
  if (!transition.from.includes(state)) return refuse('PS12', { clauseState: state, step: command.step });
  const reason = command.reason.trim();
  if ((transition.needsReason && reason.length < REASON_MIN) || reason.length > REASON_MAX) {
    return refuse('PS18', { field: 'reason' });
  }
  for (const guard of transition.guards) {
    const { rule, missing } = GUARDS[guard];
    const found = missing(facts);
    if (found !== null) return refuse(rule, found);
  }
  const { present } = command;
  if (transition.needsRoom && (present === null || present.length === 0)) return refuse('PS20');
  const pending = pendingOf(facts, command, members);
  if (transition.needsPending && pending.length === 0) return refuse('PS19', { field: 'pending' });
  return accept({
    pending: transition.needsPending || transition.needsRoom ? pending : [],
    present: transition.needsRoom ? (present ?? []) : [],
  });
}

/**
 * Whose capital has yet to confirm: those the chair names, those that said before all that they can accept ad referendum only or accepted other
 * words, and of a finding in the room the members that were not there.
 */
function pendingOf(facts: ClauseFacts, command: ClauseCommand, members: readonly string[]): string[] {
  const { present } = command;
  // Everybody reads who is pending: what was told to the chair alone is not in it, unless the chair names it (PS4).
  const tabled = facts.positions.filter(({ ring }) => ring === 'tabled');
  const absent =
    command.step === 'noObjectionHeard' ? members.filter((member) => !(present ?? []).includes(member)) : [];
  const asked = new Set([
    ...command.pending,
    ...absent,
    ...holdersOf(tabled, 'canAcceptAdRef'),
    ...clauseStanding(facts).pending,
    ...(command.step === 'agreedAdRef' ? toReconfirm(tabled) : []),
  ]);
  return members.filter((member) => asked.has(member) && !hasConfirmed(member, facts.positions));
}

/** The findings that are open on a clause in a state, in the order they are offered. */
export function openClauseSteps(state: ClauseState): ClauseStep[] {
  return CLAUSE_STEPS.filter((step) => CLAUSE_TRANSITIONS[step].from.includes(state));
}

export function isClauseStep(value: unknown): value is ClauseStep {
  return typeof value === 'string' && (CLAUSE_STEPS as readonly string[]).includes(value);
}
