import { and, asc, eq, gt, lte, max, sql } from 'drizzle-orm';
import { plainBytes, storedBytes } from './bytes';
import type { Db } from './client';
import { findCompacted } from './compacted-states';
import { driverOf, preparedOnce } from './prepared';
import { clientBindings, documentUpdates } from './schema/documents';

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
    owners: db.select().from(clientBindings).where(eq(clientBindings.documentId, documentId)).prepare(),
  };
});

/** Run with every keystroke, so bound by place: filling in Drizzle's placeholders costs as much as the insertion. */
const appendStatement = preparedOnce((db) =>
  driverOf(db).prepare(
    'INSERT INTO document_updates (documentId, position, userId, country, sessionId, clientId, at, bytes) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  ),
);

/** The whole text: the compacted state, where there is a sound one, and the rows after it. */
export function readLog(db: Db, documentId: string): LogState {
  const compacted = findCompacted(db, documentId);
  const tail = readLogSince(db, documentId, compacted?.throughPosition ?? 0);
  return compacted === null ? tail : { position: tail.position, updates: [compacted.bytes, ...tail.updates] };
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

/** Which logs have grown, by whatever hand. `mark` is where to look on from. */
export interface GrownLogs {
  readonly mark: number;
  /** Each with the position of its last row. */
  readonly logs: readonly { readonly documentId: string; readonly position: number }[];
}

const growth = preparedOnce((db) => {
  const driver = driverOf(db);
  return {
    mark: driver.prepare('SELECT MAX(rowid) FROM document_updates').pluck(),
    since: driver.prepare(
      'SELECT documentId, MAX(position) AS position FROM document_updates WHERE rowid > ? GROUP BY documentId',
    ),
  };
});

/** What was appended since `mark`. Rows are never taken away, so they stand in the table in the order they came. */
export function logsGrownSince(db: Db, mark: number): GrownLogs {
  const { mark: last, since } = growth(db);
  const now = Number(last.get() ?? 0);
  return { mark: now, logs: now === mark ? [] : (since.all(mark) as GrownLogs['logs'][number][]) };
}

/** Where the logs stand now, for `logsGrownSince`. */
export function logMark(db: Db): number {
  return Number(growth(db).mark.get() ?? 0);
}

/**
 * Appends one row and returns its position. Call it inside the transaction that judged the author. `last` is the
 * position of the last row where the caller knows it already.
 */
export function appendUpdate(tx: Db, row: NewLogRow, last = lastPosition(tx, row.documentId)): number {
  const position = last + 1;
  const { documentId, userId, country, sessionId, clientId, at, bytes } = row;
  appendStatement(tx).run(documentId, position, userId, country, sessionId, clientId, at, storedBytes(bytes));
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
  const rows = statements(db).owners.all({ documentId });
  return new Map(rows.map((row) => [row.clientId, { userId: row.userId, country: row.country }]));
}
