import { asc, eq, inArray, max } from 'drizzle-orm';
import type { Db } from './client';
import { meetings } from './schema/bodies';
import { meetingDecisions } from './schema/cycle';
import { decisions } from './schema/documents';
import { tierDecisions } from './schema/record';

export type MeetingDecisionRow = typeof meetingDecisions.$inferSelect;

/** Decisions of these meetings, each meeting's in its own order. */
export function meetingDecisionsOf(db: Db, meetingIds: readonly string[]): MeetingDecisionRow[] {
  if (meetingIds.length === 0) return [];
  return db
    .select()
    .from(meetingDecisions)
    .where(inArray(meetingDecisions.meetingId, [...meetingIds]))
    .orderBy(asc(meetingDecisions.meetingId), asc(meetingDecisions.number))
    .all();
}

/** A decision with the body of its meeting, or null. */
export function findMeetingDecision(db: Db, id: string): (MeetingDecisionRow & { bodyId: string }) | null {
  const found = db
    .select({ row: meetingDecisions, bodyId: meetings.bodyId })
    .from(meetingDecisions)
    .innerJoin(meetings, eq(meetings.id, meetingDecisions.meetingId))
    .where(eq(meetingDecisions.id, id))
    .get();
  return found === undefined ? null : { ...found.row, bodyId: found.bodyId };
}

export function nextDecisionNumber(db: Db, meetingId: string): number {
  const last = db
    .select({ number: max(meetingDecisions.number) })
    .from(meetingDecisions)
    .where(eq(meetingDecisions.meetingId, meetingId))
    .get();
  return (last?.number ?? 0) + 1;
}

/** Ids that decisions of a body’s meetings report or put right, with the id of the decision that does. */
export function namedByDecisions(db: Db, bodyId: string): Map<string, string> {
  const rows = db
    .select({ id: meetingDecisions.id, of: meetingDecisions.ofDecisionId })
    .from(meetingDecisions)
    .innerJoin(meetings, eq(meetings.id, meetingDecisions.meetingId))
    .where(eq(meetings.bodyId, bodyId))
    .all();
  return new Map(rows.flatMap(({ id, of }) => (of === null ? [] : [[of, id] as const])));
}

export function insertMeetingDecision(tx: Db, row: MeetingDecisionRow): void {
  tx.insert(meetingDecisions).values(row).run();
}

/** A decision on a text, of whichever table, in short; or null. */
export function findDecisionOnText(db: Db, id: string) {
  for (const table of [decisions, tierDecisions]) {
    const found = db
      .select({ id: table.id, documentId: table.documentId, meetingId: table.meetingId, verb: table.verb })
      .from(table)
      .where(eq(table.id, id))
      .get();
    if (found !== undefined) return found;
  }
  return null;
}

/** Documents on which a meeting took decisions of its own, by the tables of texts. */
export function documentsDecidedAt(db: Db, meetingId: string): string[] {
  const found = [decisions, tierDecisions].flatMap((table) =>
    db.select({ id: table.documentId }).from(table).where(eq(table.meetingId, meetingId)).all(),
  );
  return [...new Set(found.map(({ id }) => id))];
}
