import { asc, eq, sql } from 'drizzle-orm';
import type { Db } from './client';
import { clauseActs } from './schema/negotiation';

export type ClauseActRow = typeof clauseActs.$inferSelect;

export function insertClauseAct(tx: Db, row: ClauseActRow): void {
  tx.insert(clauseActs).values(row).run();
}

/** Everything the chair found of the clauses of a document, oldest first. */
export function clauseActsOn(db: Db, documentId: string): ClauseActRow[] {
  return db
    .select()
    .from(clauseActs)
    .where(eq(clauseActs.documentId, documentId))
    .orderBy(asc(clauseActs.at), asc(sql`rowid`))
    .all();
}
