import { and, asc, desc, eq, getTableColumns, gt, inArray, isNotNull, isNull, max, sql } from 'drizzle-orm';
import type { Activity } from '../domain/plan/matrix';
import type { Db } from './client';
import { users } from './schema/people';
import { activities, activityChanges, planResults, planSnapshots, plans } from './schema/plans';

export type PlanRow = typeof plans.$inferSelect;
export type PlanResultRow = typeof planResults.$inferSelect;
export type ActivityRow = typeof activities.$inferSelect;
export type ActivityChangeRow = typeof activityChanges.$inferSelect;
export type PlanSnapshotRow = typeof planSnapshots.$inferSelect;

/** An activity as the domain knows it, with who changed it last. */
export type StandingActivity = Activity & {
  readonly planId: string;
  readonly changedBy: string;
  readonly changedAt: string;
};

export function insertPlan(tx: Db, row: PlanRow): void {
  tx.insert(plans).values(row).run();
}

export function changePlan(
  tx: Db,
  id: string,
  change: Partial<Omit<PlanRow, 'id' | 'bodyId' | 'createdBy' | 'createdAt'>>,
): void {
  tx.update(plans).set(change).where(eq(plans.id, id)).run();
}

export function findPlan(db: Db, id: string): PlanRow | null {
  return db.select().from(plans).where(eq(plans.id, id)).get() ?? null;
}

/** Plans of these bodies, the latest years first. */
export function plansOf(db: Db, bodyIds: readonly string[]): PlanRow[] {
  if (bodyIds.length === 0) return [];
  return db
    .select()
    .from(plans)
    .where(inArray(plans.bodyId, [...bodyIds]))
    .orderBy(desc(plans.fromYear), asc(plans.title))
    .all();
}

export function insertResult(tx: Db, row: PlanResultRow): void {
  tx.insert(planResults).values(row).run();
}

export function changeResult(
  tx: Db,
  id: string,
  change: Partial<Omit<PlanResultRow, 'id' | 'planId'>>,
): void {
  tx.update(planResults).set(change).where(eq(planResults.id, id)).run();
}

/** Results of a plan that stand. */
export function resultsOf(db: Db, planId: string): PlanResultRow[] {
  return db
    .select()
    .from(planResults)
    .where(and(eq(planResults.planId, planId), isNull(planResults.removedAt)))
    .orderBy(asc(planResults.position))
    .all();
}

/** Results of a plan, those removed too: what changes of old speak of. */
export function everyResultOf(db: Db, planId: string): PlanResultRow[] {
  return db.select().from(planResults).where(eq(planResults.planId, planId)).all();
}

function asActivity({ leads, coLeads, removedAt: _, ...row }: ActivityRow): StandingActivity {
  return { ...row, leads: JSON.parse(leads) as string[], coLeads: JSON.parse(coLeads) as string[] };
}

/** Activities of a plan that stand, by their places. */
export function activitiesOf(db: Db, planId: string): StandingActivity[] {
  return db
    .select()
    .from(activities)
    .where(and(eq(activities.planId, planId), isNull(activities.removedAt)))
    .orderBy(asc(activities.position), asc(activities.id))
    .all()
    .map(asActivity);
}

/** So many standing activities after a place in the table, in no order, and the place after them; for reading in turns. */
export function someActivities(
  db: Db,
  planId: string,
  after: number,
  most: number,
): { readonly activities: StandingActivity[]; readonly last: number } {
  const rows = db
    .select({ ...getTableColumns(activities), place: ROWID })
    .from(activities)
    .where(and(eq(activities.planId, planId), gt(ROWID, after)))
    .orderBy(asc(ROWID))
    .limit(most)
    .all();
  return {
    activities: rows.flatMap(({ place: _, ...row }) => (row.removedAt === null ? [asActivity(row)] : [])),
    last: rows.length < most ? Number.POSITIVE_INFINITY : (rows.at(-1)?.place ?? 0),
  };
}

const ROWID = sql<number>`${activities}.rowid`;

/** The activity, or null where it is unknown or removed. */
export function findActivity(db: Db, id: string): StandingActivity | null {
  const row = db
    .select()
    .from(activities)
    .where(and(eq(activities.id, id), isNull(activities.removedAt)))
    .get();
  return row === undefined ? null : asActivity(row);
}

/** The activity as it was when it was taken out, or null where it stands or is unknown. */
export function findRemovedActivity(db: Db, id: string): StandingActivity | null {
  const row = db
    .select()
    .from(activities)
    .where(and(eq(activities.id, id), isNotNull(activities.removedAt)))
    .get();
  return row === undefined ? null : asActivity(row);
}

type ActivityFields = Omit<StandingActivity, 'planId' | 'id'>;

export function activityColumns({ leads, coLeads, ...rest }: ActivityFields) {
  return { ...rest, leads: JSON.stringify(leads), coLeads: JSON.stringify(coLeads) };
}

/** How many rows go into one statement: SQLite takes a limited number of values at once. */
const AT_ONCE = 200;

export function insertActivities(tx: Db, rows: readonly StandingActivity[]): void {
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    const some = rows.slice(at, at + AT_ONCE);
    tx.insert(activities)
      .values(
        some.map(({ id, planId, ...fields }) => ({
          id,
          planId,
          removedAt: null,
          ...activityColumns(fields),
        })),
      )
      .run();
  }
}

/** Writes an activity as it now stands; whether nobody was faster was asked in the same transaction. */
export function saveActivity(tx: Db, { id, planId: _, ...fields }: StandingActivity): void {
  tx.update(activities).set(activityColumns(fields)).where(eq(activities.id, id)).run();
}

export function removeActivityRow(tx: Db, id: string, by: string, at: string): void {
  tx.update(activities)
    .set({ removedAt: at, changedBy: by, changedAt: at })
    .where(eq(activities.id, id))
    .run();
}

export function restoreActivityRow(
  tx: Db,
  id: string,
  { rev, position }: Pick<Activity, 'rev' | 'position'>,
  by: string,
  at: string,
): void {
  tx.update(activities)
    .set({ removedAt: null, rev, position, changedBy: by, changedAt: at })
    .where(eq(activities.id, id))
    .run();
}

export function insertChanges(tx: Db, rows: readonly ActivityChangeRow[]): void {
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    tx.insert(activityChanges)
      .values(rows.slice(at, at + AT_ONCE))
      .run();
  }
}

export type NamedChange = ActivityChangeRow & { readonly byName: string };

function changes(db: Db) {
  return db
    .select({
      id: activityChanges.id,
      planId: activityChanges.planId,
      activityId: activityChanges.activityId,
      seq: activityChanges.seq,
      field: activityChanges.field,
      before: activityChanges.before,
      after: activityChanges.after,
      country: activityChanges.country,
      by: activityChanges.by,
      at: activityChanges.at,
      byName: users.name,
    })
    .from(activityChanges)
    .innerJoin(users, eq(users.id, activityChanges.by));
}

/** What changed of a plan after `seq`, in the order in which it happened. */
export function changesSince(db: Db, planId: string, seq: number): NamedChange[] {
  return changes(db)
    .where(and(eq(activityChanges.planId, planId), gt(activityChanges.seq, seq)))
    .orderBy(asc(activityChanges.seq))
    .all();
}

/** Everything that was changed of an activity, the latest first. */
export function changesOf(db: Db, activityId: string): NamedChange[] {
  return changes(db)
    .where(eq(activityChanges.activityId, activityId))
    .orderBy(desc(activityChanges.seq))
    .all();
}

export function insertSnapshot(tx: Db, row: PlanSnapshotRow): void {
  tx.insert(planSnapshots).values(row).run();
}

export function lastSnapshotNumber(db: Db, planId: string): number {
  const found = db
    .select({ last: max(planSnapshots.number) })
    .from(planSnapshots)
    .where(eq(planSnapshots.planId, planId))
    .get();
  return found?.last ?? 0;
}

export function findSnapshot(db: Db, planId: string, number: number): PlanSnapshotRow | null {
  const { planId: ofPlan, number: itsNumber } = planSnapshots;
  return (
    db
      .select()
      .from(planSnapshots)
      .where(and(eq(ofPlan, planId), eq(itsNumber, number)))
      .get() ?? null
  );
}

/** Kept matrices of a plan without their words, the latest first. */
export function snapshotsOf(db: Db, planId: string) {
  return db
    .select({
      number: planSnapshots.number,
      name: planSnapshots.name,
      hash: planSnapshots.hash,
      at: planSnapshots.at,
      byName: users.name,
    })
    .from(planSnapshots)
    .innerJoin(users, eq(users.id, planSnapshots.by))
    .where(eq(planSnapshots.planId, planId))
    .orderBy(desc(planSnapshots.number))
    .all();
}
