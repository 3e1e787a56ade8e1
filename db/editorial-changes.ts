import { asc, eq, sql } from 'drizzle-orm';
import type { Db } from './client';
import { editorialChanges } from './schema/negotiation';

export type EditorialChangeRow = typeof editorialChanges.$inferSelect;

export function insertEditorialChange(tx: Db, row: EditorialChangeRow): void {
  tx.insert(editorialChanges).values(row).run();
}

export function findEditorialChange(db: Db, id: string): EditorialChangeRow | null {
  return db.select().from(editorialChanges).where(eq(editorialChanges.id, id)).get() ?? null;
}

/** The editorial changes of a text, oldest first. */
export function editorialChangesOf(db: Db, documentId: string): EditorialChangeRow[] {
  return db
    .select()
    .from(editorialChanges)
    .where(eq(editorialChanges.documentId, documentId))
    .orderBy(asc(editorialChanges.at), asc(sql`rowid`))
    .all();
}

export function challengeEditorialChange(
  tx: Db,
  id: string,
  by: { readonly challengedAt: string; readonly challengedCountry: string },
): void {
  tx.update(editorialChanges).set(by).where(eq(editorialChanges.id, id)).run();
}
