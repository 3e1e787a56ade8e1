import { crc32 } from 'node:zlib';
import { eq, sql } from 'drizzle-orm';
import { plainBytes, storedBytes } from './bytes';
import type { Db } from './client';
import { preparedOnce } from './prepared';
import { documentStates } from './schema/documents';

/** The text of a document through a position of its log, as one Yjs update, and the state vector of it. */
export interface CompactedState {
  readonly throughPosition: number;
  readonly bytes: Uint8Array;
  readonly stateVector: Uint8Array;
}

const statements = preparedOnce((db) => {
  const documentId = sql.placeholder('documentId');
  return {
    find: db.select().from(documentStates).where(eq(documentStates.documentId, documentId)).prepare(),
    save: db
      .insert(documentStates)
      .values({
        documentId,
        throughPosition: sql.placeholder('throughPosition'),
        bytes: sql.placeholder('bytes'),
        stateVector: sql.placeholder('stateVector'),
        checksum: sql.placeholder('checksum'),
      })
      .onConflictDoUpdate({
        target: documentStates.documentId,
        set: {
          throughPosition: sql`excluded.throughPosition`,
          bytes: sql`excluded.bytes`,
          stateVector: sql`excluded.stateVector`,
          checksum: sql`excluded.checksum`,
        },
        setWhere: sql`excluded.throughPosition >= ${documentStates.throughPosition}`,
      })
      .prepare(),
  };
});

/** The compacted state of a document; null where there is none, or where it is not what was stored (SY15). */
export function findCompacted(db: Db, documentId: string): CompactedState | null {
  const row = statements(db).find.get({ documentId });
  if (row === undefined || checksumOf(row) !== row.checksum) return null;
  return {
    throughPosition: row.throughPosition,
    bytes: plainBytes(row.bytes),
    stateVector: plainBytes(row.stateVector),
  };
}

/** Stores a compacted state through a position. The log itself stays; an older state than the stored one is ignored. */
export function saveCompacted(db: Db, documentId: string, state: CompactedState): void {
  statements(db).save.run({
    documentId,
    throughPosition: state.throughPosition,
    bytes: storedBytes(state.bytes),
    stateVector: storedBytes(state.stateVector),
    checksum: checksumOf(state),
  });
}

function checksumOf({ bytes, stateVector }: Pick<CompactedState, 'bytes' | 'stateVector'>): number {
  return crc32(stateVector, crc32(bytes));
}
