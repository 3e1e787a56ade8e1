import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Db } from './client';
import { preparedOnce } from './prepared';
import { agendaItems, bodies, meetings } from './schema/bodies';
import { documents, documentUpdates } from './schema/documents';

export type DocumentRow = typeof documents.$inferSelect;
export type NewDocumentRow = typeof documents.$inferInsert;

/** A document with the names of what it belongs to. */
export interface DocumentInContext {
  readonly document: DocumentRow;
  readonly body: {
    readonly id: string;
    readonly acronym: string;
    readonly name: string;
    readonly nameThai: string;
  };
  readonly meeting: { readonly id: string; readonly title: string; readonly titleThai: string } | null;
  readonly agendaItem: {
    readonly id: string;
    readonly number: string;
    readonly title: string;
    readonly titleThai: string;
  } | null;
}

export interface DocumentFilter {
  readonly bodyIds: readonly string[];
  readonly meetingId?: string;
  readonly agendaItemId?: string;
  readonly predecessorId?: string;
  readonly states?: readonly DocumentRow['state'][];
  readonly limit?: number;
}

const byId = preparedOnce((db) =>
  db
    .select()
    .from(documents)
    .where(eq(documents.id, sql.placeholder('documentId')))
    .prepare(),
);

export function findDocument(db: Db, documentId: string): DocumentRow | null {
  return byId(db).get({ documentId }) ?? null;
}

export function findDocumentBySymbol(db: Db, symbol: string): DocumentRow | null {
  return db.select().from(documents).where(eq(documents.symbol, symbol)).get() ?? null;
}

export function findDocumentInContext(db: Db, documentId: string): DocumentInContext | null {
  return inContext(db).where(eq(documents.id, documentId)).get() ?? null;
}

/** Documents of these bodies, those written in last first. */
export function listDocumentsInContext(db: Db, filter: DocumentFilter): DocumentInContext[] {
  if (filter.bodyIds.length === 0) return [];
  const lastWritten = sql`coalesce((select u.at from ${documentUpdates} u where u.documentId = ${documents.id} order by u.position desc limit 1), ${documents.createdAt})`;
  return inContext(db)
    .where(
      and(
        inArray(documents.bodyId, [...filter.bodyIds]),
        filter.meetingId === undefined ? undefined : eq(documents.meetingId, filter.meetingId),
        filter.agendaItemId === undefined ? undefined : eq(documents.agendaItemId, filter.agendaItemId),
        filter.predecessorId === undefined ? undefined : eq(documents.predecessorId, filter.predecessorId),
        filter.states === undefined ? undefined : inArray(documents.state, [...filter.states]),
      ),
    )
    .orderBy(desc(lastWritten), documents.symbol)
    .limit(filter.limit ?? -1)
    .all();
}

function inContext(db: Db) {
  return db
    .select({
      document: documents,
      body: { id: bodies.id, acronym: bodies.acronym, name: bodies.name, nameThai: bodies.nameThai },
      meeting: { id: meetings.id, title: meetings.title, titleThai: meetings.titleThai },
      agendaItem: {
        id: agendaItems.id,
        number: agendaItems.number,
        title: agendaItems.title,
        titleThai: agendaItems.titleThai,
      },
    })
    .from(documents)
    .innerJoin(bodies, eq(bodies.id, documents.bodyId))
    .leftJoin(meetings, eq(meetings.id, documents.meetingId))
    .leftJoin(agendaItems, eq(agendaItems.id, documents.agendaItemId));
}

/** Ids of the documents placed in a meeting. */
export function documentsOfMeeting(db: Db, meetingId: string): string[] {
  const found = db
    .select({ id: documents.id })
    .from(documents)
    .where(eq(documents.meetingId, meetingId))
    .all();
  return found.map(({ id }) => id);
}

export function insertDocument(tx: Db, row: NewDocumentRow): void {
  tx.insert(documents).values(row).run();
}

/**
 * A procedural change of a document, on condition that nobody acted since `stateSeq` was read: the sequence goes
 * up by one and false says that somebody was faster (PR4).
 */
export function changeProcedure(
  tx: Db,
  documentId: string,
  stateSeq: number,
  change: Partial<Pick<DocumentRow, 'state' | 'pensDownAt' | 'pensDownBy'>>,
): boolean {
  const done = tx
    .update(documents)
    .set({ ...change, stateSeq: stateSeq + 1 })
    .where(and(eq(documents.id, documentId), eq(documents.stateSeq, stateSeq)))
    .run();
  return done.changes === 1;
}

/** What a document is called and where it belongs; its words and its state have ways of their own. */
export function changeDescription(
  tx: Db,
  documentId: string,
  change: Partial<
    Pick<
      DocumentRow,
      'title' | 'kind' | 'language' | 'houseStyle' | 'leadCountry' | 'meetingId' | 'agendaItemId'
    >
  >,
): void {
  if (Object.keys(change).length === 0) return;
  tx.update(documents).set(change).where(eq(documents.id, documentId)).run();
}

/** How many documents of a kind the body has: where the search for a free symbol starts. */
export function symbolsOf(db: Db, bodyId: string, kind: DocumentRow['kind']): string[] {
  return db
    .select({ symbol: documents.symbol })
    .from(documents)
    .where(and(eq(documents.bodyId, bodyId), eq(documents.kind, kind)))
    .all()
    .map(({ symbol }) => symbol);
}
