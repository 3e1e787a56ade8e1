import { appendAudit } from '../../db/audit-log';
import type { Db } from '../../db/client';
import type { ChainedFact } from '../../domain/audit/chain';
import { type Actor, delegationOf } from '../../domain/policy/can';
import { isSystemActor } from '../auth/system-actor';

/** Records an act on a document in the audit trail, with the document's symbol so that the trail reads alone. */
export function recordDocumentEvent(
  tx: Db,
  actor: Actor,
  document: { readonly id: string; readonly bodyId: string; readonly symbol: string },
  at: string,
  event: { readonly kind: string; readonly data: Readonly<Record<string, unknown>> },
): ChainedFact {
  return appendAudit(tx, {
    at,
    actorId: isSystemActor(actor) ? null : actor.userId,
    actorName: actor.name,
    country: delegationOf(actor, document.bodyId),
    kind: event.kind,
    bodyId: document.bodyId,
    subjectType: 'document',
    subjectId: document.id,
    data: { symbol: document.symbol, ...event.data },
  });
}
