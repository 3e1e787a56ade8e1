import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import type { Db } from './client';
import { adoptionFindings } from './schema/negotiation';

export type AdoptionFindingRow = typeof adoptionFindings.$inferSelect;

export function insertAdoptionFinding(tx: Db, row: AdoptionFindingRow): void {
  tx.insert(adoptionFindings).values(row).run();
}

/** The finding that was neither confirmed nor replaced, or null. Whether it still holds is the caller's to ask (PR32). */
export function waitingAdoptionFinding(db: Db, documentId: string): AdoptionFindingRow | null {
  return (
    db
      .select()
      .from(adoptionFindings)
      .where(and(eq(adoptionFindings.documentId, documentId), ...WAITING))
      .orderBy(desc(adoptionFindings.at), desc(sql`rowid`))
      .get() ?? null
  );
}

export function confirmAdoptionFinding(
  tx: Db,
  id: string,
  by: { readonly confirmedBy: string; readonly confirmedAt: string },
): void {
  tx.update(adoptionFindings).set(by).where(eq(adoptionFindings.id, id)).run();
}

/** A newer finding takes the place of those that wait. */
export function withdrawAdoptionFindings(tx: Db, documentId: string, withdrawnAt: string): void {
  tx.update(adoptionFindings)
    .set({ withdrawnAt })
    .where(and(eq(adoptionFindings.documentId, documentId), ...WAITING))
    .run();
}

const WAITING = [isNull(adoptionFindings.confirmedAt), isNull(adoptionFindings.withdrawnAt)];
