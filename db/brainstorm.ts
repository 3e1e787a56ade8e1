import { and, asc, desc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Db } from './client';
import {
  brainstormRounds,
  clusterDots,
  clusterInputs,
  clusters,
  inputNotes,
  inputOutcomes,
  inputs,
} from './schema/brainstorm';

export type RoundRow = typeof brainstormRounds.$inferSelect;
export type InputRow = typeof inputs.$inferSelect;
export type NoteRow = typeof inputNotes.$inferSelect;
export type ClusterRow = typeof clusters.$inferSelect;
export type GatheredRow = typeof clusterInputs.$inferSelect;
export type DotsRow = typeof clusterDots.$inferSelect;
export type OutcomeRow = typeof inputOutcomes.$inferSelect;

/** The order in which rows were written, among those of one instant. */
const ROW_ORDER = asc(sql`rowid`);

export function insertRound(tx: Db, row: RoundRow): void {
  tx.insert(brainstormRounds).values(row).run();
}

/** Changes an open round; a closed one is held by the database itself (BS4). */
export function changeRound(
  tx: Db,
  id: string,
  change: Partial<Pick<RoundRow, 'closesAt' | 'reminded' | 'closedAt'>>,
): void {
  tx.update(brainstormRounds).set(change).where(eq(brainstormRounds.id, id)).run();
}

/** The open rounds of all bodies that say when they close. */
export function roundsThatClose(db: Db): RoundRow[] {
  return db
    .select()
    .from(brainstormRounds)
    .where(and(isNull(brainstormRounds.closedAt), isNotNull(brainstormRounds.closesAt)))
    .orderBy(asc(brainstormRounds.closesAt), asc(brainstormRounds.id))
    .all();
}

export function findRound(db: Db, id: string): RoundRow | null {
  return db.select().from(brainstormRounds).where(eq(brainstormRounds.id, id)).get() ?? null;
}

/** The rounds of these bodies, the newest first. */
export function roundsOf(db: Db, bodyIds: readonly string[]): RoundRow[] {
  if (bodyIds.length === 0) return [];
  return db
    .select()
    .from(brainstormRounds)
    .where(inArray(brainstormRounds.bodyId, [...bodyIds]))
    .orderBy(desc(brainstormRounds.opensAt), asc(brainstormRounds.id))
    .all();
}

export function insertInput(tx: Db, row: InputRow): void {
  tx.insert(inputs).values(row).run();
}

export function withdrawInputRow(tx: Db, id: string, at: string): void {
  tx.update(inputs).set({ withdrawnAt: at }).where(eq(inputs.id, id)).run();
}

export function findInput(db: Db, id: string): InputRow | null {
  return db.select().from(inputs).where(eq(inputs.id, id)).get() ?? null;
}

/** Everything that was entered in these rounds, withdrawn inputs too, oldest first. */
export function inputsOf(db: Db, roundIds: readonly string[]): InputRow[] {
  if (roundIds.length === 0) return [];
  return db
    .select()
    .from(inputs)
    .where(inArray(inputs.roundId, [...roundIds]))
    .orderBy(asc(inputs.at), ROW_ORDER)
    .all();
}

export function insertNote(tx: Db, row: NoteRow): void {
  tx.insert(inputNotes).values(row).run();
}

/** Remarks beside these inputs, oldest first. */
export function notesOf(db: Db, inputIds: readonly string[]): NoteRow[] {
  if (inputIds.length === 0) return [];
  return db
    .select()
    .from(inputNotes)
    .where(inArray(inputNotes.inputId, [...inputIds]))
    .orderBy(asc(inputNotes.at), ROW_ORDER)
    .all();
}

export function insertCluster(tx: Db, row: ClusterRow): void {
  tx.insert(clusters).values(row).run();
}

/** Changes a cluster on condition that nobody did since `rev` was read; false where somebody was faster. */
export function changeCluster(tx: Db, id: string, rev: number, change: Partial<ClusterRow>): boolean {
  const done = tx
    .update(clusters)
    .set({ ...change, rev: rev + 1 })
    .where(and(eq(clusters.id, id), eq(clusters.rev, rev)))
    .run();
  return done.changes === 1;
}

/** Puts clusters into this order. What a cluster says stays as it was, and so does its `rev`. */
export function orderClusters(tx: Db, ids: readonly string[]): void {
  ids.forEach((id, index) => {
    tx.update(clusters)
      .set({ position: index + 1 })
      .where(eq(clusters.id, id))
      .run();
  });
}

export function findCluster(db: Db, id: string): ClusterRow | null {
  return db.select().from(clusters).where(eq(clusters.id, id)).get() ?? null;
}

/** The clusters of these rounds, those merged into others too, in their order. */
export function clustersOf(db: Db, roundIds: readonly string[]): ClusterRow[] {
  if (roundIds.length === 0) return [];
  return db
    .select()
    .from(clusters)
    .where(inArray(clusters.roundId, [...roundIds]))
    .orderBy(asc(clusters.position), asc(clusters.id))
    .all();
}

export function insertGathered(tx: Db, row: GatheredRow): void {
  tx.insert(clusterInputs).values(row).run();
}

export function releaseGathered(tx: Db, id: string, at: string): void {
  tx.update(clusterInputs).set({ removedAt: at }).where(eq(clusterInputs.id, id)).run();
}

/** Which inputs these clusters gather now, in the order in which they came. */
export function gatheredIn(db: Db, clusterIds: readonly string[]): GatheredRow[] {
  if (clusterIds.length === 0) return [];
  return db
    .select()
    .from(clusterInputs)
    .where(and(inArray(clusterInputs.clusterId, [...clusterIds]), isNull(clusterInputs.removedAt)))
    .orderBy(asc(clusterInputs.at), ROW_ORDER)
    .all();
}

export function saveDots(tx: Db, row: DotsRow): void {
  const { dots, by, at } = row;
  tx.insert(clusterDots)
    .values(row)
    .onConflictDoUpdate({ target: [clusterDots.clusterId, clusterDots.country], set: { dots, by, at } })
    .run();
}

export function dotsOf(db: Db, clusterIds: readonly string[]): DotsRow[] {
  if (clusterIds.length === 0) return [];
  return db
    .select()
    .from(clusterDots)
    .where(inArray(clusterDots.clusterId, [...clusterIds]))
    .orderBy(asc(clusterDots.country))
    .all();
}

export function insertOutcome(tx: Db, row: OutcomeRow): void {
  tx.insert(inputOutcomes).values(row).run();
}

/** What became of these inputs, oldest first: the newest of an input stands. */
export function outcomesOf(db: Db, inputIds: readonly string[]): OutcomeRow[] {
  if (inputIds.length === 0) return [];
  return db
    .select()
    .from(inputOutcomes)
    .where(inArray(inputOutcomes.inputId, [...inputIds]))
    .orderBy(asc(inputOutcomes.at), ROW_ORDER)
    .all();
}
