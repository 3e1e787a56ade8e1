import { eq } from 'drizzle-orm';
import type { Db } from './client';
import { identities } from './schema/people';

/** The person bound to `issuer|subject` of an OpenID Connect provider, or null. */
export function userOfIdentity(db: Db, key: string): string | null {
  return db.select().from(identities).where(eq(identities.key, key)).get()?.userId ?? null;
}

export function insertIdentity(tx: Db, identity: typeof identities.$inferSelect): void {
  tx.insert(identities).values(identity).run();
}

/** Whether a person is bound to an identity of this issuer already. */
export function hasIdentityOf(db: Db, userId: string, issuer: string): boolean {
  return db
    .select()
    .from(identities)
    .where(eq(identities.userId, userId))
    .all()
    .some((identity) => identity.key.startsWith(`${issuer}|`));
}

export function hasIdentity(db: Db, userId: string): boolean {
  return db.select().from(identities).where(eq(identities.userId, userId)).limit(1).get() !== undefined;
}
