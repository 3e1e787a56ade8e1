import { and, eq, getTableColumns, notInArray } from 'drizzle-orm';
import type { Db } from './client';
import { meetingReports } from './schema/cycle';
import { documents } from './schema/documents';

export type MeetingReportRow = typeof meetingReports.$inferSelect;

/** The reports of a meeting that are worked on or done: one that was withdrawn makes room for another. */
export function reportsOfMeeting(db: Db, meetingId: string): MeetingReportRow[] {
  return db
    .select(getTableColumns(meetingReports))
    .from(meetingReports)
    .innerJoin(documents, eq(documents.id, meetingReports.documentId))
    .where(
      and(eq(meetingReports.meetingId, meetingId), notInArray(documents.state, ['withdrawn', 'notAdopted'])),
    )
    .all();
}

export function findMeetingReport(db: Db, meetingId: string, language: string): MeetingReportRow | null {
  return reportsOfMeeting(db, meetingId).find((report) => report.language === language) ?? null;
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
