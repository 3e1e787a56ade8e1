import type { DocumentJson } from '../text/document-json';
import { collidingEdits } from './rebase';
import { spanOf, type TouchedSpan } from './touched';
import type { ProposalKind } from './types';
import { type Edit, editsBetween, isSameTokens } from './words/edits';
import { TokenText } from './words/tokens';

/** A proposal as it would be carried out on the clause as it stands. */
export interface StandingProposal {
  readonly id: string;
  readonly kind: ProposalKind;
  /** Of a move the clause it shall come after, of a merger the one that is joined. */
  readonly otherClauseId: string | null;
  /** Its words on the clause as it stands; null where it has none. */
  readonly words: DocumentJson | null;
}

/**
 * Two proposals of which only one can go into the text as it is, or that say the same. `words`: they touch the same
 * words; `place`: they put something in at one place, or after a clause that the other takes away; `whole`: one takes
 * away, moves or joins what the other changes.
 */
export interface Collision {
  readonly a: string;
  readonly b: string;
  readonly kind: 'words' | 'place' | 'whole' | 'same';
  /** What of the clause each touches that the other touches too, for `words`. */
  readonly spans: { readonly a: readonly TouchedSpan[]; readonly b: readonly TouchedSpan[] };
}

const OF_THE_WHOLE: readonly ProposalKind[] = ['delete', 'move', 'merge'];
const NO_SPANS = { a: [], b: [] };

/** All pairs of proposals on one clause that collide or say the same, in the order of the list. `present` null: there is no clause, only a place. */
export function collisionsOf(
  present: DocumentJson | null,
  proposals: readonly StandingProposal[],
): Collision[] {
  const clause = present === null ? null : new TokenText(present);
  const read = proposals
    .filter(({ kind }) => kind !== 'comment')
    .map((proposal) => new Reading(proposal, clause));
  return read.flatMap((a, index) =>
    read.slice(index + 1).flatMap((b): Collision[] => {
      const found = meet(clause, a, b);
      return found === null ? [] : [{ a: a.proposal.id, b: b.proposal.id, ...found }];
    }),
  );
}

class Reading {
  readonly proposal: StandingProposal;
  readonly words: TokenText | null;
  readonly edits: readonly Edit[];

  constructor(proposal: StandingProposal, clause: TokenText | null) {
    this.proposal = proposal;
    this.words = proposal.words === null ? null : new TokenText(proposal.words);
    const isReplacement = proposal.kind === 'replace' && clause !== null && this.words !== null;
    this.edits = isReplacement ? editsBetween(clause, this.words) : [];
  }
}

function meet(clause: TokenText | null, a: Reading, b: Reading): Omit<Collision, 'a' | 'b'> | null {
  if (doSayTheSame(a, b)) return { kind: 'same', spans: NO_SPANS };
  const kinds = [a.proposal.kind, b.proposal.kind];
  const takesAway = kinds.some((kind) => OF_THE_WHOLE.includes(kind));
  if (kinds.includes('insert')) {
    // What splits the clause has words of its own to put behind it.
    const isAtOnePlace =
      takesAway || kinds.every((kind) => kind === 'insert') || doesSplit(a) || doesSplit(b);
    return isAtOnePlace ? { kind: 'place', spans: NO_SPANS } : null;
  }
  if (takesAway) return { kind: 'whole', spans: NO_SPANS };
  if (clause === null) return null;
  const colliding = new Set(collidingEdits([a.edits, b.edits]));
  if (colliding.size === 0) return null;
  const spansOf = ({ edits }: Reading) =>
    edits.filter((edit) => colliding.has(edit)).map((edit) => spanOf(clause, edit));
  return { kind: 'words', spans: { a: spansOf(a), b: spansOf(b) } };
}

function doesSplit({ proposal, words }: Reading): boolean {
  return proposal.kind === 'replace' && (words?.clauses ?? 0) > 1;
}

function doSayTheSame(a: Reading, b: Reading): boolean {
  if (a.proposal.kind !== b.proposal.kind || a.proposal.otherClauseId !== b.proposal.otherClauseId)
    return false;
  if (a.words === null || b.words === null) return a.words === b.words;
  return isSameTokens(a.words.tokens, b.words.tokens);
}
