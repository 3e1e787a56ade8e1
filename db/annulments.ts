import { eq, inArray } from 'drizzle-orm';
import type { Db } from './client';
import { annulments } from './schema/record';

export type AnnulmentRow = typeof annulments.$inferSelect;

export function insertAnnulment(tx: Db, row: AnnulmentRow): void {
  tx.insert(annulments).values(row).run();
}

/** The annulment of a decision, or null. */
export function findAnnulment(db: Db, decisionId: string): AnnulmentRow | null {
  return db.select().from(annulments).where(eq(annulments.decisionId, decisionId)).get() ?? null;
}

/** Annulments of the decisions on these documents. */
export function annulmentsOn(db: Db, documentIds: readonly string[]): AnnulmentRow[] {
  if (documentIds.length === 0) return [];
  return db
    .select()
    .from(annulments)
    .where(inArray(annulments.documentId, [...documentIds]))
    .all();
}
