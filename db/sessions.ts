import { and, desc, eq, isNull, max, ne, sql } from 'drizzle-orm';
import { atomicIfFree } from './atomic';
import type { Db } from './client';
import { preparedOnce } from './prepared';
import { userSessions } from './schema/people';

export type SessionRow = typeof userSessions.$inferSelect;
export type NewSession = Omit<SessionRow, 'revokedAt' | 'lastSeenAt'>;

export function insertSession(tx: Db, session: NewSession): void {
  tx.insert(userSessions)
    .values({ ...session, lastSeenAt: session.createdAt })
    .run();
}

const byId = preparedOnce((db) =>
  db
    .select()
    .from(userSessions)
    .where(eq(userSessions.id, sql.placeholder('sessionId')))
    .prepare(),
);

export function sessionById(db: Db, sessionId: string): SessionRow | null {
  return byId(db).get({ sessionId }) ?? null;
}

/** A person's sessions that nobody has revoked, newest use first. Expired ones are still among them. */
export function unrevokedSessionsOf(db: Db, userId: string): SessionRow[] {
  return db
    .select()
    .from(userSessions)
    .where(and(eq(userSessions.userId, userId), isNull(userSessions.revokedAt)))
    .orderBy(desc(userSessions.lastSeenAt))
    .all();
}

/** Waits for no disk and nobody's transaction: a storm of returning people would, one after the other. */
export function markSeen(db: Db, sessionId: string, at: string): void {
  atomicIfFree(db, (tx) => {
    tx.update(userSessions).set({ lastSeenAt: at }).where(eq(userSessions.id, sessionId)).run();
  });
}

/** Revokes one session; false where it was revoked before. */
export function revokeSessionRow(tx: Db, sessionId: string, at: string): boolean {
  const result = tx
    .update(userSessions)
    .set({ revokedAt: at })
    .where(and(eq(userSessions.id, sessionId), isNull(userSessions.revokedAt)))
    .run();
  return result.changes === 1;
}

/** Revokes every session of a person, but for `exceptId`; the ids of those it revoked. */
export function revokeSessionsOf(tx: Db, userId: string, exceptId: string | null, at: string): string[] {
  return tx
    .update(userSessions)
    .set({ revokedAt: at })
    .where(
      and(
        eq(userSessions.userId, userId),
        isNull(userSessions.revokedAt),
        exceptId === null ? undefined : ne(userSessions.id, exceptId),
      ),
    )
    .returning({ id: userSessions.id })
    .all()
    .map((row) => row.id);
}

/** When each person was last here, by their newest session, revoked ones included. */
export function lastSeenByUser(db: Db): ReadonlyMap<string, string> {
  const rows = db
    .select({ userId: userSessions.userId, at: max(userSessions.lastSeenAt) })
    .from(userSessions)
    .groupBy(userSessions.userId)
    .all();
  return new Map(rows.flatMap((row) => (row.at === null ? [] : [[row.userId, row.at] as const])));
}
