import { asc, eq } from 'drizzle-orm';
import type { Db } from '../../../db/client';
import { documentUpdates } from '../../../db/schema/documents';
import type { WholeLog } from './checker';

/** Every row of a document's log with its position as stored: not by the way the server reads them. */
export function wholeLog(db: Db, documentId: string): WholeLog {
  const rows = db
    .select({ position: documentUpdates.position, bytes: documentUpdates.bytes })
    .from(documentUpdates)
    .where(eq(documentUpdates.documentId, documentId))
    .orderBy(asc(documentUpdates.position))
    .all();
  return {
    documentId,
    rows: rows.map(({ position, bytes }) => ({ position, bytes: new Uint8Array(bytes) })),
  };
}
