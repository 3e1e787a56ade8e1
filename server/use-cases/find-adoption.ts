import { loadActor } from '../../db/actors';
import { insertAdoptionFinding, withdrawAdoptionFindings } from '../../db/adoption-findings';
import { atomic } from '../../db/atomic';
import type { Actor } from '../../domain/policy/can';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import { newId } from '../ids';
import type { Runtime } from '../runtime';
import { type AdoptionCommandInput, decideAdoption } from './decide-adoption';
import { recordDocumentEvent } from './document-event';
import { permittedDocument } from './permitted-document';
import { readAhead, standingText } from './standing-text';
import { tell } from './tell';

export interface FindAdoptionInput extends AdoptionCommandInput {
  readonly documentId: string;
  /** The `stateSeq` of the page that the chair acted on. */
  readonly stateSeq?: number;
}

/**
 * The first step of an adoption in the room (PR31): the chair finds that nobody objects to the text that was shown.
 * Every guard is asked; what was found waits for a person of the secretariat, and nothing is adopted yet.
 */
export async function findAdoption(
  runtime: Runtime,
  asked: Actor,
  input: FindAdoptionInput,
): Promise<Outcome<{ findingId: string }>> {
  const permitted = permittedDocument(runtime.db, asked, 'adopt', input.documentId);
  if (!permitted.ok) return permitted;
  const ahead = await readAhead(runtime, input.documentId);
  const at = runtime.clock.now();
  return atomic(runtime.db, (tx): Outcome<{ findingId: string }> => {
    const actor = loadActor(tx, asked.userId, asked.sessionId, at);
    if (actor === null) return refuse('PO1');
    const found = permittedDocument(tx, actor, 'adopt', input.documentId);
    if (!found.ok) return found;
    const document = found.value;
    const standing = standingText(tx, document.id, ahead);
    const decided = decideAdoption(tx, document, standing, input, actor, at);
    if (!decided.ok) return decided;
    const { verb, wording, revision } = decided.value;
    withdrawAdoptionFindings(tx, document.id, at);
    const findingId = newId('fnd');
    insertAdoptionFinding(tx, {
      id: findingId,
      documentId: document.id,
      position: standing.position,
      hash: standing.hash,
      verb,
      wording,
      meetingId: input.meetingId,
      agendaItemId: input.agendaItemId,
      stateSeq: document.stateSeq,
      foundBy: actor.userId,
      at,
      confirmedBy: null,
      confirmedAt: null,
      withdrawnAt: null,
    });
    recordDocumentEvent(tx, actor, document, at, {
      kind: 'document.adoptionFound',
      data: { findingId, verb, revision, textHash: standing.hash, meetingId: input.meetingId },
    });
    tell(tx, at, {
      kind: 'adoptionAwaitsConfirmation',
      bodyId: document.bodyId,
      documentId: document.id,
      data: { verb, revision, meetingId: input.meetingId },
      key: `adoptionAwaitsConfirmation:${findingId}`,
      to: { roles: ['secretariat'], except: actor.userId },
    });
    return accept({ findingId });
  });
}
