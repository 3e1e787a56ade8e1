import { and, asc, count, desc, eq, inArray, isNull } from 'drizzle-orm';
import { WAITING } from '../domain/negotiation/dispositions';
import type { Db } from './client';
import { proposals } from './schema/negotiation';
import { notices } from './schema/notices';

/** A proposal that waits for the chair, without its words: what the state of a clause must know. */
export interface WaitingProposal {
  readonly id: string;
  readonly state: typeof proposals.$inferSelect.state;
  readonly number: number | null;
  readonly country: string;
  readonly kind: typeof proposals.$inferSelect.kind;
  readonly clauseId: string | null;
  readonly otherClauseId: string | null;
}

/** Those that the chair has yet to deal with for good, also where they were referred or carried over (NP25). */
export function waitingProposals(db: Db, documentId: string): WaitingProposal[] {
  return db
    .select({
      id: proposals.id,
      state: proposals.state,
      number: proposals.number,
      country: proposals.country,
      kind: proposals.kind,
      clauseId: proposals.clauseId,
      otherClauseId: proposals.otherClauseId,
    })
    .from(proposals)
    .where(and(eq(proposals.documentId, documentId), inArray(proposals.state, WAITING)))
    .orderBy(asc(proposals.number))
    .all();
}

export function countTabled(db: Db, documentId: string): number {
  const tabled = and(eq(proposals.documentId, documentId), eq(proposals.state, 'tabled'));
  return db.select({ all: count() }).from(proposals).where(tabled).get()?.all ?? 0;
}

/** The documents on which most proposals lie now, at most so many. */
export function mostTabledOn(db: Db, most: number): string[] {
  return db
    .select({ documentId: proposals.documentId })
    .from(proposals)
    .where(eq(proposals.state, 'tabled'))
    .groupBy(proposals.documentId)
    .orderBy(desc(count()), asc(proposals.documentId))
    .limit(most)
    .all()
    .map(({ documentId }) => documentId);
}

/** How many tabled proposals the secretariat entered for a delegation that has yet to confirm them. */
export function unconfirmedProposals(db: Db, documentId: string, country: string): number {
  return db
    .select({ id: proposals.id })
    .from(proposals)
    .where(
      and(
        eq(proposals.documentId, documentId),
        eq(proposals.country, country),
        eq(proposals.state, 'tabled'),
        eq(proposals.onBehalf, true),
        isNull(proposals.confirmedAt),
      ),
    )
    .all().length;
}

/** How many drafts a person was asked to release and that are drafts still. */
export function draftsAwaitingRelease(db: Db, documentId: string, userId: string): number {
  const asked = db
    .select({ data: notices.data })
    .from(notices)
    .where(
      and(
        eq(notices.userId, userId),
        eq(notices.kind, 'proposalAwaitsRelease'),
        eq(notices.documentId, documentId),
      ),
    )
    .all();
  if (asked.length === 0) return 0;
  const drafts = db
    .select({ id: proposals.id })
    .from(proposals)
    .where(
      and(eq(proposals.documentId, documentId), eq(proposals.state, 'draft'), isNull(proposals.closedAt)),
    )
    .all();
  const ids = new Set(asked.map(({ data }) => (JSON.parse(data) as { proposalId?: string }).proposalId));
  return drafts.filter(({ id }) => ids.has(id)).length;
}
