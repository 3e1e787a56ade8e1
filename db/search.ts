import { eq, sql } from 'drizzle-orm';
import type { FoundKind } from '../domain/search/kinds';
import type { Db } from './client';
import { driverOf, preparedOnce } from './prepared';
import { searchEntries } from './schema/search';

/** One thing that can be found. `ring` "" is everybody's who may read its document or body; else the delegation's whose it is. */
export interface SearchRow {
  readonly kind: FoundKind;
  readonly refId: string;
  readonly documentId: string;
  readonly bodyId: string;
  readonly ring: string;
  /** How it is cited: "OP 3", "Rev.2", "A.1". */
  readonly place: string;
  readonly words: string;
}

/** Whose eyes look: what they may list, and the delegation whose ring they are in, as "bodyId country". */
export interface SearchScope {
  readonly documentIds: readonly string[];
  readonly bodyIds: readonly string[];
  readonly rings: readonly string[];
}

export interface SearchHit extends Omit<SearchRow, 'words'> {
  /** The words, with \u0002 before and \u0003 after what was looked for. */
  readonly marked: string;
}

const statements = preparedOnce((db) => {
  const driver = driverOf(db);
  return {
    last: driver.prepare('SELECT COALESCE(MAX(rowid), 0) AS last FROM search_index'),
    insert: driver.prepare(
      'INSERT INTO search_index (rowid, words, kind, refId, documentId, bodyId, ring, place) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    ),
    remove: driver.prepare('DELETE FROM search_index WHERE rowid BETWEEN ? AND ?'),
  };
});

/**
 * Adds rows to an entry, which is unfinished (stamp "") until `finishSearchEntry`. One writer at a time: the row ids of
 * an entry follow each other. Inside the caller's transaction.
 */
export function growSearchEntry(tx: Db, key: string, rows: readonly SearchRow[]): void {
  const { last, insert } = statements(tx);
  const first = (last.get() as { last: number }).last + 1;
  rows.forEach((row, index) => {
    const { words, kind, refId, documentId, bodyId, ring, place } = row;
    insert.run(first + index, words.normalize('NFC'), kind, refId, documentId, bodyId, ring, place);
  });
  const lastRow = first + rows.length - 1;
  if (rows.length === 0) return;
  tx.insert(searchEntries)
    .values({ key, stamp: '', firstRow: first, lastRow })
    .onConflictDoUpdate({
      target: searchEntries.key,
      set: { stamp: '', lastRow, firstRow: sql`coalesce(firstRow, ${first})` },
    })
    .run();
}

/** Takes up to `most` rows of an entry out of the index; true while some are left. Inside the caller's transaction. */
export function shrinkSearchEntry(tx: Db, key: string, most: number): boolean {
  const entry = tx.select().from(searchEntries).where(eq(searchEntries.key, key)).get();
  if (entry === undefined || entry.firstRow === null || entry.lastRow === null) return false;
  const from = Math.max(entry.firstRow, entry.lastRow - most + 1);
  statements(tx).remove.run(from, entry.lastRow);
  const isEmpty = from === entry.firstRow;
  tx.update(searchEntries)
    .set({ stamp: '', lastRow: isEmpty ? null : from - 1, ...(isEmpty ? { firstRow: null } : {}) })
    .where(eq(searchEntries.key, key))
    .run();
  return !isEmpty;
}

/** The entry is whole, and as fresh as `stamp` says. */
export function finishSearchEntry(tx: Db, key: string, stamp: string): void {
  tx.insert(searchEntries)
    .values({ key, stamp, firstRow: null, lastRow: null })
    .onConflictDoUpdate({ target: searchEntries.key, set: { stamp } })
    .run();
}

const SHORTEST_TRIGRAM = 3;

/**
 * What holds all of these words, the shortest first: titles before clauses. SE1: what the scope does not cover is not looked at, and neither its
 * number nor its rank shows. Words shorter than three signs cannot be looked up and are looked for one row after the other.
 */
export function findWords(
  db: Db,
  words: readonly string[],
  scope: SearchScope,
  page: { readonly kinds: readonly FoundKind[]; readonly limit: number; readonly offset: number },
): SearchHit[] {
  if (words.length === 0) return [];
  const long = words.filter((word) => [...word].length >= SHORTEST_TRIGRAM);
  const short = words.filter((word) => [...word].length < SHORTEST_TRIGRAM);
  const match = long.map((word) => `"${word.replaceAll('"', '""')}"`).join(' AND ');
  const conditions = [
    ...(long.length > 0 ? ['search_index MATCH @match'] : []),
    ...short.map((_, index) => `words LIKE @short${index} ESCAPE '\\'`),
    'kind IN (SELECT value FROM json_each(@kinds))',
    "CASE documentId WHEN '' THEN bodyId IN (SELECT value FROM json_each(@bodies)) ELSE documentId IN (SELECT value FROM json_each(@documents)) END",
    "(ring = '' OR bodyId || ' ' || ring IN (SELECT value FROM json_each(@rings)))",
  ];
  const marked = long.length > 0 ? 'highlight(search_index, 0, char(2), char(3))' : 'words';
  // Never by FTS5's rank: its weights are those of the whole index, and would tell of rows that are hidden (SE1).
  const order = 'length(words), rowid';
  const rows = driverOf(db)
    .prepare(
      `SELECT kind, refId, documentId, bodyId, ring, place, ${marked} AS marked FROM search_index WHERE ${conditions.join(' AND ')} ORDER BY ${order} LIMIT @limit OFFSET @offset`,
    )
    .all({
      match,
      kinds: JSON.stringify(page.kinds),
      documents: JSON.stringify(scope.documentIds),
      bodies: JSON.stringify(scope.bodyIds),
      rings: JSON.stringify(scope.rings),
      limit: page.limit,
      offset: page.offset,
      ...Object.fromEntries(
        short.map((word, index) => [`short${index}`, `%${word.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`]),
      ),
    });
  return rows as SearchHit[];
}

/** How fresh an entry of the index is; null where it is not in it. */
export function searchStamp(db: Db, key: string): string | null {
  return (
    db.select({ stamp: searchEntries.stamp }).from(searchEntries).where(eq(searchEntries.key, key)).get()
      ?.stamp ?? null
  );
}
