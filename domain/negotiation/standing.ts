import { textHash } from '../text/canonical';
import type { DocumentJson } from '../text/document-json';
import { clauseAsText, clauseById } from './amend';
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

const EMPTY: DocumentJson = { type: 'doc', content: [] };

export function standingOf(document: DocumentJson, proposal: WordedProposal): Standing {
  const { kind, clauseId, otherClauseId } = proposal;
  if (kind === 'comment') return { isClean: true, change: null };
  if (kind === 'insert') {
    if (clauseId !== null && clauseById(document, clauseId) === null) return unclean('gone');
    return { isClean: true, change: { kind, after: clauseId, words: proposal.words ?? EMPTY } };
  }
  const present = clauseId === null ? null : clauseAsText(document, clauseId);
  if (clauseId === null || present === null) return unclean('gone');
  if (kind === 'replace') {
    const rebased = rebaseWords(proposal.base, proposal.words ?? EMPTY, present);
    if (!rebased.isClean) return rebased;
    return { isClean: true, change: { kind, clauseId, words: rebased.words } };
  }
  if (otherClauseId !== null && clauseById(document, otherClauseId) === null) return unclean('gone');
  if (kind === 'merge') {
    const other = otherClauseId === null ? null : clauseAsText(document, otherClauseId);
    if (other === null || otherClauseId === null) return unclean('gone');
    if (textHash(beside(present, other)) !== proposal.baseHash) return unclean('whole');
    return {
      isClean: true,
      change: { kind, clauseId, other: otherClauseId, words: proposal.words ?? EMPTY },
    };
  }
  if (textHash(present) !== proposal.baseHash) return unclean('whole');
  return {
    isClean: true,
    change: kind === 'delete' ? { kind, clauseId } : { kind, clauseId, after: otherClauseId },
  };
}

function unclean(why: 'gone' | 'whole'): Standing {
  return { isClean: false, why, spans: [] };
}

/** Two clauses of one kind as one text, as a merger is drafted on: blocks after each other, items in one list. */
function beside(first: DocumentJson, second: DocumentJson): DocumentJson {
  const [list] = first.content ?? [];
  if (list?.type !== 'bulletList' && list?.type !== 'orderedList') {
    return { type: 'doc', content: [...(first.content ?? []), ...(second.content ?? [])] };
  }
  const items = [list, ...(second.content ?? [])].flatMap((holder) => holder.content ?? []);
  return { type: 'doc', content: [{ ...list, content: items }] };
}
