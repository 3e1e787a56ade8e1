import canonicalize from 'canonicalize';
import { desc } from 'drizzle-orm';
import { type AuditFact, chainHash } from '../domain/audit/chain';
import type { Db } from './client';
import { auditEvents } from './schema/audit';

export type NewAuditEvent = Omit<AuditFact, 'seq'>;

/** Appends one event to the chain. Call it inside the transaction of the act it records. */
export function appendAudit(tx: Db, event: NewAuditEvent): void {
  const last = tx
    .select({ seq: auditEvents.seq, hash: auditEvents.hash })
    .from(auditEvents)
    .orderBy(desc(auditEvents.seq))
    .limit(1)
    .get();
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
  tx.insert(auditEvents)
    .values({
      ...fact,
      data: canonicalize(event.data) ?? '{}',
      previousHash,
      hash: chainHash(previousHash, fact),
    })
    .run();
}
