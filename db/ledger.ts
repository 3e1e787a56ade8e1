import { and, asc, eq, gt, inArray, lte } from 'drizzle-orm';
import { atomic } from './atomic';
import type { Db } from './client';
import { documentLedgers, documentUpdates, ledgerReadings, versions } from './schema/documents';
import type { LogAuthor } from './update-log';

/** The authorship ledger of a document through a position of its log, as it was kept. */
export interface StoredLedger {
  readonly throughPosition: number;
  readonly bytes: Uint8Array;
}

/** The hands of the text at one position, as they were kept. */
export interface StoredReading {
  readonly position: number;
  readonly bytes: Uint8Array;
}

export function findLedger(db: Db, documentId: string): StoredLedger | null {
  const row = db.select().from(documentLedgers).where(eq(documentLedgers.documentId, documentId)).get();
  return row === undefined ? null : { throughPosition: row.throughPosition, bytes: row.bytes };
}

/** The readings at those of these positions at which one was kept. */
export function findReadings(db: Db, documentId: string, positions: readonly number[]): StoredReading[] {
  return db
    .select({ position: ledgerReadings.position, bytes: ledgerReadings.bytes })
    .from(ledgerReadings)
    .where(and(eq(ledgerReadings.documentId, documentId), inArray(ledgerReadings.position, [...positions])))
    .all();
}

/** Keeps a ledger and the readings taken on the way. Derived: an older one, or one that was there, is overwritten. */
export function saveLedger(
  db: Db,
  documentId: string,
  ledger: StoredLedger,
  readings: readonly StoredReading[],
): void {
  const { throughPosition } = ledger;
  const bytes = buffer(ledger.bytes);
  atomic(db, (tx) => {
    tx.insert(documentLedgers)
      .values({ documentId, throughPosition, bytes })
      .onConflictDoUpdate({ target: documentLedgers.documentId, set: { throughPosition, bytes } })
      .run();
    for (const reading of readings) {
      tx.insert(ledgerReadings)
        .values({ documentId, position: reading.position, bytes: buffer(reading.bytes) })
        .onConflictDoUpdate({
          target: [ledgerReadings.documentId, ledgerReadings.position],
          set: { bytes: buffer(reading.bytes) },
        })
        .run();
    }
  });
}

/** Up to `most` rows of the log after a position, up to and including another, oldest first. */
export function ledgerRows(
  db: Db,
  documentId: string,
  after: number,
  through: number,
  most: number,
): { position: number; userId: string; country: string | null; at: string; bytes: Uint8Array }[] {
  return db
    .select({
      position: documentUpdates.position,
      userId: documentUpdates.userId,
      country: documentUpdates.country,
      at: documentUpdates.at,
      bytes: documentUpdates.bytes,
    })
    .from(documentUpdates)
    .where(between(documentId, after, through))
    .orderBy(asc(documentUpdates.position))
    .limit(most)
    .all();
}

/** Who wrote these rows of the log, by position. */
export function authorsOfRows(
  db: Db,
  documentId: string,
  positions: readonly number[],
): Map<number, Pick<LogAuthor, 'userId' | 'country' | 'at'>> {
  const authors = new Map<number, Pick<LogAuthor, 'userId' | 'country' | 'at'>>();
  for (let from = 0; from < positions.length; from += MOST_IN_A_QUERY) {
    const rows = db
      .select({
        position: documentUpdates.position,
        userId: documentUpdates.userId,
        country: documentUpdates.country,
        at: documentUpdates.at,
      })
      .from(documentUpdates)
      .where(
        and(
          eq(documentUpdates.documentId, documentId),
          inArray(documentUpdates.position, positions.slice(from, from + MOST_IN_A_QUERY)),
        ),
      )
      .all();
    for (const { position, ...author } of rows) authors.set(position, author);
  }
  return authors;
}

/** The delegation of every row of the log after a position and up to another, where all are of one; "" for the secretariat. */
export function soleWriterBetween(
  db: Db,
  documentId: string,
  after: number,
  through: number,
): string | undefined {
  const rows = db
    .selectDistinct({ country: documentUpdates.country })
    .from(documentUpdates)
    .where(between(documentId, after, through))
    .limit(2)
    .all();
  const [only] = rows;
  return only === undefined || rows.length > 1 ? undefined : (only.country ?? '');
}

function between(documentId: string, after: number, through: number) {
  const { position } = documentUpdates;
  return and(eq(documentUpdates.documentId, documentId), gt(position, after), lte(position, through));
}

/** SQLite takes 32,766 values in one statement. */
const MOST_IN_A_QUERY = 10_000;

/** A version's place in the log and, where it was brought back by a restore, the place it was brought back from, else 0. */
export interface VersionPlace {
  readonly position: number;
  readonly restores: number;
}

/**
 * Where the versions of a document lie in its log. A restored version has the text of an earlier one; where several
 * earlier ones have it, the oldest is named: its words are the first.
 */
export function versionPlaces(db: Db, documentId: string): VersionPlace[] {
  const rows = db
    .select({ position: versions.position, kind: versions.kind, hash: versions.hash })
    .from(versions)
    .where(eq(versions.documentId, documentId))
    .orderBy(asc(versions.number))
    .all();
  const first = new Map<string, number>();
  return rows.map(({ position, kind, hash }) => {
    const earlier = first.get(hash);
    if (earlier === undefined) first.set(hash, position);
    return { position, restores: kind === 'restored' ? (earlier ?? 0) : 0 };
  });
}

function buffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
