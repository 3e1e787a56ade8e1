import { and, asc, desc, eq, inArray, isNull, notExists, sql } from 'drizzle-orm';
import type { Db } from './client';
import { documents } from './schema/documents';
import { users } from './schema/people';
import { annulments, recordFindings } from './schema/record';

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

/**
 * Documents of which a decision at this meeting waits for a second person, by symbol. Where the text has left the states
 * in which a tier decides, or was annulled, nothing can come of it any more and nothing waits.
 */
export function decisionsWaitingAt(
  db: Db,
  meetingId: string,
): { readonly documentId: string; readonly symbol: string }[] {
  return db
    .select({ documentId: documents.id, symbol: documents.symbol })
    .from(recordFindings)
    .innerJoin(documents, eq(documents.id, recordFindings.documentId))
    .where(
      and(
        eq(recordFindings.kind, 'tierDecision'),
        sql`json_extract(${recordFindings.what}, '$.meetingId') = ${meetingId}`,
        inArray(documents.state, ['negotiation', 'agreed', 'adopted']),
        notExists(db.select({ one: sql`1` }).from(annulments).where(eq(annulments.documentId, documents.id))),
        ...WAITING,
      ),
    )
    .orderBy(asc(documents.symbol))
    .all();
}

const WAITING = [isNull(recordFindings.confirmedAt), isNull(recordFindings.withdrawnAt)];
