import { and, desc, eq, gte, inArray, isNull, lt, sql } from 'drizzle-orm';
import type { Role } from '../domain/body/grants';
import type { Db } from './client';
import { appointments } from './schema/bodies';
import { notices } from './schema/notices';

export type NoticeRow = typeof notices.$inferSelect;

/** Writes a notice, once for each person and key; false where the person was told before. */
export function insertNotice(tx: Db, row: NoticeRow): boolean {
  return tx.insert(notices).values(row).onConflictDoNothing().run().changes === 1;
}

/** People with an appointment to one of these roles in a body, at any time: the caller asks who holds it now. */
export function peopleAppointed(db: Db, bodyId: string, roles: readonly Role[]): string[] {
  if (roles.length === 0) return [];
  const rows = db
    .selectDistinct({ userId: appointments.userId })
    .from(appointments)
    .where(and(eq(appointments.bodyId, bodyId), inArray(appointments.role, [...roles])))
    .all();
  return rows.map((row) => row.userId);
}

export interface NoticePage {
  readonly unreadOnly: boolean;
  readonly documentId: string | null;
  /** Older than this notice (instant and id) only. */
  readonly before: { readonly at: string; readonly id: string } | null;
  readonly limit: number;
}

/** Notices of a person, newest first. */
export function noticesOf(db: Db, userId: string, page: NoticePage): NoticeRow[] {
  const { before } = page;
  return db
    .select()
    .from(notices)
    .where(
      and(
        eq(notices.userId, userId),
        page.unreadOnly ? isNull(notices.readAt) : undefined,
        page.documentId === null ? undefined : eq(notices.documentId, page.documentId),
        before === null ? undefined : sql`(${notices.at}, ${notices.id}) < (${before.at}, ${before.id})`,
      ),
    )
    .orderBy(desc(notices.at), desc(notices.id))
    .limit(page.limit)
    .all();
}

export function noticesById(db: Db, userId: string, ids: readonly string[]): NoticeRow[] {
  if (ids.length === 0) return [];
  return db
    .select()
    .from(notices)
    .where(and(eq(notices.userId, userId), inArray(notices.id, [...ids])))
    .orderBy(desc(notices.at))
    .all();
}

/** What a person was told in [from, to) and has not read. */
export function unreadBetween(db: Db, userId: string, from: string, to: string): NoticeRow[] {
  return db
    .select()
    .from(notices)
    .where(and(eq(notices.userId, userId), isNull(notices.readAt), gte(notices.at, from), lt(notices.at, to)))
    .orderBy(desc(notices.at))
    .all();
}

/** Documents that a person has notices of. */
export function documentsNoticed(db: Db, userId: string): string[] {
  return db
    .selectDistinct({ documentId: notices.documentId })
    .from(notices)
    .where(eq(notices.userId, userId))
    .all()
    .flatMap((row) => row.documentId ?? []);
}

/** Marks notices of this person as read; others' are not touched whatever their ids. Null: all of them. */
export function markRead(tx: Db, userId: string, ids: readonly string[] | null, at: string): number {
  return tx
    .update(notices)
    .set({ readAt: at })
    .where(
      and(
        eq(notices.userId, userId),
        isNull(notices.readAt),
        ids === null ? undefined : inArray(notices.id, [...ids]),
      ),
    )
    .run().changes;
}
