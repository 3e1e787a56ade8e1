import { accept, type Outcome, refuse } from '../refusal';
import type { DispositionKind, ProposalKind, ProposalState } from './types';

/** What must be known of a proposal to deal with it. */
export interface DealtProposal {
  readonly id: string;
  readonly number: number | null;
  readonly country: string;
  readonly clauseId: string | null;
  readonly kind: ProposalKind;
  readonly state: ProposalState;
  /** Entered by the secretariat, and its delegation has not said yet that it is theirs. */
  readonly isUnconfirmed: boolean;
  /** A delegation says that it is of another class, and the chair has not settled it. */
  readonly isChallenged: boolean;
}

export interface DispositionCommand {
  readonly kind: DispositionKind;
  readonly reason: string;
  /** The chair gives words of their own. */
  readonly hasWords: boolean;
}

/** What a delegation says to a suggestion. */
export interface DispositionAnswer {
  readonly country: string;
  readonly answer: 'agree' | 'cannotAgree';
}

/** What goes into the text, and what needs none of it. */
export const CHANGING: readonly DispositionKind[] = ['accepted', 'acceptedModified', 'merged', 'bracketed'];
const WITH_REASON: readonly DispositionKind[] = ['notRetained', 'referred', 'carriedOver'];
/** States in which a proposal waits for the chair: referred and carried over, it comes back to the table. */
export const WAITING: readonly ProposalState[] = ['tabled', 'referred', 'carriedOver'];
const WITHOUT_WORDS: readonly ProposalKind[] = ['move', 'comment'];
export const REASON_LENGTH = 2000;

export function isWaiting(state: ProposalState): boolean {
  return WAITING.includes(state);
}

/**
 * Whether the chair may make this of these proposals, or suggest it. Refusals: NP25 they are dealt with already, NP26
 * a reason is missing, NP27 its delegation has not confirmed one, NP28 the class of one is challenged, NP29 to NP31,
 * NP36 what this disposition needs, NP40 they are not of one clause.
 */
export function checkDisposition(
  proposals: readonly DealtProposal[],
  command: DispositionCommand,
): Outcome<true> {
  const [first] = proposals;
  if (first === undefined) return refuse('NP40');
  if (proposals.some(({ clauseId }) => clauseId !== first.clauseId)) return refuse('NP40');
  const settled = proposals.find(({ state }) => !isWaiting(state));
  if (settled !== undefined) return refuse('NP25', { number: settled.number ?? 0 });
  const { length } = command.reason;
  if (length > REASON_LENGTH || (length < 3 && WITH_REASON.includes(command.kind)))
    return refuse('NP26', { field: 'reason' });
  if (!CHANGING.includes(command.kind)) return accept(true);
  const unconfirmed = proposals.find(({ isUnconfirmed }) => isUnconfirmed);
  if (unconfirmed !== undefined) return refuse('NP27', { number: unconfirmed.number ?? 0 });
  const challenged = proposals.find(({ isChallenged }) => isChallenged);
  if (challenged !== undefined) return refuse('NP28', { number: challenged.number ?? 0 });
  return checkWords(proposals, command);
}

function checkWords(proposals: readonly DealtProposal[], command: DispositionCommand): Outcome<true> {
  if (command.kind === 'accepted') return command.hasWords ? refuse('NP31') : accept(true);
  const bare = proposals.find(({ kind }) => WITHOUT_WORDS.includes(kind));
  if (bare !== undefined) return refuse('NP36', { number: bare.number ?? 0 });
  switch (command.kind) {
    case 'acceptedModified':
      return proposals.length === 1 && command.hasWords ? accept(true) : refuse('NP31');
    case 'merged': {
      const isOfOneKind = proposals.every(({ kind }) => kind === proposals[0]?.kind);
      return proposals.length > 1 && isOfOneKind && command.hasWords ? accept(true) : refuse('NP29');
    }
    default:
      return accept(true);
  }
}

/**
 * Delegations whose agreement a merger still lacks: every delegation of a merged proposal says so itself. An answer is
 * the newest of its delegation.
 */
export function missingOwners(
  proposals: readonly Pick<DealtProposal, 'country'>[],
  answers: readonly DispositionAnswer[],
): string[] {
  const newest = new Map(answers.map(({ country, answer }) => [country, answer]));
  const owners = [...new Set(proposals.map(({ country }) => country))].sort();
  return owners.filter((country) => newest.get(country) !== 'agree');
}
