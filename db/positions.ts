import { and, asc, eq, sql } from 'drizzle-orm';
import type { Db } from './client';
import { positions } from './schema/negotiation';

export type PositionRow = typeof positions.$inferSelect;

export function insertPosition(tx: Db, row: PositionRow): void {
  tx.insert(positions).values(row).run();
}

/**
 * Every position ever taken on a document, oldest first, the inner rings of all delegations included: whoever shows
 * them asks domain/negotiation/positions for each.
 */
export function positionsOn(db: Db, documentId: string): PositionRow[] {
  return db
    .select()
    .from(positions)
    .where(eq(positions.documentId, documentId))
    .orderBy(asc(positions.at), asc(sql`rowid`))
    .all();
}

/** Whether a delegation ever took a position on a document, in whatever ring. */
export function hasTakenPosition(db: Db, documentId: string, country: string): boolean {
  const own = and(eq(positions.documentId, documentId), eq(positions.country, country));
  return db.select({ id: positions.id }).from(positions).where(own).get() !== undefined;
}

export function hasPositions(db: Db, documentId: string): boolean {
  return (
    db.select({ id: positions.id }).from(positions).where(eq(positions.documentId, documentId)).get() !==
    undefined
  );
}
