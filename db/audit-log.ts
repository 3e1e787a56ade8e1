import canonicalize from 'canonicalize';
import { and, asc, desc, eq, gt, gte, inArray, isNull, lt, or, type SQL, sql } from 'drizzle-orm';
import { type AuditFact, type ChainedFact, chainHash } from '../domain/audit/chain';
import type { Db } from './client';
import { auditEvents } from './schema/audit';

export type NewAuditEvent = Omit<AuditFact, 'seq'>;

/** Where an event stands in the chain: what evidence quotes. */
export interface ChainPlace {
  readonly seq: number;
  readonly hash: string;
}

/** Appends one event to the chain and returns it as it is chained. Call it inside the transaction of the act it records. */
export function appendAudit(tx: Db, event: NewAuditEvent): ChainedFact {
  const last = lastAudit(tx);
  const fact: AuditFact = {
    seq: (last?.seq ?? 0) + 1,
    at: event.at,
    actorId: event.actorId,
    actorName: event.actorName,
    country: event.country,
    kind: event.kind,
    bodyId: event.bodyId,
    subjectType: event.subjectType,
    subjectId: event.subjectId,
    data: event.data,
  };
  const previousHash = last?.hash ?? '';
  const hash = chainHash(previousHash, fact);
  tx.insert(auditEvents)
    .values({ ...fact, data: canonicalize(event.data) ?? '{}', previousHash, hash })
    .run();
  return { ...fact, previousHash, hash };
}

/** The head of the chain, or null before the first event. */
export function lastAudit(db: Db): ChainPlace | null {
  return (
    db
      .select({ seq: auditEvents.seq, hash: auditEvents.hash })
      .from(auditEvents)
      .orderBy(desc(auditEvents.seq))
      .limit(1)
      .get() ?? null
  );
}

/** The event at one place of the chain, or null. */
export function auditAt(db: Db, seq: number): ChainedFact | null {
  const row = db.select().from(auditEvents).where(eq(auditEvents.seq, seq)).get();
  return row === undefined ? null : chained(row);
}

/** Whose events may be seen: those of these bodies, and with `system` those of no body. `bodyIds` null means every body. */
export interface AuditScope {
  readonly bodyIds: readonly string[] | null;
  readonly system: boolean;
}

export interface AuditFilter {
  readonly kind?: string;
  readonly actorId?: string;
  readonly subjectId?: string;
  /** Instants; `to` is exclusive. */
  readonly from?: string;
  readonly to?: string;
  /** Only events before this one: how the list is paged. */
  readonly beforeSeq?: number;
}

/** Events within a scope, newest first. */
export function listAudit(db: Db, scope: AuditScope, filter: AuditFilter, limit: number): ChainedFact[] {
  return db
    .select()
    .from(auditEvents)
    .where(
      and(
        within(scope),
        filter.kind === undefined ? undefined : eq(auditEvents.kind, filter.kind),
        filter.actorId === undefined ? undefined : eq(auditEvents.actorId, filter.actorId),
        filter.subjectId === undefined ? undefined : eq(auditEvents.subjectId, filter.subjectId),
        filter.from === undefined ? undefined : gte(auditEvents.at, filter.from),
        filter.to === undefined ? undefined : lt(auditEvents.at, filter.to),
        filter.beforeSeq === undefined ? undefined : lt(auditEvents.seq, filter.beforeSeq),
      ),
    )
    .orderBy(desc(auditEvents.seq))
    .limit(limit)
    .all()
    .map(chained);
}

/** Events of one kind about one thing, the oldest first. */
export function eventsAbout(db: Db, subjectId: string, kind: string): ChainedFact[] {
  return db
    .select()
    .from(auditEvents)
    .where(and(eq(auditEvents.subjectId, subjectId), eq(auditEvents.kind, kind)))
    .orderBy(asc(auditEvents.seq))
    .all()
    .map(chained);
}

/** What a person may choose from when filtering: kinds, people and documents that occur within the scope. */
export function auditFacets(db: Db, scope: AuditScope) {
  const kinds = db
    .selectDistinct({ kind: auditEvents.kind })
    .from(auditEvents)
    .where(within(scope))
    .orderBy(asc(auditEvents.kind))
    .all();
  const people = db
    .select({ id: auditEvents.actorId, name: sql<string>`max(${auditEvents.actorName})` })
    .from(auditEvents)
    .where(and(within(scope), sql`${auditEvents.actorId} is not null`))
    .groupBy(auditEvents.actorId)
    .orderBy(sql`2`)
    .all();
  return {
    kinds: kinds.map((row) => row.kind),
    people: people.flatMap((row) => (row.id === null ? [] : [{ id: row.id, name: row.name }])),
  };
}

/** The whole chain from its first event, read in portions so that a long one needs little memory. */
export function* wholeAudit(db: Db): Generator<ChainedFact> {
  for (let after = 0; ; ) {
    const rows = db
      .select()
      .from(auditEvents)
      .where(gt(auditEvents.seq, after))
      .orderBy(asc(auditEvents.seq))
      .limit(1000)
      .all();
    for (const row of rows) yield chained(row);
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.seq;
  }
}

function within(scope: AuditScope): SQL | undefined {
  const ofBodies =
    scope.bodyIds === null
      ? sql`${auditEvents.bodyId} is not null`
      : scope.bodyIds.length === 0
        ? sql`0`
        : inArray(auditEvents.bodyId, [...scope.bodyIds]);
  return scope.system ? or(ofBodies, isNull(auditEvents.bodyId)) : ofBodies;
}

function chained(row: typeof auditEvents.$inferSelect): ChainedFact {
  return { ...row, data: JSON.parse(row.data) as Record<string, unknown> };
}
