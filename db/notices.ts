import { and, eq, inArray } from 'drizzle-orm';
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
