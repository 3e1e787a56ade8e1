import { asc, eq, sql } from 'drizzle-orm';
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

export function hasPositions(db: Db, documentId: string): boolean {
  return (
    db.select({ id: positions.id }).from(positions).where(eq(positions.documentId, documentId)).get() !==
    undefined
  );
}
