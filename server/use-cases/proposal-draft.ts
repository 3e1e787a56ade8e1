import type { Db } from '../../db/client';
import type { DocumentRow } from '../../db/documents';
import { insertProposal, type ProposalRow } from '../../db/proposals';
import type { ProposalPlace } from '../../domain/negotiation/proposal-place';
import type { ProposalClass } from '../../domain/negotiation/types';
import type { Actor } from '../../domain/policy/can';
import { canonicalText } from '../../domain/text/canonical';
import { digestText } from '../../domain/text/digest';
import type { DocumentJson } from '../../domain/text/document-json';
import { newId } from '../ids';
import { appendEdit, type FirstEdit } from './edit-ahead';

/** The draft of a proposal as it begins. */
export interface NewDraft {
  readonly place: ProposalPlace;
  readonly country: string;
  readonly class: ProposalClass;
  readonly rationale: string;
  readonly replacesId: string | null;
  readonly onBehalf: boolean;
  /** Position of the log it begins at, and the words that it is about as they stand there. */
  readonly position: number;
  readonly base: DocumentJson;
  /** What its room begins with (`preparedText`); null where it has no words. */
  readonly words: DocumentJson | null;
}

/**
 * Writes a draft down with the first words of its room. The caller has asked everything before, and may have worked out
 * the edit that writes these words.
 */
export function insertDraft(
  tx: Db,
  actor: Actor,
  document: Pick<DocumentRow, 'id' | 'bodyId'>,
  draft: NewDraft,
  at: string,
  first?: FirstEdit,
): ProposalRow {
  const { place, base, words } = draft;
  const baseText = canonicalText(base);
  const row: ProposalRow = {
    id: newId('prp'),
    documentId: document.id,
    country: draft.country,
    kind: place.kind,
    clauseId: place.clauseId,
    otherClauseId: place.otherClauseId,
    class: draft.class,
    rationale: draft.rationale,
    state: 'draft',
    number: null,
    basePosition: draft.position,
    baseText,
    baseHash: digestText(baseText),
    text: null,
    hash: null,
    replacesId: draft.replacesId,
    enteredBy: actor.userId,
    onBehalf: draft.onBehalf,
    confirmedAt: null,
    confirmedBy: null,
    createdAt: at,
    tabledAt: null,
    tabledBy: null,
    closedAt: null,
  };
  insertProposal(tx, row);
  if (words !== null) {
    const room = { document: { id: row.id, bodyId: document.bodyId }, actor, at };
    appendEdit(tx, room, first?.target ?? JSON.stringify(words), first);
  }
  return row;
}
