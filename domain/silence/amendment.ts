import { amend } from '../negotiation/amend';
import { changeOf, checkPlace, firstWords, type ProposalPlace } from '../negotiation/proposal-place';
import { checkWords, RATIONALE_LENGTH } from '../negotiation/proposal-rules';
import { linesOf, withLines } from '../negotiation/reworded';
import { accept, type Outcome, refuse } from '../refusal';
import { textHash } from '../text/canonical';
import type { DocumentJson } from '../text/document-json';

/** What a delegation would have the text say instead, in plain words. */
export interface Amendment {
  /** Other words for the clause, or a clause after it. */
  readonly change: 'replace' | 'insert';
  readonly clauseId: string;
  readonly words: string;
}

/** An amendment as the proposal that it becomes. */
export interface AmendmentProposal {
  readonly place: ProposalPlace;
  /** The words it is compared with, and those it brings; each a text of its own. */
  readonly base: DocumentJson;
  readonly words: DocumentJson;
  /** The text with it. */
  readonly amended: DocumentJson;
}

/** Longest words of an amendment, in characters: as long as a clause gets. */
export const AMENDMENT_LENGTH = 20_000;

/** SP25: an amendment names a clause of the frozen text and says in words what it shall be. */
export function asProposal(
  text: DocumentJson,
  amendment: Amendment,
  reason: string,
): Outcome<AmendmentProposal> {
  if (amendment.words.length > AMENDMENT_LENGTH)
    return refuse('SP26', { most: AMENDMENT_LENGTH, field: 'words' });
  if (reason.length > RATIONALE_LENGTH) return refuse('NP9', { field: 'text' });
  const place = { kind: amendment.change, clauseId: amendment.clauseId, otherClauseId: null };
  const base = checkPlace(text, place);
  const first = base.ok ? firstWords(text, place) : null;
  if (!base.ok || first === null) return refuse('NP2', { clauseId: amendment.clauseId, field: 'clauseId' });
  if (amendment.words.trim() === '') return refuse('NP7', { field: 'words' });
  const words = withLines(first, linesFor(first, amendment.words));
  if (words === null) return refuse('NP3', { field: 'words' });
  const different = checkWords(
    place.kind,
    { text: words, hash: textHash(words) },
    { hash: textHash(base.value) },
  );
  if (!different.ok) return refuse(different.rule, { ...different.detail, field: 'words' });
  const change = changeOf(place, words);
  const amended = change === null ? refuse('NP3') : amend(text, change);
  return amended.ok ? accept({ place, base: base.value, words, amended: amended.value }) : amended;
}

/** The words of a clause as they are offered for amending: a line for each paragraph or cell. */
export function amendableWords(clause: DocumentJson): string {
  return linesOf(clause).join('\n');
}

/** A line for each paragraph or cell; in a clause that has but one, line breaks are its own. */
function linesFor(clause: DocumentJson, words: string): string[] {
  const plain = words.replace(/\r\n?/g, '\n');
  return linesOf(clause).length === 1 ? [plain] : plain.split('\n');
}
