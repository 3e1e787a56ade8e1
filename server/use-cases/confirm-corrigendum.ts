import { loadActor } from '../../db/actors';
import { atomic } from '../../db/atomic';
import { insertCorrigendum } from '../../db/corrigenda';
import { confirmRecordFinding } from '../../db/record-findings';
import { PARTIES } from '../../domain/body/grants';
import { type Actor, can } from '../../domain/policy/can';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import { canonicalText, textHash } from '../../domain/text/canonical';
import { newId } from '../ids';
import type { Runtime } from '../runtime';
import { decideCorrigendum } from './decide-corrigendum';
import { recordDocumentEvent } from './document-event';
import { permittedDocument, subjectOf } from './permitted-document';
import type { CorrigendumFinding } from './propose-corrigendum';
import { findingToConfirm } from './record-finding';
import { tell } from './tell';

/**
 * A second person, of the secretariat or in the chair, confirms a corrigendum (DE39): from now on delegations have their
 * days to object, and it is issued as Corr.n unless one does.
 */
export async function confirmCorrigendum(
  runtime: Runtime,
  asked: Actor,
  input: { readonly documentId: string; readonly findingId: string },
): Promise<Outcome<{ readonly corrigendumId: string; readonly number: number }>> {
  return atomic(runtime.db, (tx): Outcome<{ readonly corrigendumId: string; readonly number: number }> => {
    const at = runtime.clock.now();
    const actor = loadActor(tx, asked.userId, asked.sessionId, at);
    if (actor === null) return refuse('PO1');
    const found = permittedDocument(tx, actor, 'confirmCorrigendum', input.documentId);
    if (!found.ok) return found;
    const document = found.value;
    const waiting = findingToConfirm(tx, actor, { ...input, kind: 'corrigendum' });
    if (!waiting.ok) return waiting;
    const finder = loadActor(tx, waiting.value.foundBy, null, at);
    if (finder === null || !can(finder, 'proposeCorrigendum', subjectOf(document)).ok) return refuse('DE41');
    const command = JSON.parse(waiting.value.what) as CorrigendumFinding;
    const decided = decideCorrigendum(tx, document.id, command);
    if (!decided.ok) return decided;
    const { before, after, text, number, reason } = decided.value;
    const until = new Date(Date.parse(at) + command.days * 86_400_000).toISOString();
    const id = newId('cor');
    const hash = textHash(text);
    confirmRecordFinding(tx, waiting.value.id, {
      confirmedBy: actor.userId,
      confirmedAt: at,
      outcomeId: id,
    });
    insertCorrigendum(tx, {
      id,
      documentId: document.id,
      number,
      clauseId: command.clauseId,
      before,
      after,
      text: canonicalText(text),
      hash,
      reason,
      state: 'proposed',
      noObjectionUntil: until,
      objectedBy: null,
      objection: '',
      proposedBy: finder.userId,
      at,
      issuedAt: null,
    });
    recordDocumentEvent(tx, actor, document, at, {
      kind: 'document.corrigendumProposed',
      data: {
        corrigendumId: id,
        number,
        clauseId: command.clauseId,
        textHash: hash,
        until,
        findingId: waiting.value.id,
        foundBy: finder.name,
      },
    });
    tell(tx, at, {
      kind: 'corrigendumProposed',
      bodyId: document.bodyId,
      documentId: document.id,
      data: { corrigendumId: id, number, until },
      key: `corrigendumProposed:${id}`,
      to: { roles: PARTIES, except: actor.userId },
    });
    return accept({ corrigendumId: id, number });
  });
}
