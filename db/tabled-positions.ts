import { and, asc, eq, sql } from 'drizzle-orm';
import type { Db } from './client';
import { positions } from './schema/negotiation';

export type TabledPosition = Pick<
  typeof positions.$inferSelect,
  'clauseId' | 'country' | 'stance' | 'hash' | 'at'
>;

/**
 * Where delegations stand on a document and its clauses as everybody may know it: of what each has tabled the newest.
 * What a delegation keeps to itself, or shares with the chair alone, is not asked for at all.
 */
export function tabledPositions(db: Db, documentId: string): TabledPosition[] {
  const rows = db
    .select({
      clauseId: positions.clauseId,
      country: positions.country,
      stance: positions.stance,
      hash: positions.hash,
      at: positions.at,
    })
    .from(positions)
    .where(and(eq(positions.documentId, documentId), eq(positions.ring, 'tabled')))
    .orderBy(asc(positions.at), asc(sql`rowid`))
    .all();
  const newest = new Map(rows.map((row) => [JSON.stringify([row.clauseId, row.country]), row]));
  return [...newest.values()].filter((row) => row.stance !== 'none');
}
