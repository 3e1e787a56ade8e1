import { and, asc, desc, eq, inArray, isNotNull, isNull, lte, max, min, sql } from 'drizzle-orm';
import type { Entry } from '../domain/monitoring/entries';
import { standingAt } from '../domain/monitoring/standing-at';
import type { Db } from './client';
import { users } from './schema/people';
import { plans, returnEvents, returns, returnValues, rounds } from './schema/plans';

export type RoundRow = typeof rounds.$inferSelect;
export type ReturnRow = typeof returns.$inferSelect;
export type ReturnValueRow = typeof returnValues.$inferSelect;
export type ReturnEventRow = typeof returnEvents.$inferSelect;

export function insertRound(tx: Db, row: RoundRow): void {
  tx.insert(rounds).values(row).run();
}

export function changeRound(
  tx: Db,
  id: string,
  change: Partial<Pick<RoundRow, 'title' | 'opensAt' | 'closesAt' | 'lockedAt'>>,
): void {
  tx.update(rounds).set(change).where(eq(rounds.id, id)).run();
}

export function findRound(db: Db, id: string): RoundRow | null {
  return db.select().from(rounds).where(eq(rounds.id, id)).get() ?? null;
}

/** Rounds of a plan, the one opened last first. */
export function roundsOf(db: Db, planId: string): RoundRow[] {
  return db
    .select()
    .from(rounds)
    .where(eq(rounds.planId, planId))
    .orderBy(desc(rounds.period), desc(rounds.opensAt))
    .all();
}

/** Rounds that are open at an instant, or closed and not locked, with the body of their plan. */
export function roundsRunning(db: Db, at: string) {
  return db
    .select({ round: rounds, bodyId: plans.bodyId, plan: plans.title, planThai: plans.titleThai })
    .from(rounds)
    .innerJoin(plans, eq(plans.id, rounds.planId))
    .where(and(lte(rounds.opensAt, at), isNull(rounds.lockedAt)))
    .orderBy(asc(rounds.closesAt))
    .all();
}

export function insertReturns(tx: Db, rows: readonly ReturnRow[]): void {
  if (rows.length > 0)
    tx.insert(returns)
      .values([...rows])
      .run();
}

/** Takes a return a step on; its `rev` grows. */
export function changeReturn(
  tx: Db,
  { id, rev }: ReturnRow,
  change: Partial<Omit<ReturnRow, 'id' | 'rev'>>,
): void {
  tx.update(returns)
    .set({ ...change, rev: rev + 1 })
    .where(eq(returns.id, id))
    .run();
}

export function findReturn(db: Db, id: string): ReturnRow | null {
  return db.select().from(returns).where(eq(returns.id, id)).get() ?? null;
}

export function findReturnOf(db: Db, roundId: string, country: string): ReturnRow | null {
  return (
    db
      .select()
      .from(returns)
      .where(and(eq(returns.roundId, roundId), eq(returns.country, country)))
      .get() ?? null
  );
}

export function returnsOf(db: Db, roundIds: readonly string[]): ReturnRow[] {
  if (roundIds.length === 0) return [];
  return db
    .select()
    .from(returns)
    .where(inArray(returns.roundId, [...roundIds]))
    .all();
}

/** How many rows go into one statement: SQLite takes a limited number of values at once. */
const AT_ONCE = 500;

export function insertValues(tx: Db, rows: readonly ReturnValueRow[]): void {
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    tx.insert(returnValues)
      .values(rows.slice(at, at + AT_ONCE))
      .run();
  }
}

export type StandingValue = ReturnValueRow & { readonly byName: string };

/** The newest row of each indicator in a return, up to an instant where one is given (inclusive). */
export function standingValues(db: Db, returnId: string, until = ''): StandingValue[] {
  return standingAt(valueHistory(db, returnId), until);
}

/** Everything that was ever entered in a return, the oldest first. */
export function valueHistory(db: Db, returnId: string): StandingValue[] {
  return db
    .select({
      id: returnValues.id,
      returnId: returnValues.returnId,
      indicatorId: returnValues.indicatorId,
      kind: returnValues.kind,
      value: returnValues.value,
      words: returnValues.words,
      note: returnValues.note,
      evidence: returnValues.evidence,
      by: returnValues.by,
      at: returnValues.at,
      byName: users.name,
    })
    .from(returnValues)
    .innerJoin(users, eq(users.id, returnValues.by))
    .where(eq(returnValues.returnId, returnId))
    .orderBy(asc(returnValues.at))
    .all();
}

/** A figure that was accepted, with where it belongs. */
export type AcceptedFigure = Entry & {
  readonly indicatorId: string;
  readonly country: string;
  readonly period: string;
};

/**
 * Every figure of a plan as it was last accepted, one for each indicator, country and period. What was entered after
 * that, in a return that was reopened, is not among them.
 */
export function acceptedFigures(db: Db, planId: string): AcceptedFigure[] {
  return db
    .select({
      indicatorId: returnValues.indicatorId,
      country: returns.country,
      period: rounds.period,
      kind: returnValues.kind,
      value: returnValues.value,
      words: returnValues.words,
      // SQLite gives the other columns of the row in which the maximum stands.
      newest: max(returnValues.at),
    })
    .from(returnValues)
    .innerJoin(returns, eq(returns.id, returnValues.returnId))
    .innerJoin(rounds, eq(rounds.id, returns.roundId))
    .where(
      and(
        eq(rounds.planId, planId),
        isNotNull(returns.acceptedAt),
        sql`${returnValues.at} <= ${returns.acceptedAt}`,
      ),
    )
    .groupBy(returnValues.returnId, returnValues.indicatorId)
    .all()
    .map(({ newest: _, ...figure }) => figure);
}

export function insertReturnEvent(tx: Db, row: ReturnEventRow): void {
  tx.insert(returnEvents).values(row).run();
}

export type NamedEvent = ReturnEventRow & { readonly byName: string | null };

/** The steps of a return, the oldest first. */
/** When each of these returns was submitted for the first time, by its id. */
export function firstSubmissions(db: Db, returnIds: readonly string[]): ReadonlyMap<string, string> {
  if (returnIds.length === 0) return new Map();
  const rows = db
    .select({ returnId: returnEvents.returnId, at: min(returnEvents.at) })
    .from(returnEvents)
    .where(and(inArray(returnEvents.returnId, [...returnIds]), eq(returnEvents.act, 'submitted')))
    .groupBy(returnEvents.returnId)
    .all();
  return new Map(rows.map(({ returnId, at }) => [returnId, at ?? '']));
}

export function eventsOf(db: Db, returnId: string): NamedEvent[] {
  return db
    .select({
      id: returnEvents.id,
      returnId: returnEvents.returnId,
      act: returnEvents.act,
      reason: returnEvents.reason,
      by: returnEvents.by,
      at: returnEvents.at,
      byName: users.name,
    })
    .from(returnEvents)
    .leftJoin(users, eq(users.id, returnEvents.by))
    .where(eq(returnEvents.returnId, returnId))
    .orderBy(asc(returnEvents.at), sql`${returnEvents}.rowid`)
    .all();
}
