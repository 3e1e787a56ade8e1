import { atomic } from '../../db/atomic';
import { insertAnswer } from '../../db/dispositions';
import { REASON_LENGTH } from '../../domain/negotiation/dispositions';
import type { Actor } from '../../domain/policy/can';
import { delegationLedBy } from '../../domain/policy/rings';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import { newId } from '../ids';
import type { Runtime } from '../runtime';
import { recordDocumentEvent } from './document-event';
import { openSuggestion } from './open-suggestion';
import { permittedDocument } from './permitted-document';

export interface AnswerDispositionInput {
  readonly documentId: string;
  readonly actId: string;
  readonly answer: 'agree' | 'cannotAgree';
  readonly note?: string;
}

/** A delegation's word on what the chair suggests; its newest stands (NP35). */
export async function answerDisposition(
  runtime: Runtime,
  actor: Actor,
  input: AnswerDispositionInput,
): Promise<Outcome<true>> {
  const note = (input.note ?? '').trim().normalize('NFC');
  const at = runtime.clock.now();
  return atomic(runtime.db, (tx): Outcome<true> => {
    const found = permittedDocument(tx, actor, 'answerDisposition', input.documentId);
    if (!found.ok) return found;
    const document = found.value;
    const country = delegationLedBy(actor, document.bodyId);
    if (country === null) return refuse('PO2');
    const suggestion = openSuggestion(tx, document.id, input.actId);
    if (!suggestion.ok) return suggestion;
    const isBare = input.answer === 'cannotAgree' && note.length < 3;
    if (isBare || note.length > REASON_LENGTH) return refuse('NP35', { field: 'note' });
    const { documentId, actId, answer } = input;
    insertAnswer(tx, { id: newId('ans'), actId, documentId, country, answer, note, by: actor.userId, at });
    recordDocumentEvent(tx, actor, document, at, {
      kind: 'proposal.answered',
      data: { act: actId, delegation: country, answer },
    });
    return accept(true);
  });
}
