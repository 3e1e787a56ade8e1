import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm';
import type { Db } from './client';
import { centreProgrammes, centreReports, centreThemes, resourceCentres } from './schema/cycle';

export type CentreRow = typeof resourceCentres.$inferSelect;
export type ThemeRow = typeof centreThemes.$inferSelect;
export type ProgrammeRow = typeof centreProgrammes.$inferSelect;
export type CentreReportRow = typeof centreReports.$inferSelect;

export function insertCentre(tx: Db, row: CentreRow): void {
  tx.insert(resourceCentres).values(row).run();
}

export function changeCentre(tx: Db, id: string, change: Partial<Omit<CentreRow, 'id' | 'bodyId'>>): void {
  tx.update(resourceCentres).set(change).where(eq(resourceCentres.id, id)).run();
}

export function findCentre(db: Db, id: string): CentreRow | null {
  return db.select().from(resourceCentres).where(eq(resourceCentres.id, id)).get() ?? null;
}

/** The centres of these bodies. */
export function centresOf(db: Db, bodyIds: readonly string[]): CentreRow[] {
  if (bodyIds.length === 0) return [];
  return db
    .select()
    .from(resourceCentres)
    .where(inArray(resourceCentres.bodyId, [...bodyIds]))
    .orderBy(asc(resourceCentres.country), asc(resourceCentres.since))
    .all();
}

export function insertTheme(tx: Db, row: ThemeRow): void {
  tx.insert(centreThemes).values(row).run();
}

export function endTheme(tx: Db, id: string, to: string): void {
  tx.update(centreThemes).set({ to }).where(eq(centreThemes.id, id)).run();
}

/** Themes of these centres, the newest first. */
export function themesOf(db: Db, centreIds: readonly string[]): ThemeRow[] {
  if (centreIds.length === 0) return [];
  return db
    .select()
    .from(centreThemes)
    .where(inArray(centreThemes.centreId, [...centreIds]))
    .orderBy(desc(centreThemes.from))
    .all();
}

export function insertProgramme(tx: Db, row: ProgrammeRow): void {
  tx.insert(centreProgrammes).values(row).run();
}

export function findProgramme(db: Db, id: string): ProgrammeRow | null {
  return db.select().from(centreProgrammes).where(eq(centreProgrammes.id, id)).get() ?? null;
}

/** Changes a programme on condition that nobody did since `rev` was read; false where somebody was faster. */
export function changeProgramme(tx: Db, id: string, rev: number, change: Partial<ProgrammeRow>): boolean {
  const done = tx
    .update(centreProgrammes)
    .set({ ...change, rev: rev + 1 })
    .where(and(eq(centreProgrammes.id, id), eq(centreProgrammes.rev, rev)))
    .run();
  return done.changes === 1;
}

/** Programmes of these centres that stand, the latest first. */
export function programmesOf(db: Db, centreIds: readonly string[]): ProgrammeRow[] {
  if (centreIds.length === 0) return [];
  return db
    .select()
    .from(centreProgrammes)
    .where(and(inArray(centreProgrammes.centreId, [...centreIds]), isNull(centreProgrammes.removedAt)))
    .orderBy(desc(centreProgrammes.startsOn))
    .all();
}

/** Writes the report of a year, or writes it anew while it is not submitted. */
export function saveCentreReport(tx: Db, row: CentreReportRow): void {
  const { words, state, by, at, submittedAt } = row;
  tx.insert(centreReports)
    .values(row)
    .onConflictDoUpdate({
      target: [centreReports.centreId, centreReports.year],
      set: { words, state, by, at, submittedAt },
    })
    .run();
}

export function findCentreReport(db: Db, centreId: string, year: number): CentreReportRow | null {
  return (
    db
      .select()
      .from(centreReports)
      .where(and(eq(centreReports.centreId, centreId), eq(centreReports.year, year)))
      .get() ?? null
  );
}

/** Reports of these centres, the latest year first. */
export function centreReportsOf(db: Db, centreIds: readonly string[]): CentreReportRow[] {
  if (centreIds.length === 0) return [];
  return db
    .select()
    .from(centreReports)
    .where(inArray(centreReports.centreId, [...centreIds]))
    .orderBy(desc(centreReports.year))
    .all();
}
