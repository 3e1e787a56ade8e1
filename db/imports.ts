import { and, eq, gt, lte } from 'drizzle-orm';
import type { Db } from './client';
import { pendingImportPages, pendingImports, versionComments } from './schema/imports';

export type PendingImportRow = typeof pendingImports.$inferSelect;
/** A waiting file without its bytes. */
export type PendingImportHead = Omit<PendingImportRow, 'bytes'>;
export type ImportAim = PendingImportRow['aim'];
/** Whose file waits, for which document, and what it was brought for. */
export interface PendingImportOwner {
  readonly documentId: string;
  readonly userId: string;
  readonly aim: ImportAim;
}
export type VersionCommentsRow = typeof versionComments.$inferSelect;

/** The file of this person that waits for this document at `now`, brought for this; or null. */
export function findPendingImport(
  db: Db,
  key: PendingImportOwner & { readonly now: string },
): PendingImportHead | null {
  const { documentId, userId, aim, id, fileName, findings, left, at, expiresAt } = pendingImports;
  const isTheirs = and(eq(documentId, key.documentId), eq(userId, key.userId), eq(aim, key.aim));
  return (
    db
      .select({ documentId, userId, aim, id, fileName, findings, left, at, expiresAt })
      .from(pendingImports)
      .where(and(isTheirs, gt(expiresAt, key.now)))
      .get() ?? null
  );
}

export function pendingImportBytes(db: Db, id: string): Uint8Array | null {
  return (
    db.select({ bytes: pendingImports.bytes }).from(pendingImports).where(eq(pendingImports.id, id)).get()
      ?.bytes ?? null
  );
}

/** A newer file takes the place of the one before, and its pages that of the others; within one transaction. */
export function savePendingImport(tx: Db, row: PendingImportRow, pages: readonly string[]): void {
  const { documentId, userId, aim, ...rest } = row;
  const { documentId: ofDocument, userId: ofUser, aim: ofAim } = pendingImportPages;
  tx.insert(pendingImports)
    .values(row)
    .onConflictDoUpdate({
      target: [pendingImports.documentId, pendingImports.userId, pendingImports.aim],
      set: rest,
    })
    .run();
  tx.delete(pendingImportPages)
    .where(and(eq(ofDocument, documentId), eq(ofUser, userId), eq(ofAim, aim)))
    .run();
  for (const [index, content] of pages.entries()) {
    tx.insert(pendingImportPages)
      .values({ documentId, userId, aim, page: index + 1, content })
      .run();
  }
}

/** One page of the review of a waiting file, as it was written down; null where it has no such page. */
export function pendingImportPage(
  db: Db,
  key: PendingImportOwner & { readonly page: number },
): string | null {
  const { documentId, userId, aim, page, content } = pendingImportPages;
  const isTheirs = and(eq(documentId, key.documentId), eq(userId, key.userId), eq(aim, key.aim));
  return (
    db
      .select({ content })
      .from(pendingImportPages)
      .where(and(isTheirs, eq(page, key.page)))
      .get()?.content ?? null
  );
}

export function saveLeftChanges(tx: Db, id: string, left: string): void {
  tx.update(pendingImports).set({ left }).where(eq(pendingImports.id, id)).run();
}

export function deletePendingImport(tx: Db, id: string): void {
  tx.delete(pendingImports).where(eq(pendingImports.id, id)).run();
}

/** Deletes what nobody has used in time; returns how many files that were. */
export function deleteExpiredImports(tx: Db, now: string): number {
  return tx.delete(pendingImports).where(lte(pendingImports.expiresAt, now)).run().changes;
}

export function insertVersionComments(tx: Db, row: VersionCommentsRow): void {
  tx.insert(versionComments).values(row).run();
}

/** The comments that came with a version, or null. */
export function versionCommentsOf(db: Db, versionId: string): VersionCommentsRow | null {
  return db.select().from(versionComments).where(eq(versionComments.versionId, versionId)).get() ?? null;
}
