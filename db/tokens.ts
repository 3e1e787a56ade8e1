import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import { atomicIfFree } from './atomic';
import type { Db } from './client';
import { preparedOnce } from './prepared';
import { apiTokens } from './schema/people';

export type TokenRow = typeof apiTokens.$inferSelect;

export function insertToken(tx: Db, token: Omit<TokenRow, 'revokedAt' | 'lastUsedAt'>): void {
  tx.insert(apiTokens).values(token).run();
}

export function tokenById(db: Db, tokenId: string): TokenRow | null {
  return db.select().from(apiTokens).where(eq(apiTokens.id, tokenId)).get() ?? null;
}

const byHash = preparedOnce((db) =>
  db
    .select()
    .from(apiTokens)
    .where(eq(apiTokens.hash, sql.placeholder('hash')))
    .prepare(),
);

export function tokenByHash(db: Db, hash: string): TokenRow | null {
  return byHash(db).get({ hash }) ?? null;
}

/** A person's tokens that nobody has revoked, newest first. Expired ones are still among them. */
export function unrevokedTokensOf(db: Db, userId: string): TokenRow[] {
  return db
    .select()
    .from(apiTokens)
    .where(and(eq(apiTokens.userId, userId), isNull(apiTokens.revokedAt)))
    .orderBy(desc(apiTokens.createdAt))
    .all();
}

const use = preparedOnce((db) =>
  db
    .update(apiTokens)
    .set({ lastUsedAt: sql`${sql.placeholder('at')}` })
    .where(eq(apiTokens.id, sql.placeholder('tokenId')))
    .prepare(),
);

/** Waits for no disk and nobody's transaction: a storm of returning programs would, one after the other. */
export function markTokenUsed(db: Db, tokenId: string, at: string): void {
  atomicIfFree(db, (tx) => {
    use(tx).run({ tokenId, at });
  });
}

/** Revokes one token; false where it was revoked before. */
export function revokeTokenRow(tx: Db, tokenId: string, at: string): boolean {
  const result = tx
    .update(apiTokens)
    .set({ revokedAt: at })
    .where(and(eq(apiTokens.id, tokenId), isNull(apiTokens.revokedAt)))
    .run();
  return result.changes === 1;
}

/** Revokes every token of a person; the ids of those it revoked. */
export function revokeTokensOf(tx: Db, userId: string, at: string): string[] {
  return tx
    .update(apiTokens)
    .set({ revokedAt: at })
    .where(and(eq(apiTokens.userId, userId), isNull(apiTokens.revokedAt)))
    .returning({ id: apiTokens.id })
    .all()
    .map((row) => row.id);
}
