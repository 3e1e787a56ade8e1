import { and, asc, desc, eq, inArray, lte, sql } from 'drizzle-orm';
import type { Db } from './client';
import { users } from './schema/people';
import { silenceEvents, silenceReceipts, silenceRules, silenceRuns } from './schema/silence';

export type SilenceRulesRow = typeof silenceRules.$inferSelect;
export type SilenceRunRow = typeof silenceRuns.$inferSelect;
export type SilenceEventRow = typeof silenceEvents.$inferSelect;
export type SilenceReceiptRow = typeof silenceReceipts.$inferSelect;

/** What a body has said about its silence procedures, or null. */
export function findSilenceRules(db: Db, bodyId: string): SilenceRulesRow | null {
  return db.select().from(silenceRules).where(eq(silenceRules.bodyId, bodyId)).get() ?? null;
}

export function saveSilenceRules(tx: Db, row: SilenceRulesRow): void {
  tx.insert(silenceRules).values(row).onConflictDoUpdate({ target: silenceRules.bodyId, set: row }).run();
}

export function insertSilenceRun(tx: Db, row: SilenceRunRow): void {
  tx.insert(silenceRuns).values(row).run();
}

export function findSilenceRun(db: Db, runId: string): SilenceRunRow | null {
  return db.select().from(silenceRuns).where(eq(silenceRuns.id, runId)).get() ?? null;
}

/** The runs of a document, the latest first. */
export function silenceRunsOn(db: Db, documentId: string): SilenceRunRow[] {
  return db
    .select()
    .from(silenceRuns)
    .where(eq(silenceRuns.documentId, documentId))
    .orderBy(desc(silenceRuns.startedAt), desc(sql`rowid`))
    .all();
}

export function runningSilence(db: Db, documentId: string): SilenceRunRow | null {
  return (
    db
      .select()
      .from(silenceRuns)
      .where(and(eq(silenceRuns.documentId, documentId), eq(silenceRuns.state, 'running')))
      .get() ?? null
  );
}

/** Every run that lasts, the one that ends first before the others. */
export function runningSilences(db: Db): SilenceRunRow[] {
  return db
    .select()
    .from(silenceRuns)
    .where(eq(silenceRuns.state, 'running'))
    .orderBy(asc(silenceRuns.expiresAt), asc(silenceRuns.id))
    .all();
}

/** Runs whose end has come and that nobody has ended yet. */
export function endedSilences(db: Db, now: string): SilenceRunRow[] {
  return db
    .select()
    .from(silenceRuns)
    .where(and(eq(silenceRuns.state, 'running'), lte(silenceRuns.expiresAt, now)))
    .orderBy(asc(silenceRuns.expiresAt), asc(silenceRuns.id))
    .all();
}

export function changeSilenceRun(
  tx: Db,
  runId: string,
  change: Partial<Pick<SilenceRunRow, 'state' | 'expiresAt' | 'zone' | 'endedAt' | 'announcedAt'>>,
): void {
  tx.update(silenceRuns).set(change).where(eq(silenceRuns.id, runId)).run();
}

export function insertSilenceEvent(tx: Db, row: SilenceEventRow): void {
  tx.insert(silenceEvents).values(row).run();
}

/** The act that came with a receipt, or null. */
export function findSilenceReceiptEvent(db: Db, receipt: string): SilenceEventRow | null {
  return db.select().from(silenceEvents).where(eq(silenceEvents.receipt, receipt)).get() ?? null;
}

/** What happened in these runs, oldest first. */
export function silenceEventsOf(db: Db, runIds: readonly string[]): SilenceEventRow[] {
  if (runIds.length === 0) return [];
  return db
    .select()
    .from(silenceEvents)
    .where(inArray(silenceEvents.runId, [...runIds]))
    .orderBy(asc(silenceEvents.at), asc(sql`rowid`))
    .all();
}

/** Who set a run going, and for which delegation at that time. */
export function silenceStarter(db: Db, runId: string): { name: string; country: string | null } | null {
  const row = db
    .select({ name: users.name, country: silenceEvents.country })
    .from(silenceEvents)
    .innerJoin(users, eq(users.id, silenceEvents.by))
    .where(and(eq(silenceEvents.runId, runId), eq(silenceEvents.kind, 'started')))
    .get();
  return row ?? null;
}

/** Notes that the notice reached a person, once; false where it was noted before. */
export function insertSilenceReceipt(tx: Db, row: SilenceReceiptRow): boolean {
  return tx.insert(silenceReceipts).values(row).onConflictDoNothing().run().changes === 1;
}

/** Who has confirmed that the notice of a run reached them, in the order they did. */
export function silenceReceiptsOf(db: Db, runId: string): SilenceReceiptRow[] {
  return db
    .select()
    .from(silenceReceipts)
    .where(eq(silenceReceipts.runId, runId))
    .orderBy(asc(silenceReceipts.at), asc(silenceReceipts.userId))
    .all();
}
