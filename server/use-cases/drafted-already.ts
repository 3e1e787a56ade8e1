import type { Db } from '../../db/client';
import type { ProposalRow } from '../../db/proposals';
import { readLogSince } from '../../db/update-log';
import type { ProposalPlace } from '../../domain/negotiation/proposal-place';
import type { ProposedChange } from '../../domain/negotiation/wished-changes';
import type { DocumentJson } from '../../domain/text/document-json';
import { textsAt } from '../text/texts-at';
import { wordsHash } from './words-hash';

/**
 * Why a delegation gets no draft of what a file proposes (IM30): one of its drafts rewords the clause, takes it away,
 * or brings the same new words to the same place.
 */
export type DraftedAlready = 'reworded' | 'deleted' | 'inserted';

/** Words of drafts that were read already, by the id of the draft. */
export type KnownDraftWords = Map<string, ReadonlySet<string>>;

/** Whether one of these drafts of a delegation, whoever entered it, does already what a file proposes. */
export function draftedAlready(
  db: Db,
  open: readonly ProposalRow[],
  { place, words }: ProposedChange,
  known: KnownDraftWords = new Map(),
): DraftedAlready | null {
  // What the secretariat entered for a delegation is none of its drafts before it has confirmed it.
  const there = open.filter((draft) => !draft.onBehalf && isAbout(draft, place));
  if (place.kind === 'insert') {
    const inserted = there.filter(({ kind }) => kind === 'insert');
    if (words === null || inserted.length === 0) return null;
    const hash = wordsHash(words);
    return inserted.some((draft) => wordsOf(db, draft, known).has(hash)) ? 'inserted' : null;
  }
  if (there.some(({ kind }) => kind === 'replace' || kind === 'merge')) return 'reworded';
  return place.kind === 'delete' && there.some(({ kind }) => kind === 'delete') ? 'deleted' : null;
}

/** A merger is about both its clauses. */
function isAbout({ kind, clauseId, otherClauseId }: ProposalRow, place: ProposalPlace): boolean {
  if (clauseId === place.clauseId) return true;
  return kind === 'merge' && place.clauseId !== null && otherClauseId === place.clauseId;
}

/** Hashes of the words that a draft began with and of those that stand in it now. */
function wordsOf(db: Db, { id }: ProposalRow, known: KnownDraftWords): ReadonlySet<string> {
  const before = known.get(id);
  if (before !== undefined) return before;
  const { updates } = readLogSince(db, id, 0);
  const texts = textsAt(updates, [1, updates.length]).values();
  const hashes = new Set([...texts].map((text) => wordsHash(JSON.parse(text) as DocumentJson)));
  known.set(id, hashes);
  return hashes;
}
