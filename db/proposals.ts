import { and, asc, eq, inArray, max } from 'drizzle-orm';
import type { DocumentSubject } from '../domain/policy/can';
import type { ProposalSubject } from '../domain/policy/proposals';
import type { Db } from './client';
import { classChallenges, proposalBackings, proposals } from './schema/negotiation';

export type ProposalRow = typeof proposals.$inferSelect;
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
export function proposalSubject(document: DocumentSubject, row: ProposalRow): ProposalSubject {
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
