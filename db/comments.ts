import { and, asc, count, eq, getTableColumns, gt, inArray } from 'drizzle-orm';
import type { Db } from './client';
import { commentMentions, comments, commentThreads } from './schema/comments';
import { users } from './schema/people';

export type ThreadRow = typeof commentThreads.$inferSelect;
export type CommentRow = typeof comments.$inferSelect;
/** A comment with the name of whoever wrote it. */
export type SignedComment = CommentRow & { readonly byName: string };

/** All threads on a document, those of every ring included: whoever shows them asks the policy for each. */
export function threadsOn(db: Db, documentId: string): ThreadRow[] {
  return db
    .select()
    .from(commentThreads)
    .where(eq(commentThreads.documentId, documentId))
    .orderBy(asc(commentThreads.at), asc(commentThreads.id))
    .all();
}

export function findThread(db: Db, id: string): ThreadRow | null {
  return db.select().from(commentThreads).where(eq(commentThreads.id, id)).get() ?? null;
}

export function insertThread(tx: Db, row: ThreadRow): void {
  tx.insert(commentThreads).values(row).run();
}

/** A thread keeps its words for ever: only who sees it, and whether it is resolved, changes. */
export function changeThread(
  tx: Db,
  id: string,
  change: Partial<Pick<ThreadRow, 'ring' | 'country' | 'resolvedAt' | 'resolvedBy'>>,
): void {
  tx.update(commentThreads).set(change).where(eq(commentThreads.id, id)).run();
}

/** The comments of these threads, oldest first, those that were taken back included. */
export function commentsIn(db: Db, threadIds: readonly string[]): SignedComment[] {
  if (threadIds.length === 0) return [];
  return db
    .select({ ...getTableColumns(comments), byName: users.name })
    .from(comments)
    .innerJoin(users, eq(users.id, comments.by))
    .where(inArray(comments.threadId, [...threadIds]))
    .orderBy(asc(comments.at), asc(comments.id))
    .all();
}

export function insertComment(tx: Db, row: CommentRow, mentioned: readonly string[]): void {
  tx.insert(comments).values(row).run();
  if (mentioned.length === 0) return;
  tx.insert(commentMentions)
    .values(mentioned.map((userId) => ({ commentId: row.id, userId })))
    .run();
}

/** Takes the words away for good; that there was a comment stays (CO12). */
export function eraseComment(tx: Db, id: string, at: string): void {
  tx.update(comments).set({ words: '', takenBackAt: at }).where(eq(comments.id, id)).run();
  tx.delete(commentMentions).where(eq(commentMentions.commentId, id)).run();
}

/** How many comments a person wrote after an instant, anywhere. */
export function commentsBy(db: Db, userId: string, after: string): number {
  const row = db
    .select({ written: count() })
    .from(comments)
    .where(and(eq(comments.by, userId), gt(comments.at, after)))
    .get();
  return row?.written ?? 0;
}
