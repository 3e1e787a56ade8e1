import { and, asc, eq, gt, lte, max, sql } from 'drizzle-orm';
import type { Db } from './client';
import { preparedOnce } from './prepared';
import { clientBindings, documentStates, documentUpdates } from './schema/documents';

/** The text of a document as the log holds it: apply `updates` in order. `position` is that of the last row, 0 if none. */
export interface LogState {
  readonly position: number;
  readonly updates: Uint8Array[];
}

export interface NewLogRow {
  readonly documentId: string;
  readonly userId: string;
  readonly country: string | null;
  readonly sessionId: string | null;
  /** Yjs client id of the connection; null for the server's own hand (restore, repair, seed). */
  readonly clientId: number | null;
  readonly at: string;
  readonly bytes: Uint8Array;
}

/** Who wrote a row of the log, and when: everything but the bytes. */
export interface LogAuthor {
  readonly position: number;
  readonly userId: string;
  readonly country: string | null;
  readonly sessionId: string | null;
  readonly clientId: number | null;
  readonly at: string;
}

export interface ClientAuthor {
  readonly userId: string;
  readonly country: string | null;
}

const statements = preparedOnce((db) => {
  const documentId = sql.placeholder('documentId');
  return {
    compacted: db
      .select({ throughPosition: documentStates.throughPosition, bytes: documentStates.bytes })
      .from(documentStates)
      .where(eq(documentStates.documentId, documentId))
      .prepare(),
    through: db
      .select({ throughPosition: documentStates.throughPosition })
      .from(documentStates)
      .where(eq(documentStates.documentId, documentId))
      .prepare(),
    since: db
      .select({ position: documentUpdates.position, bytes: documentUpdates.bytes })
      .from(documentUpdates)
      .where(
        and(
          eq(documentUpdates.documentId, documentId),
          gt(documentUpdates.position, sql.placeholder('position')),
        ),
      )
      .orderBy(asc(documentUpdates.position))
      .prepare(),
    last: db
      .select({ position: max(documentUpdates.position) })
      .from(documentUpdates)
      .where(eq(documentUpdates.documentId, documentId))
      .prepare(),
    append: db
      .insert(documentUpdates)
      .values({
        documentId,
        position: sql.placeholder('position'),
        userId: sql.placeholder('userId'),
        country: sql.placeholder('country'),
        sessionId: sql.placeholder('sessionId'),
        clientId: sql.placeholder('clientId'),
        at: sql.placeholder('at'),
        bytes: sql.placeholder('bytes'),
      })
      .prepare(),
    bind: db
      .insert(clientBindings)
      .values({
        documentId,
        clientId: sql.placeholder('clientId'),
        userId: sql.placeholder('userId'),
        country: sql.placeholder('country'),
        at: sql.placeholder('at'),
      })
      .onConflictDoNothing()
      .prepare(),
    owner: db
      .select({ userId: clientBindings.userId })
      .from(clientBindings)
      .where(
        and(
          eq(clientBindings.documentId, documentId),
          eq(clientBindings.clientId, sql.placeholder('clientId')),
        ),
      )
      .prepare(),
    save: db
      .insert(documentStates)
      .values({
        documentId,
        throughPosition: sql.placeholder('throughPosition'),
        bytes: sql.placeholder('bytes'),
      })
      .onConflictDoUpdate({
        target: documentStates.documentId,
        set: { throughPosition: sql`excluded.throughPosition`, bytes: sql`excluded.bytes` },
        setWhere: sql`excluded.throughPosition >= ${documentStates.throughPosition}`,
      })
      .prepare(),
  };
});

/** The whole text: the compacted state, where there is one, and the rows after it. */
export function readLog(db: Db, documentId: string): LogState {
  const compacted = statements(db).compacted.get({ documentId });
  const through = compacted?.throughPosition ?? 0;
  const tail = readLogSince(db, documentId, through);
  return compacted === undefined
    ? tail
    : { position: tail.position, updates: [plainBytes(compacted.bytes), ...tail.updates] };
}

/** The rows after `position`; from position 0 it is the whole history, without the compacted state. */
export function readLogSince(db: Db, documentId: string, position: number): LogState {
  const rows = statements(db).since.all({ documentId, position });
  return {
    position: rows.at(-1)?.position ?? position,
    updates: rows.map((row) => plainBytes(row.bytes)),
  };
}

/** Position of the last row of a document's log, 0 if none. */
export function lastPosition(db: Db, documentId: string): number {
  return statements(db).last.get({ documentId })?.position ?? 0;
}

/** How many rows lie after the compacted state: what a cold opening has to read. */
export function tailLength(db: Db, documentId: string): number {
  return lastPosition(db, documentId) - (statements(db).through.get({ documentId })?.throughPosition ?? 0);
}

/** Appends one row and returns its position. Call it inside the transaction that judged the author. */
export function appendUpdate(tx: Db, row: NewLogRow): number {
  const position = lastPosition(tx, row.documentId) + 1;
  statements(tx).append.run({
    documentId: row.documentId,
    position,
    userId: row.userId,
    country: row.country,
    sessionId: row.sessionId,
    clientId: row.clientId,
    at: row.at,
    bytes: Buffer.from(row.bytes.buffer, row.bytes.byteOffset, row.bytes.byteLength),
  });
  return position;
}

/** The authors of the rows after `fromPosition` up to and including `toPosition`, oldest first. */
export function logAuthors(
  db: Db,
  documentId: string,
  fromPosition: number,
  toPosition: number,
): LogAuthor[] {
  return db
    .select({
      position: documentUpdates.position,
      userId: documentUpdates.userId,
      country: documentUpdates.country,
      sessionId: documentUpdates.sessionId,
      clientId: documentUpdates.clientId,
      at: documentUpdates.at,
    })
    .from(documentUpdates)
    .where(
      and(
        eq(documentUpdates.documentId, documentId),
        gt(documentUpdates.position, fromPosition),
        lte(documentUpdates.position, toPosition),
      ),
    )
    .orderBy(asc(documentUpdates.position))
    .all();
}

/**
 * Binds a Yjs client id of a document to the person who first uses it, for ever (SY3). True when the id is this
 * person's, now or already; false when it is somebody else's.
 */
export function bindClient(
  tx: Db,
  binding: {
    readonly documentId: string;
    readonly clientId: number;
    readonly userId: string;
    readonly country: string | null;
    readonly at: string;
  },
): boolean {
  statements(tx).bind.run({ ...binding });
  const owner = statements(tx).owner.get({ documentId: binding.documentId, clientId: binding.clientId });
  return owner?.userId === binding.userId;
}

/** Whom each Yjs client id of a document belongs to. */
export function clientAuthors(db: Db, documentId: string): Map<number, ClientAuthor> {
  const rows = db.select().from(clientBindings).where(eq(clientBindings.documentId, documentId)).all();
  return new Map(rows.map((row) => [row.clientId, { userId: row.userId, country: row.country }]));
}

/** Stores a compacted state through a position. The log itself stays; an older state than the stored one is ignored. */
export function saveCompacted(db: Db, documentId: string, throughPosition: number, bytes: Uint8Array): void {
  statements(db).save.run({
    documentId,
    throughPosition,
    bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
  });
}

/** SQLite's driver hands out Buffers; Yjs wants plain arrays over the same memory. */
function plainBytes(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
