import { asc, eq, max, sql } from 'drizzle-orm';
import type { Db } from './client';
import { dispositionAnswers, dispositions } from './schema/negotiation';

export type DispositionRow = typeof dispositions.$inferSelect;
export type AnswerRow = typeof dispositionAnswers.$inferSelect;

export function insertDisposition(tx: Db, row: DispositionRow): void {
  tx.insert(dispositions).values(row).run();
}

/** What became of the proposals on a document, and what was suggested, oldest first. */
export function dispositionsOn(db: Db, documentId: string): DispositionRow[] {
  return db
    .select()
    .from(dispositions)
    .where(eq(dispositions.documentId, documentId))
    .orderBy(asc(dispositions.at), sql`dispositions.rowid`)
    .all();
}

/** Up to where the log of a document holds what was agreed; 0: nothing that changed the text. */
export function lastCarriedOut(db: Db, documentId: string): number {
  return (
    db
      .select({ position: max(dispositions.positionAfter) })
      .from(dispositions)
      .where(eq(dispositions.documentId, documentId))
      .get()?.position ?? 0
  );
}

export function insertAnswer(tx: Db, row: AnswerRow): void {
  tx.insert(dispositionAnswers).values(row).run();
}

/** What delegations said to suggestions on a document, oldest first. */
export function answersOn(db: Db, documentId: string): AnswerRow[] {
  return db
    .select()
    .from(dispositionAnswers)
    .where(eq(dispositionAnswers.documentId, documentId))
    .orderBy(asc(dispositionAnswers.at), sql`disposition_answers.rowid`)
    .all();
}
