import { asc, eq, sql } from 'drizzle-orm';
import type { Db } from './client';
import { bracketActs } from './schema/negotiation';

export type BracketActRow = typeof bracketActs.$inferSelect;

export function insertBracketAct(tx: Db, row: BracketActRow): void {
  tx.insert(bracketActs).values(row).run();
}

/** Everything that was said and found about the brackets of a document, oldest first. */
export function bracketActsOn(db: Db, documentId: string): BracketActRow[] {
  return db
    .select()
    .from(bracketActs)
    .where(eq(bracketActs.documentId, documentId))
    .orderBy(asc(bracketActs.at), asc(sql`rowid`))
    .all();
}
