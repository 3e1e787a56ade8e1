import { and, desc, eq, gt, inArray, isNotNull, ne } from 'drizzle-orm';
import type { Db } from './client';
import { documentUpdates, versions } from './schema/documents';
import { users } from './schema/people';

export interface LastChange {
  readonly at: string;
  readonly userId: string;
  readonly name: string;
  /** Delegation the person spoke for, or null (secretariat). */
  readonly country: string | null;
}

/** For each document, the last row of its log: when somebody wrote last, and who. */
export function lastChanges(db: Db, documentIds: readonly string[]): Map<string, LastChange> {
  const found = new Map<string, LastChange>();
  for (const documentId of documentIds) {
    const row = db
      .select({
        at: documentUpdates.at,
        userId: documentUpdates.userId,
        name: users.name,
        country: documentUpdates.country,
      })
      .from(documentUpdates)
      .innerJoin(users, eq(users.id, documentUpdates.userId))
      .where(eq(documentUpdates.documentId, documentId))
      .orderBy(desc(documentUpdates.position))
      .limit(1)
      .get();
    if (row !== undefined) found.set(documentId, row);
  }
  return found;
}

/**
 * The delegations that wrote in a document after this person's last own words ("" for the secretariat), or null
 * where the person has written nothing in it yet.
 */
export function othersSince(db: Db, documentId: string, userId: string): string[] | null {
  const own = db
    .select({ position: documentUpdates.position })
    .from(documentUpdates)
    .where(and(eq(documentUpdates.documentId, documentId), eq(documentUpdates.userId, userId)))
    .orderBy(desc(documentUpdates.position))
    .limit(1)
    .get();
  if (own === undefined) return null;
  const rows = db
    .selectDistinct({ country: documentUpdates.country })
    .from(documentUpdates)
    .where(
      and(
        eq(documentUpdates.documentId, documentId),
        gt(documentUpdates.position, own.position),
        ne(documentUpdates.userId, userId),
      ),
    )
    .all();
  return rows.map((row) => row.country ?? '');
}

/** For each document its issued revisions, newest first: number of the version and n of Rev.n. */
export function issuedRevisions(
  db: Db,
  documentIds: readonly string[],
): Map<string, { number: number; revision: number }[]> {
  const found = new Map<string, { number: number; revision: number }[]>();
  if (documentIds.length === 0) return found;
  const rows = db
    .select({ documentId: versions.documentId, number: versions.number, revision: versions.revision })
    .from(versions)
    .where(and(inArray(versions.documentId, [...documentIds]), isNotNull(versions.revision)))
    .orderBy(desc(versions.number))
    .all();
  for (const { documentId, number, revision } of rows) {
    const list = found.get(documentId) ?? [];
    list.push({ number, revision: revision ?? 0 });
    found.set(documentId, list);
  }
  return found;
}
