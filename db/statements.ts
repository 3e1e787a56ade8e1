import { and, asc, count, eq, isNull } from 'drizzle-orm';
import type { Db } from './client';
import { recordStatements } from './schema/record';

export type StatementRow = typeof recordStatements.$inferSelect;

export function insertStatement(tx: Db, row: StatementRow): void {
  tx.insert(recordStatements).values(row).run();
}

export function findStatement(db: Db, id: string): StatementRow | null {
  return db.select().from(recordStatements).where(eq(recordStatements.id, id)).get() ?? null;
}

/** Statements attached to the record of a document, withdrawn ones too, oldest first. */
export function statementsOn(db: Db, documentId: string): StatementRow[] {
  return db
    .select()
    .from(recordStatements)
    .where(eq(recordStatements.documentId, documentId))
    .orderBy(asc(recordStatements.at), asc(recordStatements.id))
    .all();
}

/** How many statements stand on the record. */
export function countStatements(db: Db, documentId: string): number {
  const row = db
    .select({ n: count() })
    .from(recordStatements)
    .where(and(eq(recordStatements.documentId, documentId), isNull(recordStatements.withdrawnAt)))
    .get();
  return row?.n ?? 0;
}

export function withdrawStatement(tx: Db, id: string, at: string): void {
  tx.update(recordStatements).set({ withdrawnAt: at }).where(eq(recordStatements.id, id)).run();
}
