import { and, asc, desc, eq, inArray, lte, ne } from 'drizzle-orm';
import type { MonitoringRules } from '../domain/monitoring/lights';
import type { Db } from './client';
import {
  indicators,
  indicatorTargets,
  manualLights,
  monitoringRules,
  returns,
  returnValues,
} from './schema/plans';

type Stored = typeof indicators.$inferSelect;
/** An indicator with its steps as a list. */
export type IndicatorRow = Omit<Stored, 'scale'> & { readonly scale: readonly string[] };
export type TargetRow = typeof indicatorTargets.$inferSelect;
export type ManualLightRow = typeof manualLights.$inferSelect;

function asIndicator({ scale, ...row }: Stored): IndicatorRow {
  return { ...row, scale: JSON.parse(scale) as string[] };
}

export function insertIndicator(tx: Db, { scale, ...row }: IndicatorRow): void {
  tx.insert(indicators)
    .values({ ...row, scale: JSON.stringify(scale) })
    .run();
}

/** Changes an indicator on condition that nobody did since `rev` was read; false where somebody was faster. */
export function changeIndicator(
  tx: Db,
  id: string,
  rev: number,
  { scale, ...change }: Partial<Omit<IndicatorRow, 'id' | 'planId' | 'rev'>>,
): boolean {
  const steps = scale === undefined ? {} : { scale: JSON.stringify(scale) };
  const done = tx
    .update(indicators)
    .set({ ...change, ...steps, rev: rev + 1 })
    .where(and(eq(indicators.id, id), eq(indicators.rev, rev)))
    .run();
  return done.changes === 1;
}

export function findIndicator(db: Db, id: string): IndicatorRow | null {
  const row = db.select().from(indicators).where(eq(indicators.id, id)).get();
  return row === undefined ? null : asIndicator(row);
}

/** Indicators of a plan by their places, those retired too. */
export function indicatorsOf(db: Db, planId: string): IndicatorRow[] {
  return db
    .select()
    .from(indicators)
    .where(eq(indicators.planId, planId))
    .orderBy(asc(indicators.position), asc(indicators.code))
    .all()
    .map(asIndicator);
}

/** Whether any country ever released a figure on it. What is only drafted is nobody else's to know. */
export function hasReleasedFigures(db: Db, indicatorId: string): boolean {
  return (
    db
      .select({ id: returnValues.id })
      .from(returnValues)
      .innerJoin(returns, eq(returns.id, returnValues.returnId))
      .where(
        and(
          eq(returnValues.indicatorId, indicatorId),
          ne(returnValues.kind, 'notReported'),
          lte(returnValues.at, returns.submittedAt),
        ),
      )
      .limit(1)
      .get() !== undefined
  );
}

/** Puts these targets in the place of all that stood. */
export function replaceTargets(tx: Db, indicatorId: string, rows: readonly TargetRow[]): void {
  tx.delete(indicatorTargets).where(eq(indicatorTargets.indicatorId, indicatorId)).run();
  if (rows.length > 0)
    tx.insert(indicatorTargets)
      .values([...rows])
      .run();
}

export function targetsOf(db: Db, indicatorIds: readonly string[]): TargetRow[] {
  if (indicatorIds.length === 0) return [];
  return db
    .select()
    .from(indicatorTargets)
    .where(inArray(indicatorTargets.indicatorId, [...indicatorIds]))
    .orderBy(asc(indicatorTargets.period), asc(indicatorTargets.country))
    .all();
}

export function insertLight(tx: Db, row: ManualLightRow): void {
  tx.insert(manualLights).values(row).run();
}

/** Lights set by hand, the newest first. */
export function lightsOf(db: Db, indicatorIds: readonly string[]): ManualLightRow[] {
  if (indicatorIds.length === 0) return [];
  return db
    .select()
    .from(manualLights)
    .where(inArray(manualLights.indicatorId, [...indicatorIds]))
    .orderBy(desc(manualLights.at))
    .all();
}

/** What a body has said of its monitoring, or null. */
export function monitoringRulesOf(db: Db, bodyId: string): MonitoringRules | null {
  return db.select().from(monitoringRules).where(eq(monitoringRules.bodyId, bodyId)).get() ?? null;
}

export function saveMonitoringRules(tx: Db, bodyId: string, rules: MonitoringRules): void {
  tx.insert(monitoringRules)
    .values({ bodyId, ...rules })
    .onConflictDoUpdate({ target: monitoringRules.bodyId, set: { ...rules } })
    .run();
}
