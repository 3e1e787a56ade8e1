import { eq } from 'drizzle-orm';
import type { Db } from './client';
import { installation } from './schema/audit';

/** A fact about this installation, or null. `madeByDemo` = "1" marks a database of the demo command. */
export function readInstallation(db: Db, key: string): string | null {
  return db.select().from(installation).where(eq(installation.key, key)).get()?.value ?? null;
}

export function writeInstallation(tx: Db, key: string, value: string): void {
  tx.insert(installation)
    .values({ key, value })
    .onConflictDoUpdate({ target: installation.key, set: { value } })
    .run();
}

export function isDemoDatabase(db: Db): boolean {
  return readInstallation(db, 'madeByDemo') === '1';
}
