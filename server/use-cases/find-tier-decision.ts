import { loadActor } from '../../db/actors';
import { atomic } from '../../db/atomic';
import { waitingRecordFinding } from '../../db/record-findings';
import { type Actor, rolesIn } from '../../domain/policy/can';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import type { Runtime } from '../runtime';
import { decideTier, type TierCommandInput } from './decide-tier';
import { recordDocumentEvent } from './document-event';
import { permittedDocument } from './permitted-document';
import { keepFinding, withdrawFinding } from './record-finding';
import { readAhead, standingText } from './standing-text';
import { tell } from './tell';

export interface FindTierDecisionInput extends TierCommandInput {
  readonly documentId: string;
  /** What waited on the page, whose place this takes; "" where nothing did. */
  readonly shownFindingId: string;
}

/**
 * The first step of a tier's decision (DE39): the chair or the secretariat enters what the meeting decided. Every rule
 * is asked; what was entered waits for a second person, and nothing is decided yet. Words that wait give their place
 * only to whoever was shown them (DE41).
 */
export async function findTierDecision(
  runtime: Runtime,
  asked: Actor,
  input: FindTierDecisionInput,
): Promise<Outcome<{ readonly findingId: string }>> {
  const permitted = permittedDocument(runtime.db, asked, 'decideAtTier', input.documentId);
  if (!permitted.ok) return permitted;
  const ahead = await readAhead(runtime, input.documentId);
  return atomic(runtime.db, (tx): Outcome<{ readonly findingId: string }> => {
    const at = runtime.clock.now();
    const actor = loadActor(tx, asked.userId, asked.sessionId, at);
    if (actor === null) return refuse('PO1');
    const found = permittedDocument(tx, actor, 'decideAtTier', input.documentId);
    if (!found.ok) return found;
    const document = found.value;
    const decided = decideTier(tx, document, standingText(tx, document.id, ahead), input);
    if (!decided.ok) return decided;
    const waiting = waitingRecordFinding(tx, document.id, 'tierDecision');
    if ((waiting?.id ?? '') !== input.shownFindingId) return refuse('DE41');
    if (waiting !== null) withdrawFinding(tx, actor, document, waiting, at);
    const { verb, wording, revision, meeting, agendaItemId } = decided.value;
    const what: TierCommandInput = {
      hash: input.hash,
      verb,
      wording,
      meetingId: meeting.id,
      agendaItemId,
    };
    const findingId = keepFinding(tx, document.id, {
      kind: 'tierDecision',
      what,
      foundBy: actor.userId,
      at,
    });
    recordDocumentEvent(tx, actor, document, at, {
      kind: 'document.tierDecisionFound',
      data: { findingId, verb, revision, textHash: input.hash, meetingId: meeting.id, agendaItemId },
    });
    tell(tx, at, {
      kind: 'decisionAwaitsConfirmation',
      bodyId: document.bodyId,
      documentId: document.id,
      data: { verb, revision, meetingId: meeting.id },
      key: `decisionAwaitsConfirmation:${findingId}`,
      to: {
        // A secretariat may be one person: then the chair is the second (DE39).
        roles: rolesIn(actor, document.bodyId).includes('secretariat')
          ? ['secretariat', 'chair']
          : ['secretariat'],
        except: actor.userId,
      },
    });
    return accept({ findingId });
  });
}
