import { textHash } from '../text/canonical';
import type { DocumentJson } from '../text/document-json';
import { baseOf, changeOf, NO_WORDS } from './proposal-place';
import { rebaseWords } from './rebase';
import type { TouchedSpan } from './touched';
import type { ProposalKind, TextChange } from './types';

/** A tabled proposal with what it takes to carry it out. */
export interface WordedProposal {
  readonly id: string;
  readonly number: number;
  readonly country: string;
  readonly kind: ProposalKind;
  readonly clauseId: string | null;
  readonly otherClauseId: string | null;
  /** The words it was drafted on. */
  readonly base: DocumentJson;
  readonly baseHash: string;
  readonly words: DocumentJson | null;
  /** Delegations that stand behind it as co-sponsors. */
  readonly cosponsors: readonly string[];
}

/**
 * How a proposal stands on the text of now. Clean: what it makes of the text, null for a comment. Else why not: a
 * clause it names is `gone`; the words of what it takes away, moves or joins are others (`whole`); what it touches was
 * touched (`words`); together they make no clause (`form`).
 */
export type Standing =
  | { readonly isClean: true; readonly change: TextChange | null }
  | {
      readonly isClean: false;
      readonly why: 'gone' | 'whole' | 'words' | 'form';
      /** Of the words it was drafted on. */
      readonly spans: readonly TouchedSpan[];
    };

export function standingOf(document: DocumentJson, proposal: WordedProposal): Standing {
  if (proposal.kind === 'comment') return { isClean: true, change: null };
  const present = baseOf(document, proposal);
  if (present === null) return unclean('gone');
  if (proposal.kind === 'replace') {
    const rebased = rebaseWords(proposal.base, proposal.words ?? NO_WORDS, present);
    return rebased.isClean ? clean(proposal, rebased.words) : rebased;
  }
  // What is taken away, moved or joined must be the words that were meant; an insertion is drafted on none.
  return textHash(present) === proposal.baseHash ? clean(proposal, proposal.words) : unclean('whole');
}

function clean(proposal: WordedProposal, words: DocumentJson | null): Standing {
  return { isClean: true, change: changeOf(proposal, words) };
}

function unclean(why: 'gone' | 'whole'): Standing {
  return { isClean: false, why, spans: [] };
}
