import { eq } from 'drizzle-orm';
import type { Db } from './client';
import { apiTokens, userSessions } from './schema/people';

/** Whether the session or token that a socket came with still holds at `at`: not revoked, not expired, the same person's. */
export function identityHolds(
  db: Db,
  identity: { readonly userId: string; readonly sessionId: string | null; readonly tokenId: string | null },
  at: string,
): boolean {
  const proof =
    identity.tokenId === null
      ? db
          .select()
          .from(userSessions)
          .where(eq(userSessions.id, identity.sessionId ?? ''))
          .get()
      : db.select().from(apiTokens).where(eq(apiTokens.id, identity.tokenId)).get();
  return (
    proof !== undefined &&
    proof.userId === identity.userId &&
    proof.revokedAt === null &&
    (proof.expiresAt === null || at < proof.expiresAt)
  );
}
