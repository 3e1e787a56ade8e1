import { atomic } from '../../db/atomic';
import { closeReadingRow, insertReading, readingsOf } from '../../db/negotiation-readings';
import { LAST_READING, nextReading } from '../../domain/negotiation/readings';
import type { Actor } from '../../domain/policy/can';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import type { Runtime } from '../runtime';
import { recordDocumentEvent } from './document-event';
import { permittedDocument } from './permitted-document';
import { tell } from './tell';

/** The chair opens the next reading of a text: the first, the second or the third (PS24). */
export async function openReading(
  runtime: Runtime,
  actor: Actor,
  input: { readonly documentId: string },
): Promise<Outcome<{ number: number }>> {
  const { documentId } = input;
  const at = runtime.clock.now();
  return atomic(runtime.db, (tx): Outcome<{ number: number }> => {
    const document = permittedDocument(tx, actor, 'findOnClause', documentId);
    if (!document.ok) return document;
    const next = nextReading(readingsOf(tx, documentId));
    if (next === null) return refuse('PS24', { last: LAST_READING });
    insertReading(tx, { documentId, number: next, openedBy: actor.userId, openedAt: at, closedAt: null });
    recordDocumentEvent(tx, actor, document.value, at, { kind: 'reading.opened', data: { reading: next } });
    tell(tx, at, {
      kind: 'readingOpened',
      bodyId: document.value.bodyId,
      documentId,
      data: { reading: next },
      key: `readingOpened:${documentId}:${next}`,
      to: {
        roles: ['secretariat', 'headOfDelegation', 'focalPoint', 'delegate'],
        except: actor.userId,
      },
    });
    return accept({ number: next });
  });
}

/** The chair closes the reading that is open (PS26). */
export async function closeReading(
  runtime: Runtime,
  actor: Actor,
  input: { readonly documentId: string },
): Promise<Outcome<{ number: number }>> {
  const { documentId } = input;
  const at = runtime.clock.now();
  return atomic(runtime.db, (tx): Outcome<{ number: number }> => {
    const document = permittedDocument(tx, actor, 'findOnClause', documentId);
    if (!document.ok) return document;
    const open = readingsOf(tx, documentId).find(({ closedAt }) => closedAt === null);
    if (open === undefined) return refuse('PS26');
    closeReadingRow(tx, documentId, open.number, at);
    recordDocumentEvent(tx, actor, document.value, at, {
      kind: 'reading.closed',
      data: { reading: open.number },
    });
    return accept({ number: open.number });
  });
}
