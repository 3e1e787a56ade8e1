import type { Db } from '../../db/client';
import type { ProposalRow } from '../../db/proposals';
import type { FileProposal } from '../../domain/negotiation/file-proposal';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import { digestText } from '../../domain/text/digest';
import { inTurns } from '../queries/in-turns';
import { type DraftedAlready, draftedAlready, type KnownDraftWords } from './drafted-already';

/** With so many open drafts on a text a delegation gets none from a file (IM33); by hand it may begin more. */
export const MOST_OPEN_DRAFTS = 500;

/** A proposal of a file, and whether the delegation drafts that already: then none is made of it. */
export interface ListedDraft {
  readonly proposal: FileProposal;
  readonly already: DraftedAlready | null;
}

/** What is made of a file and what is not, as it is shown before. */
export interface DraftList {
  readonly drafts: readonly ListedDraft[];
  /** Tells this list from every other: who has drafts made says with it what they saw (IM32). */
  readonly fingerprint: string;
}

/** What would be made of the proposals of a file beside a delegation's open drafts; others' requests come in between. */
export async function listDrafts(
  db: Db,
  open: readonly ProposalRow[],
  proposals: readonly FileProposal[],
  known: KnownDraftWords,
): Promise<Outcome<DraftList>> {
  const drafts = await inTurns(proposals, async (proposal) => ({
    proposal,
    already: draftedAlready(db, open, proposal, known),
  }));
  return draftList(open, drafts);
}

/** The same at once, inside a transaction. */
export function listDraftsNow(
  tx: Db,
  open: readonly ProposalRow[],
  proposals: readonly FileProposal[],
  known: KnownDraftWords,
): Outcome<DraftList> {
  const drafts = proposals.map((proposal) => ({
    proposal,
    already: draftedAlready(tx, open, proposal, known),
  }));
  return draftList(open, drafts);
}

function draftList(open: readonly ProposalRow[], drafts: readonly ListedDraft[]): Outcome<DraftList> {
  const count = drafts.filter(({ already }) => already === null).length;
  if (count > 0 && open.length + count > MOST_OPEN_DRAFTS) {
    return refuse('IM33', { open: open.length, count, most: MOST_OPEN_DRAFTS });
  }
  const listed = drafts.map(({ proposal: { place }, already }) => [
    place.kind,
    place.clauseId,
    place.otherClauseId,
    already,
  ]);
  return accept({ drafts, fingerprint: digestText(JSON.stringify(listed)) });
}
