import { and, eq, isNull } from 'drizzle-orm';
import type { Db } from './client';
import { oneTimeLinks } from './schema/people';

export type LinkRow = typeof oneTimeLinks.$inferSelect;

export function insertLink(tx: Db, link: Omit<LinkRow, 'usedAt'>): void {
  tx.insert(oneTimeLinks).values(link).run();
}

export function linkByHash(db: Db, hash: string): LinkRow | null {
  return db.select().from(oneTimeLinks).where(eq(oneTimeLinks.hash, hash)).get() ?? null;
}

/** The unused link of a person, whether or not it is still in time. */
export function unusedLinkOf(db: Db, userId: string): LinkRow | null {
  return (
    db
      .select()
      .from(oneTimeLinks)
      .where(and(eq(oneTimeLinks.userId, userId), isNull(oneTimeLinks.usedAt)))
      .get() ?? null
  );
}

/** Uses up a link; false where somebody was faster. */
export function consumeLink(tx: Db, hash: string, at: string): boolean {
  const result = tx
    .update(oneTimeLinks)
    .set({ usedAt: at })
    .where(and(eq(oneTimeLinks.hash, hash), isNull(oneTimeLinks.usedAt)))
    .run();
  return result.changes === 1;
}

/** A new link for a person makes the older ones worthless; null means the set-up links. */
export function deleteUnusedLinks(tx: Db, userId: string | null): void {
  tx.delete(oneTimeLinks)
    .where(
      and(
        userId === null ? eq(oneTimeLinks.purpose, 'setup') : eq(oneTimeLinks.userId, userId),
        isNull(oneTimeLinks.usedAt),
      ),
    )
    .run();
}
