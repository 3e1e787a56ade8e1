import { accept, type Outcome, refuse } from '../refusal';

export const RETURN_STATES = [
  'notStarted',
  'inProgress',
  'submitted',
  'clarification',
  'accepted',
  'locked',
] as const;
export type ReturnState = (typeof RETURN_STATES)[number];

export const RETURN_STEPS = [
  'fill',
  'submit',
  'askClarification',
  'answer',
  'accept',
  'lock',
  'reopen',
] as const;
export type ReturnStep = (typeof RETURN_STEPS)[number];

/** MO14: from where to where each step leads. Late is a flag, not a state. */
const STEPS: Readonly<Record<ReturnStep, Readonly<Partial<Record<ReturnState, ReturnState>>>>> = {
  fill: { notStarted: 'inProgress', inProgress: 'inProgress', clarification: 'clarification' },
  submit: { inProgress: 'submitted' },
  askClarification: { submitted: 'clarification' },
  answer: { clarification: 'submitted' },
  accept: { submitted: 'accepted' },
  // What was never submitted is locked as it is: not reported.
  lock: { notStarted: 'locked', inProgress: 'locked', accepted: 'locked' },
  reopen: { accepted: 'inProgress', locked: 'inProgress' },
};

/** Steps that must say why, or what. */
const SPOKEN: readonly ReturnStep[] = ['askClarification', 'answer', 'reopen'];

export const LONGEST_REASON = 4000;

/** MO14, MO15: where a step leads, if it may be taken. */
export function decideReturn(state: ReturnState, step: ReturnStep, reason = ''): Outcome<ReturnState> {
  const next = STEPS[step][state];
  if (next === undefined) return refuse('MO14', { returnState: state });
  if (SPOKEN.includes(step) && (reason.trim() === '' || reason.length > LONGEST_REASON)) {
    return refuse('MO15', { most: LONGEST_REASON, field: 'reason' });
  }
  return accept(next);
}

/**
 * How much of a country's return somebody sees (MO26): `all` its own delegation; `released` the secretariat, which sees
 * what was submitted; `accepted` everybody else where the body names countries; else nothing but that it was accepted.
 */
export type Sight = 'all' | 'released' | 'accepted' | 'none';

export function sightOf(
  viewer: { readonly ring: string | null; readonly isSecretariat: boolean; readonly namesCountries: boolean },
  country: string,
): Sight {
  if (viewer.ring === country) return 'all';
  if (viewer.isSecretariat) return 'released';
  return viewer.namesCountries ? 'accepted' : 'none';
}

export interface ReturnStanding {
  readonly state: ReturnState;
  readonly submittedAt: string | null;
  readonly acceptedAt: string | null;
}

/** Earlier than any instant: of a return that never came and was locked nothing is seen but that. */
const BEFORE_ALL = '0';

/** Up to which instant figures of a return are seen: null means none, "" no end. */
export function seenUntil(sight: Sight, standing: ReturnStanding): string | null {
  switch (sight) {
    case 'all':
      return '';
    case 'released':
      return standing.submittedAt ?? (standing.state === 'locked' ? BEFORE_ALL : null);
    case 'accepted':
      return standing.acceptedAt;
    default:
      return null;
  }
}

export type ShownState = ReturnState | 'awaited';

/**
 * The state as somebody may know it. Whether a delegation has begun is its own affair, and so is, to other delegations,
 * what the secretariat asks of it.
 */
export function shownState(sight: Sight, standing: ReturnStanding): ShownState {
  const { state, submittedAt, acceptedAt } = standing;
  if (sight === 'all') return state;
  if (sight === 'released') {
    if (state === 'notStarted' || state === 'inProgress') return 'awaited';
    return state === 'locked' && submittedAt === null ? 'awaited' : state;
  }
  if (acceptedAt === null) return 'awaited';
  return state === 'locked' ? 'locked' : 'accepted';
}

/** Late: the window closed before it was submitted for the first time. What is answered later makes nothing late. */
export function isLate(firstSubmittedAt: string | null, closesAt: string, now: string): boolean {
  return (firstSubmittedAt ?? now) > closesAt;
}
