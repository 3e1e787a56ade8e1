import { and, asc, desc, eq, getTableColumns, inArray, isNotNull, lt, sql } from 'drizzle-orm';
import type { Db } from './client';
import { driverOf, preparedOnce } from './prepared';
import { versionCounts, versions } from './schema/documents';
import { users } from './schema/people';

export type VersionRow = typeof versions.$inferSelect;

/** A version without its text: what lists and decisions need. */
export type VersionHead = Omit<VersionRow, 'text'> & {
  readonly takenByName: string;
  readonly wordsInserted: number | null;
  readonly wordsDeleted: number | null;
};

const { text: _text, ...headColumns } = getTableColumns(versions);

function heads(db: Db) {
  return db
    .select({
      ...headColumns,
      takenByName: users.name,
      wordsInserted: versionCounts.wordsInserted,
      wordsDeleted: versionCounts.wordsDeleted,
    })
    .from(versions)
    .innerJoin(users, eq(users.id, versions.takenBy))
    .leftJoin(versionCounts, eq(versionCounts.versionId, versions.id));
}

/** All versions of a document, newest first. */
export function listVersionHeads(db: Db, documentId: string): VersionHead[] {
  return heads(db).where(eq(versions.documentId, documentId)).orderBy(desc(versions.number)).all();
}

export function findVersionHead(db: Db, documentId: string, number: number): VersionHead | null {
  return (
    heads(db)
      .where(and(eq(versions.documentId, documentId), eq(versions.number, number)))
      .get() ?? null
  );
}

export function lastVersionHead(db: Db, documentId: string): VersionHead | null {
  return (
    heads(db).where(eq(versions.documentId, documentId)).orderBy(desc(versions.number)).limit(1).get() ?? null
  );
}

/** The newest version with a revision number: an issued Rev.n, or the adopted text. */
export function lastRevisionHead(db: Db, documentId: string): VersionHead | null {
  return (
    heads(db)
      .where(and(eq(versions.documentId, documentId), isNotNull(versions.revision)))
      .orderBy(desc(versions.number))
      .limit(1)
      .get() ?? null
  );
}

/** The issued revision before this version, or null. */
export function revisionBefore(
  db: Db,
  { documentId, number }: Pick<VersionRow, 'documentId' | 'number'>,
): Pick<VersionRow, 'id' | 'hash'> | null {
  return (
    db
      .select({ id: versions.id, hash: versions.hash })
      .from(versions)
      .where(
        and(eq(versions.documentId, documentId), lt(versions.number, number), isNotNull(versions.revision)),
      )
      .orderBy(desc(versions.number))
      .limit(1)
      .get() ?? null
  );
}

/** For each document the version people mean by "the current one": its newest revision, else its newest version. */
export function currentVersionHeads(db: Db, documentIds: readonly string[]): Map<string, VersionHead> {
  if (documentIds.length === 0) return new Map();
  const chosen = db
    .select({
      documentId: versions.documentId,
      number: sql<number>`coalesce(max(case when ${versions.revision} is not null then ${versions.number} end), max(${versions.number}))`,
    })
    .from(versions)
    .where(inArray(versions.documentId, [...documentIds]))
    .groupBy(versions.documentId)
    .all();
  const current = new Map<string, VersionHead>();
  for (const { documentId, number } of chosen) {
    const head = findVersionHead(db, documentId, number);
    if (head !== null) current.set(documentId, head);
  }
  return current;
}

/** The canonical JSON of one version's text. */
export function versionText(db: Db, versionId: string): string | null {
  return (
    db.select({ text: versions.text }).from(versions).where(eq(versions.id, versionId)).get()?.text ?? null
  );
}

/** The newest version that holds the text at this position of the log, its text and nothing else; null where none does. */
export function versionTextAt(
  db: Db,
  documentId: string,
  position: number,
): Pick<VersionRow, 'text' | 'hash' | 'words'> | null {
  return (
    db
      .select({ text: versions.text, hash: versions.hash, words: versions.words })
      .from(versions)
      .where(and(eq(versions.documentId, documentId), eq(versions.position, position)))
      .orderBy(desc(versions.number))
      .limit(1)
      .get() ?? null
  );
}

export function findVersionById(db: Db, versionId: string): VersionRow | null {
  return db.select().from(versions).where(eq(versions.id, versionId)).get() ?? null;
}

/** Every version of the installation with its text, one at a time. */
export function* everyVersionText(db: Db): Generator<VersionRow> {
  const ids = db
    .select({ id: versions.id })
    .from(versions)
    .orderBy(asc(versions.documentId), asc(versions.number))
    .all();
  for (const { id } of ids) {
    const version = findVersionById(db, id);
    if (version !== null) yield version;
  }
}

export function insertVersion(tx: Db, row: VersionRow): void {
  tx.insert(versions).values(row).run();
}

/** Counts are derived: computing them again replaces them. */
export function saveVersionCounts(
  tx: Db,
  versionId: string,
  counts: { readonly wordsInserted: number; readonly wordsDeleted: number },
): void {
  tx.insert(versionCounts)
    .values({ versionId, ...counts })
    .onConflictDoUpdate({ target: versionCounts.versionId, set: counts })
    .run();
}

export interface GrownLog {
  readonly documentId: string;
  readonly position: number;
  /** When the first and the last update came that no version holds yet. */
  readonly firstAt: string;
  readonly lastAt: string;
  readonly lastBy: string;
}

const grown = preparedOnce((db) =>
  driverOf(db).prepare(`
    SELECT d.id AS documentId, l.position, f.at AS firstAt, l.at AS lastAt, l.userId AS lastBy
    FROM documents d
    JOIN document_updates l ON l.documentId = d.id
      AND l.position = (SELECT MAX(position) FROM document_updates WHERE documentId = d.id)
    JOIN document_updates f ON f.documentId = d.id
      AND f.position = 1 + COALESCE((SELECT position FROM versions WHERE documentId = d.id ORDER BY number DESC LIMIT 1), 0)
    WHERE d.state IN ('draft', 'circulated', 'negotiation', 'agreed', 'silence')
    ORDER BY d.id`),
);

/**
 * Live documents whose log has grown since their last version: what the checkpoint job looks at. One statement, for
 * it is asked of all documents while people type.
 */
export function logsGrownSinceVersion(db: Db): GrownLog[] {
  return grown(db).all() as GrownLog[];
}
