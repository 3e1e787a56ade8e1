import { asc, count, desc, eq, inArray } from 'drizzle-orm';
import type { Db } from './client';
import { agendaItems, attendances, countries, meetings } from './schema/bodies';
import { meetingDecisions } from './schema/cycle';
import { decisions, documents } from './schema/documents';
import { tierDecisions } from './schema/record';
import { silenceRuns } from './schema/silence';

export type MeetingRow = typeof meetings.$inferSelect;
export type AgendaItemRow = typeof agendaItems.$inferSelect;

/** Meetings of these bodies, the latest first. */
export function listMeetings(db: Db, bodyIds: readonly string[]): MeetingRow[] {
  if (bodyIds.length === 0) return [];
  return db
    .select()
    .from(meetings)
    .where(inArray(meetings.bodyId, [...bodyIds]))
    .orderBy(desc(meetings.startsOn), asc(meetings.createdAt))
    .all();
}

export function findMeeting(db: Db, meetingId: string): MeetingRow | undefined {
  return db.select().from(meetings).where(eq(meetings.id, meetingId)).get();
}

export function insertMeeting(tx: Db, row: MeetingRow): void {
  tx.insert(meetings).values(row).run();
}

export function updateMeeting(
  tx: Db,
  meetingId: string,
  change: Partial<Omit<MeetingRow, 'id' | 'bodyId' | 'createdAt'>>,
): void {
  tx.update(meetings).set(change).where(eq(meetings.id, meetingId)).run();
}

/** The agenda in its order. */
export function listAgendaItems(db: Db, meetingId: string): AgendaItemRow[] {
  return db
    .select()
    .from(agendaItems)
    .where(eq(agendaItems.meetingId, meetingId))
    .orderBy(asc(agendaItems.position), asc(agendaItems.id))
    .all();
}

export function findAgendaItem(db: Db, agendaItemId: string): AgendaItemRow | undefined {
  return db.select().from(agendaItems).where(eq(agendaItems.id, agendaItemId)).get();
}

export function insertAgendaItem(tx: Db, row: AgendaItemRow): void {
  tx.insert(agendaItems).values(row).run();
}

export function updateAgendaItem(
  tx: Db,
  agendaItemId: string,
  change: Partial<Omit<AgendaItemRow, 'id' | 'meetingId'>>,
): void {
  tx.update(agendaItems).set(change).where(eq(agendaItems.id, agendaItemId)).run();
}

export function deleteAgendaItem(tx: Db, agendaItemId: string): void {
  tx.delete(agendaItems).where(eq(agendaItems.id, agendaItemId)).run();
}

/** How much hangs on an agenda item: documents placed under it, decisions taken and silences begun under it. */
export function countUnderAgendaItem(db: Db, agendaItemId: string): { documents: number; decisions: number } {
  const placed = db
    .select({ n: count() })
    .from(documents)
    .where(eq(documents.agendaItemId, agendaItemId))
    .get();
  const taken = db
    .select({ n: count() })
    .from(decisions)
    .where(eq(decisions.agendaItemId, agendaItemId))
    .get();
  const begun = db
    .select({ n: count() })
    .from(silenceRuns)
    .where(eq(silenceRuns.agendaItemId, agendaItemId))
    .get();
  const others = [tierDecisions, meetingDecisions].map(
    (table) =>
      db.select({ n: count() }).from(table).where(eq(table.agendaItemId, agendaItemId)).get()?.n ?? 0,
  );
  const decided = others.reduce((sum, n) => sum + n, (taken?.n ?? 0) + (begun?.n ?? 0));
  return { documents: placed?.n ?? 0, decisions: decided };
}

/** Codes of the delegations at each meeting, in the English alphabetical order. */
export function attendanceOf(db: Db, meetingIds: readonly string[]): Map<string, string[]> {
  const found = new Map<string, string[]>(meetingIds.map((id) => [id, []]));
  if (meetingIds.length === 0) return found;
  const rows = db
    .select({ meetingId: attendances.meetingId, country: attendances.country })
    .from(attendances)
    .innerJoin(countries, eq(countries.code, attendances.country))
    .where(inArray(attendances.meetingId, [...meetingIds]))
    .orderBy(asc(countries.sortKey))
    .all();
  for (const row of rows) found.get(row.meetingId)?.push(row.country);
  return found;
}

export function replaceAttendance(tx: Db, meetingId: string, codes: readonly string[]): void {
  tx.delete(attendances).where(eq(attendances.meetingId, meetingId)).run();
  for (const country of new Set(codes)) tx.insert(attendances).values({ meetingId, country }).run();
}
