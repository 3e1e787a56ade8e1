import { asc, desc, eq, inArray } from 'drizzle-orm';
import type { Db } from './client';
import { agendaItems, bodies, meetings } from './schema/bodies';
import { decisions, documents, evidences } from './schema/documents';
import { users } from './schema/people';

export type DecisionRow = typeof decisions.$inferSelect;

/** A decision with the names of what it refers to, as they are now. */
export interface DecisionInContext {
  readonly decision: DecisionRow;
  readonly body: typeof bodies.$inferSelect;
  readonly meeting: typeof meetings.$inferSelect;
  readonly agendaItem: typeof agendaItems.$inferSelect;
  readonly decidedByName: string;
}

export function insertDecision(tx: Db, row: DecisionRow): void {
  tx.insert(decisions).values(row).run();
}

/** The decision by which a document became final, or null. */
export function findDecision(db: Db, documentId: string): DecisionInContext | null {
  const row = db
    .select({
      decision: decisions,
      body: bodies,
      meeting: meetings,
      agendaItem: agendaItems,
      decidedByName: users.name,
    })
    .from(decisions)
    .innerJoin(bodies, eq(bodies.id, decisions.bodyId))
    .innerJoin(meetings, eq(meetings.id, decisions.meetingId))
    .innerJoin(agendaItems, eq(agendaItems.id, decisions.agendaItemId))
    .innerJoin(users, eq(users.id, decisions.decidedBy))
    .where(eq(decisions.documentId, documentId))
    .orderBy(desc(decisions.at))
    .get();
  return row ?? null;
}

/** The decisions on these documents in short, for lists. */
export function decisionsOn(db: Db, documentIds: readonly string[]) {
  if (documentIds.length === 0) return [];
  return db
    .select({
      documentId: decisions.documentId,
      verb: decisions.verb,
      at: decisions.at,
      meeting: {
        id: meetings.id,
        title: meetings.title,
        titleThai: meetings.titleThai,
        tier: meetings.tier,
      },
    })
    .from(decisions)
    .innerJoin(meetings, eq(meetings.id, decisions.meetingId))
    .where(inArray(decisions.documentId, [...documentIds]))
    .orderBy(asc(decisions.at))
    .all();
}

export function insertEvidence(tx: Db, row: typeof evidences.$inferInsert): void {
  tx.insert(evidences).values(row).run();
}

/** The evidence file of an adopted text, exactly as it was signed, or null. */
export function evidenceFileOf(db: Db, documentId: string): string | null {
  return (
    db.select({ file: evidences.file }).from(evidences).where(eq(evidences.documentId, documentId)).get()
      ?.file ?? null
  );
}

/** Every adopted document, for the check of the installation. */
export function listAdoptedDocuments(db: Db): { id: string; symbol: string }[] {
  return db
    .select({ id: documents.id, symbol: documents.symbol })
    .from(documents)
    .where(eq(documents.state, 'adopted'))
    .orderBy(asc(documents.symbol))
    .all();
}
