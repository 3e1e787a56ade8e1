import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Db } from './client';
import { preparedOnce } from './prepared';
import { users } from './schema/people';

export type AccountRow = typeof users.$inferSelect;
export type NewAccount = Omit<AccountRow, 'status'>;

const byId = preparedOnce((db) =>
  db
    .select()
    .from(users)
    .where(eq(users.id, sql.placeholder('userId')))
    .prepare(),
);

export function accountById(db: Db, userId: string): AccountRow | null {
  return byId(db).get({ userId }) ?? null;
}

/** `email` normalised (server/auth/email). */
export function accountByEmail(db: Db, email: string): AccountRow | null {
  return db.select().from(users).where(eq(users.email, email)).get() ?? null;
}

export function hasAccounts(db: Db): boolean {
  return db.select({ id: users.id }).from(users).limit(1).get() !== undefined;
}

export function listAccounts(db: Db): AccountRow[] {
  return db.select().from(users).orderBy(asc(users.name)).all();
}

export function accountsById(db: Db, userIds: readonly string[]): AccountRow[] {
  if (userIds.length === 0) return [];
  return db
    .select()
    .from(users)
    .where(inArray(users.id, [...userIds]))
    .orderBy(asc(users.name))
    .all();
}

export function demoAccounts(db: Db): AccountRow[] {
  return db
    .select()
    .from(users)
    .where(and(eq(users.isDemo, true), eq(users.status, 'active')))
    .orderBy(asc(users.createdAt), asc(users.id))
    .all();
}

export function insertAccount(tx: Db, account: NewAccount): void {
  tx.insert(users).values(account).run();
}

export function setStatus(tx: Db, userId: string, status: AccountRow['status']): void {
  tx.update(users).set({ status }).where(eq(users.id, userId)).run();
}

export function setPasswordHash(tx: Db, userId: string, passwordHash: string): void {
  tx.update(users).set({ passwordHash }).where(eq(users.id, userId)).run();
}

export function setProfile(
  tx: Db,
  userId: string,
  profile: { readonly locale?: AccountRow['locale']; readonly theme?: AccountRow['theme'] },
): void {
  tx.update(users).set(profile).where(eq(users.id, userId)).run();
}
