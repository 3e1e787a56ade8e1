import { and, asc, eq } from 'drizzle-orm';
import type { Db } from './client';
import { negotiationReadings } from './schema/negotiation';

export type NegotiationReadingRow = typeof negotiationReadings.$inferSelect;

/** The readings of a text, first to last. */
export function readingsOf(db: Db, documentId: string): NegotiationReadingRow[] {
  return db
    .select()
    .from(negotiationReadings)
    .where(eq(negotiationReadings.documentId, documentId))
    .orderBy(asc(negotiationReadings.number))
    .all();
}

export function insertReading(tx: Db, row: NegotiationReadingRow): void {
  tx.insert(negotiationReadings).values(row).run();
}

export function closeReadingRow(tx: Db, documentId: string, number: number, closedAt: string): void {
  tx.update(negotiationReadings)
    .set({ closedAt })
    .where(and(eq(negotiationReadings.documentId, documentId), eq(negotiationReadings.number, number)))
    .run();
}
