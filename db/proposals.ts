import { and, asc, eq, getTableColumns, inArray, isNull, max } from 'drizzle-orm';
import type { DocumentSubject } from '../domain/policy/can';
import type { ProposalSubject } from '../domain/policy/proposals';
import type { Db } from './client';
import { classChallenges, proposalBackings, proposals } from './schema/negotiation';

export type ProposalRow = typeof proposals.$inferSelect;
/** A proposal without its words and those it was drafted on. */
export type ProposalHead = Omit<ProposalRow, 'baseText' | 'text'>;
export type NewProposalRow = typeof proposals.$inferInsert;
export type BackingRow = typeof proposalBackings.$inferSelect;
export type ChallengeRow = typeof classChallenges.$inferSelect;

export function insertProposal(tx: Db, row: NewProposalRow): void {
  tx.insert(proposals).values(row).run();
}

export function findProposal(db: Db, id: string): ProposalRow | null {
  return db.select().from(proposals).where(eq(proposals.id, id)).get() ?? null;
}

/** What the policy asks of a proposal (domain/policy/proposals). */
export function proposalSubject(document: DocumentSubject, row: ProposalHead): ProposalSubject {
  const { country, state, onBehalf } = row;
  return { document, country, state, onBehalf, isGivenUp: state === 'draft' && row.closedAt !== null };
}

/** All proposals on a document, drafts of every delegation included: whoever shows them asks the policy for each. */
export function proposalsOn(db: Db, documentId: string): ProposalRow[] {
  return db
    .select()
    .from(proposals)
    .where(eq(proposals.documentId, documentId))
    .orderBy(asc(proposals.createdAt), asc(proposals.id))
    .all();
}

/** Drafts of a delegation that it has not given up, the oldest first. */
export function openDraftsOf(db: Db, documentId: string, country: string): ProposalRow[] {
  return db
    .select()
    .from(proposals)
    .where(
      and(
        eq(proposals.documentId, documentId),
        eq(proposals.country, country),
        eq(proposals.state, 'draft'),
        isNull(proposals.closedAt),
      ),
    )
    .orderBy(asc(proposals.createdAt), asc(proposals.id))
    .all();
}

const { baseText: _base, text: _text, ...headColumns } = getTableColumns(proposals);

/** The same without their words: of a long negotiation those are megabytes, and few pages show them all. */
export function proposalHeadsOn(db: Db, documentId: string): ProposalHead[] {
  return db
    .select(headColumns)
    .from(proposals)
    .where(eq(proposals.documentId, documentId))
    .orderBy(asc(proposals.createdAt), asc(proposals.id))
    .all();
}

/** These proposals with their words, in no order. */
export function proposalsWithIds(db: Db, ids: readonly string[]): ProposalRow[] {
  if (ids.length === 0) return [];
  return db
    .select()
    .from(proposals)
    .where(inArray(proposals.id, [...ids]))
    .all();
}

/** The proposed words of these proposals alone, as JSON of a text of its own. */
export function proposalTexts(db: Db, ids: readonly string[]): Map<string, string | null> {
  if (ids.length === 0) return new Map();
  const rows = db
    .select({ id: proposals.id, text: proposals.text })
    .from(proposals)
    .where(inArray(proposals.id, [...ids]))
    .all();
  return new Map(rows.map(({ id, text }) => [id, text]));
}

/** What is written into a draft until it is tabled, and afterwards only its state, class and confirmation (NP5). */
export function changeProposal(
  tx: Db,
  id: string,
  change: Partial<Omit<ProposalRow, 'id' | 'documentId'>>,
): void {
  tx.update(proposals).set(change).where(eq(proposals.id, id)).run();
}

/** The number that the next proposal tabled on a document gets. */
export function nextProposalNumber(tx: Db, documentId: string): number {
  const row = tx
    .select({ last: max(proposals.number) })
    .from(proposals)
    .where(eq(proposals.documentId, documentId))
    .get();
  return (row?.last ?? 0) + 1;
}

export function insertBacking(tx: Db, row: BackingRow): void {
  tx.insert(proposalBackings).values(row).run();
}

export function withdrawBacking(tx: Db, id: string, at: string): void {
  tx.update(proposalBackings).set({ withdrawnAt: at }).where(eq(proposalBackings.id, id)).run();
}

/** Backings of these proposals, the withdrawn ones too, oldest first. */
export function backingsOf(db: Db, proposalIds: readonly string[]): BackingRow[] {
  if (proposalIds.length === 0) return [];
  return db
    .select()
    .from(proposalBackings)
    .where(inArray(proposalBackings.proposalId, [...proposalIds]))
    .orderBy(asc(proposalBackings.at))
    .all();
}

export function insertChallenge(tx: Db, row: ChallengeRow): void {
  tx.insert(classChallenges).values(row).run();
}

export function settleChallenge(
  tx: Db,
  id: string,
  settled: Pick<ChallengeRow, 'settledAt' | 'settledBy' | 'settledClass'>,
): void {
  tx.update(classChallenges).set(settled).where(eq(classChallenges.id, id)).run();
}

export function challengesOf(db: Db, proposalIds: readonly string[]): ChallengeRow[] {
  if (proposalIds.length === 0) return [];
  return db
    .select()
    .from(classChallenges)
    .where(and(inArray(classChallenges.proposalId, [...proposalIds])))
    .orderBy(asc(classChallenges.at))
    .all();
}
