import type { Db } from '../../db/client';
import { insertEditorialChange } from '../../db/editorial-changes';
import { findProposal } from '../../db/proposals';
import { lastPosition } from '../../db/update-log';
import { clauseHash } from '../../domain/negotiation/amend';
import { stepsOf, wordsToBeginWith } from '../../domain/negotiation/carry-out';
import { withLines } from '../../domain/negotiation/reworded';
import type { WordedProposal } from '../../domain/negotiation/standing';
import type { DispositionKind } from '../../domain/negotiation/types';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import { clausesOf } from '../../domain/text/clauses';
import type { DocumentJson } from '../../domain/text/document-json';
import { newId } from '../ids';
import { appendEdit, type EditPlace, type PreparedEdit } from './edit-ahead';
import { preparedText } from './prepared-text';
import type { StandingText } from './standing-text';

/** An edit to be made: the text it makes (JSON), and the proposal it carries out; null where the words are the chair's. */
export interface PlannedStep {
  readonly target: string;
  readonly proposal: WordedProposal | null;
}

export interface StepPlan {
  readonly steps: readonly PlannedStep[];
  /** The chair's words, where there are any. */
  readonly words: DocumentJson | null;
}

/** An edit that was made, with the positions of the log around it. */
export interface AppliedStep {
  readonly proposalId: string | null;
  readonly before: number;
  readonly after: number;
}

export interface WordsInput {
  readonly kind: DispositionKind;
  readonly lines?: readonly string[];
  readonly words?: DocumentJson;
  readonly clauseHash?: string;
}

/** What a disposition makes of the text as it stands; see `stepsOf` for what is refused, and NP33, NP41, SY7. */
export function planSteps(
  standing: StandingText,
  proposals: readonly WordedProposal[],
  input: WordsInput,
  actId: string,
): Outcome<StepPlan> {
  const document = JSON.parse(standing.canonical) as DocumentJson;
  const fresh = checkClause(document, proposals, input);
  if (!fresh.ok) return fresh;
  const words = chairsWords(document, proposals, input);
  if (!words.ok) return words;
  const steps = stepsOf(document, proposals, input.kind, words.value, actId);
  if (!steps.ok) return steps;
  const planned: PlannedStep[] = [];
  for (const { target, proposal } of steps.value) {
    const prepared = preparedText(target);
    if (!prepared.ok) return prepared;
    planned.push({ target: JSON.stringify(prepared.value), proposal });
  }
  return accept({ steps: planned, words: words.value });
}

/** The words the chair gives: as a text of its own, or as the lines of the form. Null where the disposition takes none. */
export function chairsWords(
  document: DocumentJson,
  proposals: readonly WordedProposal[],
  { kind, lines, words }: WordsInput,
): Outcome<DocumentJson | null> {
  if (kind !== 'acceptedModified' && kind !== 'merged') return accept(null);
  if (words !== undefined) return preparedText(words);
  const model = wordsToBeginWith(document, proposals);
  const written = lines === undefined || model === null ? null : withLines(model, lines);
  return written === null ? refuse('NP41', { field: 'line-0' }) : accept(written);
}

/** NP33: the clause is the one that was on the page. */
export function checkClause(
  document: DocumentJson,
  proposals: readonly WordedProposal[],
  input: WordsInput,
): Outcome<true> {
  const clauseId = proposals[0]?.clauseId ?? null;
  if (input.clauseHash === undefined || clauseId === null) return accept(true);
  return clauseHash(document, clauseId) === input.clauseHash ? accept(true) : refuse('NP33');
}

/** Edits to be made, and those worked out ahead where nobody has written since. */
export interface StepOrder {
  readonly kind: DispositionKind;
  readonly steps: readonly PlannedStep[];
  readonly ahead: readonly PreparedEdit[];
}

/** Makes the edits one after the other, each in the name of the delegation whose words it brings (NP37). */
export function applySteps(
  tx: Db,
  place: EditPlace,
  standing: StandingText,
  { kind, steps, ahead }: StepOrder,
): AppliedStep[] {
  const { id } = place.document;
  let now: HashedText = { text: standing.canonical, hash: standing.hash };
  return steps.map(({ target, proposal }, index): AppliedStep => {
    const before = lastPosition(tx, id);
    const whose = proposal === null ? place : { ...place, country: proposal.country };
    const edit = appendEdit(tx, whose, target, ahead[index]);
    if (edit !== null) {
      const after = { text: edit.after.canonical, hash: edit.after.hash };
      if (kind === 'accepted' && proposal !== null) noteEditorial(tx, place, proposal, now, after);
      now = after;
    }
    return { proposalId: proposal?.id ?? null, before, after: lastPosition(tx, id) };
  });
}

interface HashedText {
  readonly text: string;
  readonly hash: string;
}

/** NP39: an editorial proposal as it stands is on record with the words before and after, for positions to follow. */
function noteEditorial(
  tx: Db,
  { document, at }: EditPlace,
  proposal: WordedProposal,
  before: HashedText,
  after: HashedText,
): void {
  const { clauseId } = proposal;
  const isOneClause = proposal.words !== null && clausesOf(proposal.words).length === 1;
  if (clauseId === null || proposal.kind !== 'replace' || !isOneClause) return;
  if (findProposal(tx, proposal.id)?.class !== 'editorial') return;
  const [fromHash, toHash] = [before, after].map(({ text }) => clauseHash(JSON.parse(text), clauseId));
  if (fromHash === null || fromHash === undefined || toHash === null || toHash === undefined) return;
  insertEditorialChange(tx, {
    id: newId('edc'),
    documentId: document.id,
    clauseId,
    fromHash,
    toHash,
    fromTextHash: before.hash,
    toTextHash: after.hash,
    proposalId: proposal.id,
    at,
    challengedAt: null,
    challengedCountry: null,
  });
}
