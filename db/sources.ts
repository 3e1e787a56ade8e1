import { and, asc, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import type { Db } from './client';
import { clauseSources, clusters, inputOutcomes, inputs, sourceMatrices } from './schema/brainstorm';

export type SourceRow = typeof clauseSources.$inferSelect;
export type MatrixRow = typeof sourceMatrices.$inferSelect;

export function insertSource(tx: Db, row: SourceRow): void {
  tx.insert(clauseSources).values(row).run();
}

export function endSource(tx: Db, id: string, at: string): void {
  tx.update(clauseSources).set({ endedAt: at }).where(eq(clauseSources.id, id)).run();
}

export function findSource(db: Db, id: string): SourceRow | null {
  return db.select().from(clauseSources).where(eq(clauseSources.id, id)).get() ?? null;
}

/** The links of a text that stand, oldest first. */
export function sourcesOn(db: Db, documentId: string): SourceRow[] {
  return db
    .select()
    .from(clauseSources)
    .where(and(eq(clauseSources.documentId, documentId), isNull(clauseSources.endedAt)))
    .orderBy(asc(clauseSources.at), asc(sql`rowid`))
    .all();
}

/** The links that stand to these clusters and inputs, in whichever text. */
export function sourcesFrom(
  db: Db,
  from: { clusterIds: readonly string[]; inputIds: readonly string[] },
): SourceRow[] {
  const ofCluster = inArray(clauseSources.clusterId, [...from.clusterIds]);
  const ofInput = inArray(clauseSources.inputId, [...from.inputIds]);
  return db
    .select()
    .from(clauseSources)
    .where(and(or(ofCluster, ofInput), isNull(clauseSources.endedAt)))
    .orderBy(asc(clauseSources.at), asc(sql`rowid`))
    .all();
}

/** The rounds that feed a text: by a link to one of its clauses, or by an outcome that names it. */
export function roundsFeeding(db: Db, documentId: string): string[] {
  const linked = and(eq(clauseSources.documentId, documentId), isNull(clauseSources.endedAt));
  const found = [
    ...db
      .select({ roundId: clusters.roundId })
      .from(clauseSources)
      .innerJoin(clusters, eq(clusters.id, clauseSources.clusterId))
      .where(linked)
      .all(),
    ...db
      .select({ roundId: inputs.roundId })
      .from(clauseSources)
      .innerJoin(inputs, eq(inputs.id, clauseSources.inputId))
      .where(linked)
      .all(),
    ...db
      .select({ roundId: inputs.roundId })
      .from(inputOutcomes)
      .innerJoin(inputs, eq(inputs.id, inputOutcomes.inputId))
      .where(eq(inputOutcomes.documentId, documentId))
      .all(),
  ];
  return [...new Set(found.map(({ roundId }) => roundId))].sort();
}

export function insertMatrix(tx: Db, row: MatrixRow): void {
  tx.insert(sourceMatrices).values(row).run();
}

export function findMatrix(db: Db, documentId: string): MatrixRow | null {
  return db.select().from(sourceMatrices).where(eq(sourceMatrices.documentId, documentId)).get() ?? null;
}

export function everyMatrix(db: Db): MatrixRow[] {
  return db.select().from(sourceMatrices).orderBy(asc(sourceMatrices.documentId)).all();
}
