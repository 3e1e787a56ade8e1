import { and, asc, eq } from 'drizzle-orm';
import type { Db } from './client';
import { proposals } from './schema/negotiation';

/** A proposal that waits for the chair, without its words: what the state of a clause must know. */
export interface TabledProposal {
  readonly id: string;
  readonly number: number | null;
  readonly country: string;
  readonly kind: typeof proposals.$inferSelect.kind;
  readonly clauseId: string | null;
  readonly otherClauseId: string | null;
}

export function tabledProposals(db: Db, documentId: string): TabledProposal[] {
  return db
    .select({
      id: proposals.id,
      number: proposals.number,
      country: proposals.country,
      kind: proposals.kind,
      clauseId: proposals.clauseId,
      otherClauseId: proposals.otherClauseId,
    })
    .from(proposals)
    .where(and(eq(proposals.documentId, documentId), eq(proposals.state, 'tabled')))
    .orderBy(asc(proposals.number))
    .all();
}
