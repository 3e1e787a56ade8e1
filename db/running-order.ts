import { asc, eq } from 'drizzle-orm';
import type { Db } from './client';
import { meetingSessions } from './schema/cycle';

export type SessionRow = typeof meetingSessions.$inferSelect;

/** Sessions of a meeting by day and hour. */
export function sessionsOf(db: Db, meetingId: string): SessionRow[] {
  return db
    .select()
    .from(meetingSessions)
    .where(eq(meetingSessions.meetingId, meetingId))
    .orderBy(asc(meetingSessions.day), asc(meetingSessions.startsAt))
    .all();
}

export function findSession(db: Db, id: string): SessionRow | null {
  return db.select().from(meetingSessions).where(eq(meetingSessions.id, id)).get() ?? null;
}

export function insertSession(tx: Db, row: SessionRow): void {
  tx.insert(meetingSessions).values(row).run();
}

export function changeSession(
  tx: Db,
  id: string,
  change: Partial<Omit<SessionRow, 'id' | 'meetingId'>>,
): void {
  tx.update(meetingSessions).set(change).where(eq(meetingSessions.id, id)).run();
}

export function deleteSession(tx: Db, id: string): void {
  tx.delete(meetingSessions).where(eq(meetingSessions.id, id)).run();
}

/** Sessions of an item that leaves the agenda stay, under none. */
export function unlinkSessions(tx: Db, agendaItemId: string): void {
  tx.update(meetingSessions)
    .set({ agendaItemId: null })
    .where(eq(meetingSessions.agendaItemId, agendaItemId))
    .run();
}
