import { and, eq } from 'drizzle-orm';
import type { Db } from './client';
import { pairCounts } from './schema/rings';

export interface WordCounts {
  readonly wordsInserted: number;
  readonly wordsDeleted: number;
}

export function findPairCount(db: Db, fromVersionId: string, toVersionId: string): WordCounts | null {
  return (
    db
      .select({ wordsInserted: pairCounts.wordsInserted, wordsDeleted: pairCounts.wordsDeleted })
      .from(pairCounts)
      .where(and(eq(pairCounts.fromVersionId, fromVersionId), eq(pairCounts.toVersionId, toVersionId)))
      .get() ?? null
  );
}

/** Counts are derived: computing them again replaces them. */
export function savePairCount(tx: Db, fromVersionId: string, toVersionId: string, counts: WordCounts): void {
  const { wordsInserted, wordsDeleted } = counts;
  tx.insert(pairCounts)
    .values({ fromVersionId, toVersionId, wordsInserted, wordsDeleted })
    .onConflictDoUpdate({
      target: [pairCounts.fromVersionId, pairCounts.toVersionId],
      set: { wordsInserted, wordsDeleted },
    })
    .run();
}
