import { and, eq } from 'drizzle-orm';
import type { Db } from './client';
import { meetingReports } from './schema/cycle';

export type MeetingReportRow = typeof meetingReports.$inferSelect;

export function reportsOfMeeting(db: Db, meetingId: string): MeetingReportRow[] {
  return db.select().from(meetingReports).where(eq(meetingReports.meetingId, meetingId)).all();
}

export function findMeetingReport(db: Db, meetingId: string, language: string): MeetingReportRow | null {
  return (
    db
      .select()
      .from(meetingReports)
      .where(and(eq(meetingReports.meetingId, meetingId), eq(meetingReports.language, language)))
      .get() ?? null
  );
}

/** Notes the document that a report is, or that it was drafted anew at this instant. */
export function keepMeetingReport(tx: Db, row: MeetingReportRow): void {
  tx.insert(meetingReports)
    .values(row)
    .onConflictDoUpdate({
      target: [meetingReports.meetingId, meetingReports.language],
      set: { documentId: row.documentId, at: row.at },
    })
    .run();
}
