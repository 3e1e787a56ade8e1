import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Db } from './client';
import { users } from './schema/people';
import { recordFindings } from './schema/record';

export type RecordFindingRow = typeof recordFindings.$inferSelect;
export type RecordFindingKind = RecordFindingRow['kind'];

export function insertRecordFinding(
  tx: Db,
  row: Pick<RecordFindingRow, 'id' | 'documentId' | 'kind' | 'what' | 'foundBy' | 'at'>,
): void {
  tx.insert(recordFindings)
    .values({ ...row, confirmedBy: null, confirmedAt: null, outcomeId: null, withdrawnAt: null })
    .run();
}

/** What waits for a second person on a document, with the name of who entered it; null where nothing of the kind does. */
export function waitingRecordFinding(
  db: Db,
  documentId: string,
  kind: RecordFindingKind,
): (RecordFindingRow & { readonly foundByName: string }) | null {
  const found = db
    .select({ row: recordFindings, foundByName: users.name })
    .from(recordFindings)
    .innerJoin(users, eq(users.id, recordFindings.foundBy))
    .where(and(eq(recordFindings.documentId, documentId), eq(recordFindings.kind, kind), ...WAITING))
    .orderBy(desc(recordFindings.at), desc(sql`${recordFindings}.rowid`))
    .get();
  return found === undefined ? null : { ...found.row, foundByName: found.foundByName };
}

export function confirmRecordFinding(
  tx: Db,
  id: string,
  by: Readonly<Pick<RecordFindingRow, 'confirmedBy' | 'confirmedAt' | 'outcomeId'>>,
): void {
  tx.update(recordFindings).set(by).where(eq(recordFindings.id, id)).run();
}

/** Takes back what waits, or gives its place to something newer. */
export function withdrawRecordFinding(tx: Db, id: string, withdrawnAt: string): void {
  tx.update(recordFindings).set({ withdrawnAt }).where(eq(recordFindings.id, id)).run();
}

/** What waits for a second person on these documents. */
export function waitingRecordFindings(
  db: Db,
  documentIds: readonly string[],
): Pick<RecordFindingRow, 'documentId' | 'kind' | 'foundBy'>[] {
  if (documentIds.length === 0) return [];
  const { documentId, kind, foundBy } = recordFindings;
  return db
    .select({ documentId, kind, foundBy })
    .from(recordFindings)
    .where(and(inArray(documentId, [...documentIds]), ...WAITING))
    .all();
}

const WAITING = [isNull(recordFindings.confirmedAt), isNull(recordFindings.withdrawnAt)];
