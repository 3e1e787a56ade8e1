import { and, asc, eq, inArray, lte, max } from 'drizzle-orm';
import type { Db } from './client';
import { corrigenda } from './schema/record';

export type CorrigendumRow = typeof corrigenda.$inferSelect;

export function insertCorrigendum(tx: Db, row: CorrigendumRow): void {
  tx.insert(corrigenda).values(row).run();
}

export function findCorrigendum(db: Db, id: string): CorrigendumRow | null {
  return db.select().from(corrigenda).where(eq(corrigenda.id, id)).get() ?? null;
}

/** Corrigenda of these documents, those that were objected to or withdrawn too, oldest first. */
export function corrigendaOf(db: Db, documentIds: readonly string[]): CorrigendumRow[] {
  if (documentIds.length === 0) return [];
  return db
    .select()
    .from(corrigenda)
    .where(inArray(corrigenda.documentId, [...documentIds]))
    .orderBy(asc(corrigenda.at), asc(corrigenda.id))
    .all();
}

/** Every corrigendum, for the check of the installation. */
export function everyCorrigendum(db: Db): CorrigendumRow[] {
  return db.select().from(corrigenda).orderBy(asc(corrigenda.at)).all();
}

/** Proposed ones whose period of no objection is over at `now`. */
export function dueCorrigenda(db: Db, now: string): CorrigendumRow[] {
  return db
    .select()
    .from(corrigenda)
    .where(and(eq(corrigenda.state, 'proposed'), lte(corrigenda.noObjectionUntil, now)))
    .orderBy(asc(corrigenda.noObjectionUntil))
    .all();
}

/** The number of the next one: n of "Corr.n". One that was not issued leaves its number to the next. */
export function nextCorrigendumNumber(tx: Db, documentId: string): number {
  const row = tx
    .select({ last: max(corrigenda.number) })
    .from(corrigenda)
    .where(and(eq(corrigenda.documentId, documentId), eq(corrigenda.state, 'issued')))
    .get();
  return (row?.last ?? 0) + 1;
}

/** A proposed corrigendum is settled once. False where it was settled already. */
export function settleCorrigendum(
  tx: Db,
  id: string,
  settled: Pick<CorrigendumRow, 'state'> &
    Partial<Pick<CorrigendumRow, 'objectedBy' | 'objection' | 'issuedAt'>>,
): boolean {
  const { changes } = tx
    .update(corrigenda)
    .set(settled)
    .where(and(eq(corrigenda.id, id), eq(corrigenda.state, 'proposed')))
    .run();
  return changes === 1;
}
