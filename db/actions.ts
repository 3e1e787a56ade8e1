import { and, asc, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import type { Db } from './client';
import { meetings } from './schema/bodies';
import { actionItems, actionReports } from './schema/cycle';

type StoredAction = typeof actionItems.$inferSelect;
export type ActionRow = Omit<StoredAction, 'who'> & { readonly who: readonly string[] };
export type ActionReportRow = typeof actionReports.$inferSelect;

function readAction({ who, ...row }: StoredAction): ActionRow {
  return { ...row, who: JSON.parse(who) as string[] };
}

export function insertAction(tx: Db, { who, ...row }: ActionRow): void {
  tx.insert(actionItems)
    .values({ ...row, who: JSON.stringify(who) })
    .run();
}

/** Changes an action on condition that it stands as `rev` says; false where somebody was faster. */
export function changeAction(
  tx: Db,
  id: string,
  rev: number,
  { who, ...change }: Partial<Pick<ActionRow, 'wording' | 'wordingThai' | 'who' | 'dueOn' | 'state'>>,
): boolean {
  const done = tx
    .update(actionItems)
    .set({ ...change, ...(who === undefined ? {} : { who: JSON.stringify(who) }), rev: rev + 1 })
    .where(and(eq(actionItems.id, id), eq(actionItems.rev, rev)))
    .run();
  return done.changes === 1;
}

/** An action with the body of its meeting, or null. */
export function findAction(db: Db, id: string): (ActionRow & { readonly bodyId: string }) | null {
  const found = db
    .select({ action: actionItems, bodyId: meetings.bodyId })
    .from(actionItems)
    .innerJoin(meetings, eq(meetings.id, actionItems.meetingId))
    .where(eq(actionItems.id, id))
    .get();
  return found === undefined ? null : { ...readAction(found.action), bodyId: found.bodyId };
}

/** Actions that these meetings gave, in the order in which they were given. */
export function actionsOf(db: Db, meetingIds: readonly string[]): ActionRow[] {
  if (meetingIds.length === 0) return [];
  return db
    .select()
    .from(actionItems)
    .where(inArray(actionItems.meetingId, [...meetingIds]))
    .orderBy(asc(actionItems.createdAt), asc(actionItems.id))
    .all()
    .map(readAction);
}

/** Open actions of every body that are due on some day, with their bodies and meetings. */
export function openActionsDue(db: Db) {
  return db
    .select({ action: actionItems, bodyId: meetings.bodyId, meeting: meetings.title })
    .from(actionItems)
    .innerJoin(meetings, eq(meetings.id, actionItems.meetingId))
    .where(and(eq(actionItems.state, 'open'), isNotNull(actionItems.dueOn)))
    .orderBy(asc(actionItems.dueOn), asc(actionItems.id))
    .all()
    .map(({ action, ...rest }) => ({ action: readAction(action), ...rest }));
}

export function insertActionReport(tx: Db, row: ActionReportRow): void {
  tx.insert(actionReports).values(row).run();
}

/** What was reported on these actions, oldest first. */
export function actionReportsOf(db: Db, actionIds: readonly string[]): ActionReportRow[] {
  if (actionIds.length === 0) return [];
  return db
    .select()
    .from(actionReports)
    .where(inArray(actionReports.actionId, [...actionIds]))
    .orderBy(asc(actionReports.at), sql`rowid`)
    .all();
}
