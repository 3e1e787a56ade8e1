import { and, eq, gt, lte } from 'drizzle-orm';
import type { Db } from './client';
import { pendingSheets } from './schema/plans';

export type PendingSheetRow = typeof pendingSheets.$inferSelect;

/** The file of this person that waits for this target at `now`, or null. */
export function findPendingSheet(
  db: Db,
  key: { readonly target: string; readonly userId: string; readonly now: string },
): PendingSheetRow | null {
  return (
    db
      .select()
      .from(pendingSheets)
      .where(
        and(
          eq(pendingSheets.target, key.target),
          eq(pendingSheets.userId, key.userId),
          gt(pendingSheets.expiresAt, key.now),
        ),
      )
      .get() ?? null
  );
}

/** Whether this very file still waits, without reading it. */
export function waitsStill(tx: Db, id: string, now: string): boolean {
  const found = tx
    .select({ id: pendingSheets.id })
    .from(pendingSheets)
    .where(and(eq(pendingSheets.id, id), gt(pendingSheets.expiresAt, now)))
    .get();
  return found !== undefined;
}

/** A newer file takes the place of the one before. */
export function savePendingSheet(tx: Db, row: PendingSheetRow): void {
  const { target, userId, ...rest } = row;
  tx.insert(pendingSheets)
    .values(row)
    .onConflictDoUpdate({ target: [pendingSheets.userId, pendingSheets.target], set: rest })
    .run();
}

export function deletePendingSheet(tx: Db, id: string): void {
  tx.delete(pendingSheets).where(eq(pendingSheets.id, id)).run();
}

/** Deletes what nobody has used in time; returns how many files that were. */
export function deleteExpiredSheets(tx: Db, now: string): number {
  return tx.delete(pendingSheets).where(lte(pendingSheets.expiresAt, now)).run().changes;
}
