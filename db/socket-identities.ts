import { eq, sql } from 'drizzle-orm';
import type { Db } from './client';
import { preparedOnce } from './prepared';
import { apiTokens, userSessions } from './schema/people';

const statements = preparedOnce((db) => ({
  session: db
    .select()
    .from(userSessions)
    .where(eq(userSessions.id, sql.placeholder('id')))
    .prepare(),
  token: db
    .select()
    .from(apiTokens)
    .where(eq(apiTokens.id, sql.placeholder('id')))
    .prepare(),
}));

/** Whether the session or token that a socket came with still holds at `at`: not revoked, not expired, the same person's. */
export function identityHolds(
  db: Db,
  identity: { readonly userId: string; readonly sessionId: string | null; readonly tokenId: string | null },
  at: string,
): boolean {
  const { session, token } = statements(db);
  const proof =
    identity.tokenId === null
      ? session.get({ id: identity.sessionId ?? '' })
      : token.get({ id: identity.tokenId });
  return (
    proof !== undefined &&
    proof.userId === identity.userId &&
    proof.revokedAt === null &&
    (proof.expiresAt === null || at < proof.expiresAt)
  );
}
