import { and, asc, desc, eq, gt, lt } from 'drizzle-orm';
import type { Db } from './client';
import { signInFailures } from './schema/people';

/** Times of the failures under `key` after `since`, oldest first. */
export function failuresSince(db: Db, key: string, since: string): string[] {
  return db
    .select({ at: signInFailures.at })
    .from(signInFailures)
    .where(and(eq(signInFailures.key, key), gt(signInFailures.at, since)))
    .orderBy(asc(signInFailures.at))
    .all()
    .map((row) => row.at);
}

export function insertFailure(tx: Db, key: string, at: string): void {
  tx.insert(signInFailures).values({ key, at }).run();
}

export function deleteFailures(tx: Db, key: string): void {
  tx.delete(signInFailures).where(eq(signInFailures.key, key)).run();
}

/** Takes back the newest failure under `key` that was counted at `at`. */
export function deleteFailureAt(tx: Db, key: string, at: string): void {
  const row = tx
    .select({ id: signInFailures.id })
    .from(signInFailures)
    .where(and(eq(signInFailures.key, key), eq(signInFailures.at, at)))
    .orderBy(desc(signInFailures.id))
    .limit(1)
    .get();
  if (row !== undefined) tx.delete(signInFailures).where(eq(signInFailures.id, row.id)).run();
}

export function pruneFailures(tx: Db, before: string): void {
  tx.delete(signInFailures).where(lt(signInFailures.at, before)).run();
}
