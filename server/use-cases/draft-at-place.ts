import type { Db } from '../../db/client';
import { findProposal, openDraftsOf, type ProposalRow } from '../../db/proposals';
import { readLogSince } from '../../db/update-log';
import {
  checkPlace,
  firstWords,
  hasWords,
  type ProposalPlace,
} from '../../domain/negotiation/proposal-place';
import type { ProposalClass } from '../../domain/negotiation/types';
import type { Actor } from '../../domain/policy/can';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import type { DocumentJson } from '../../domain/text/document-json';
import { textsAt } from '../text/texts-at';
import { preparedText } from './prepared-text';
import type { NewDraft } from './proposal-draft';
import { wordsHash } from './words-hash';

/** A draft that somebody wants, whoever may be asked before whether they may. */
export interface WantedDraft extends ProposalPlace {
  readonly documentId: string;
  readonly country: string;
  readonly onBehalf: boolean;
  readonly rationale: string;
  readonly class?: ProposalClass;
  readonly replacesId?: string;
  readonly words?: DocumentJson;
}

/** Either the draft that the delegation has there already, or one as it would begin. */
export type PlannedDraft =
  | { readonly known: string; readonly draft: null }
  | { readonly known: null; readonly draft: NewDraft };

/** What has to be written for a draft to begin on this text, and nothing yet written. */
export function draftAtPlace(
  tx: Db,
  actor: Actor,
  standing: { readonly text: DocumentJson; readonly position: number },
  input: WantedDraft,
): Outcome<PlannedDraft> {
  const { text, position } = standing;
  const base = checkPlace(text, input);
  if (!base.ok) return base;
  const given = input.words === undefined || !hasWords(input.kind) ? accept(null) : preparedText(input.words);
  if (!given.ok) return given;
  const drafts = draftsAtPlace(openDraftsOf(tx, input.documentId, input.country), input);
  const again = drafts.findLast((draft) => isBegunAgain(tx, draft, actor, input, given.value));
  if (again !== undefined) return accept({ known: again.id, draft: null });
  // The newest of several: an amendment that broke a silence is one beside what was drafted before.
  const writtenIn = isWrittenInOne(input) ? (drafts.at(-1) ?? null) : null;
  if (writtenIn !== null) {
    return input.words === undefined ? accept({ known: writtenIn.id, draft: null }) : refuse('NP42');
  }
  const first = hasWords(input.kind) && given.value === null ? firstText(tx, text, input) : null;
  const words = first === null ? given : preparedText(first);
  if (!words.ok) return words;
  const draft = {
    place: { kind: input.kind, clauseId: input.clauseId, otherClauseId: input.otherClauseId },
    country: input.country,
    class: input.class ?? 'substantive',
    rationale: input.rationale,
    replacesId: input.replacesId ?? null,
    onBehalf: input.onBehalf,
    position,
    base: base.value,
    words: words.value,
  } as const;
  return accept({ known: null, draft });
}

/** Of insertions and deletions a delegation may have several drafts. */
function isWrittenInOne({ kind }: Pick<ProposalPlace, 'kind'>): boolean {
  return hasWords(kind) && kind !== 'insert';
}

/** A replacing proposal goes on from the words of the one that it replaces, where it is about the same clause. */
function firstText(tx: Db, text: DocumentJson, input: WantedDraft): DocumentJson | null {
  const words = firstWords(text, input);
  const replaced = input.replacesId === undefined ? null : findProposal(tx, input.replacesId);
  const goesOn = replaced?.kind === input.kind && replaced.clauseId === input.clauseId;
  return goesOn && replaced.text !== null ? (JSON.parse(replaced.text) as DocumentJson) : words;
}

/** Two people of one delegation who begin at the same words write in one draft. */
function draftsAtPlace(open: readonly ProposalRow[], input: WantedDraft): readonly ProposalRow[] {
  return open.filter(
    (row) =>
      row.onBehalf === input.onBehalf &&
      row.kind === input.kind &&
      row.clauseId === input.clauseId &&
      row.otherClauseId === input.otherClauseId &&
      row.replacesId === (input.replacesId ?? null),
  );
}

/**
 * Whether one's own draft is what is asked for now: begun with the same words, or the same deletion for the same
 * reason. Who got no answer asks again (NP42).
 */
function isBegunAgain(
  tx: Db,
  draft: ProposalRow,
  actor: Actor,
  input: WantedDraft,
  words: DocumentJson | null,
): boolean {
  if (draft.enteredBy !== actor.userId) return false;
  if (words === null) return input.kind === 'delete' && draft.rationale === input.rationale;
  const began = textsAt(readLogSince(tx, draft.id, 0).updates, [1]).get(1);
  return began !== undefined && wordsHash(JSON.parse(began) as DocumentJson) === wordsHash(words);
}
