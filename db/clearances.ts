import { and, asc, desc, eq, getTableColumns, isNull } from 'drizzle-orm';
import type { Db } from './client';
import { versions } from './schema/documents';
import { users } from './schema/people';
import { clearances } from './schema/rings';

export type ClearanceRow = typeof clearances.$inferSelect;

/** A clearance with what its delegation reads of it. */
export type ClearanceInContext = ClearanceRow & {
  /** Number of the cleared version. */
  readonly number: number;
  readonly recordedByName: string;
};

/** The clearances one delegation has given a text and not withdrawn, newest version first. */
export function standingClearances(db: Db, documentId: string, country: string): ClearanceInContext[] {
  return db
    .select({ ...getTableColumns(clearances), number: versions.number, recordedByName: users.name })
    .from(clearances)
    .innerJoin(versions, eq(versions.id, clearances.versionId))
    .innerJoin(users, eq(users.id, clearances.recordedBy))
    .where(
      and(
        eq(clearances.documentId, documentId),
        eq(clearances.country, country),
        isNull(clearances.withdrawnAt),
      ),
    )
    .orderBy(desc(versions.number))
    .all();
}

/** The standing clearances of a text of all capitals, oldest version first: to tell each delegation of its own alone. */
export function everyStandingClearance(
  db: Db,
  documentId: string,
): Pick<ClearanceInContext, 'id' | 'country' | 'hash' | 'number'>[] {
  return db
    .select({
      id: clearances.id,
      country: clearances.country,
      hash: clearances.hash,
      number: versions.number,
    })
    .from(clearances)
    .innerJoin(versions, eq(versions.id, clearances.versionId))
    .where(and(eq(clearances.documentId, documentId), isNull(clearances.withdrawnAt)))
    .orderBy(asc(versions.number))
    .all();
}

/** Every clearance of the installation, withdrawn ones included: for checks. */
export function everyClearance(db: Db): ClearanceRow[] {
  return db.select().from(clearances).all();
}

export function insertClearance(tx: Db, row: ClearanceRow): void {
  tx.insert(clearances).values(row).run();
}

export function withdrawClearanceRow(
  tx: Db,
  id: string,
  by: { readonly withdrawnAt: string; readonly withdrawnBy: string },
): void {
  tx.update(clearances).set(by).where(eq(clearances.id, id)).run();
}
