import { atomic } from '../../db/atomic';
import { waitingRecordFinding } from '../../db/record-findings';
import type { Actor } from '../../domain/policy/can';
import { OBJECTION_DAYS } from '../../domain/procedure/corrigendum';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import { textHash } from '../../domain/text/canonical';
import type { Runtime } from '../runtime';
import { type CorrigendumCommand, decideCorrigendum } from './decide-corrigendum';
import { recordDocumentEvent } from './document-event';
import { permittedDocument } from './permitted-document';
import { keepFinding } from './record-finding';
import { tell } from './tell';

export interface ProposeCorrigendumInput extends Omit<CorrigendumCommand, 'days'> {
  readonly documentId: string;
  /** How many days delegations have to object. */
  readonly days?: number;
}

/** What waits for a second person of a corrigendum: the command, and the words it corrects, as they were shown. */
export interface CorrigendumFinding extends CorrigendumCommand {
  readonly before: string;
  readonly after: string;
}

/**
 * The secretariat proposes to put a slip of the pen right. A second person looks at it first (DE39): delegations are
 * asked, and their time begins, once it is confirmed.
 */
export async function proposeCorrigendum(
  runtime: Runtime,
  actor: Actor,
  { documentId, days = OBJECTION_DAYS.usual, ...given }: ProposeCorrigendumInput,
): Promise<Outcome<{ readonly findingId: string }>> {
  return atomic(runtime.db, (tx): Outcome<{ readonly findingId: string }> => {
    const at = runtime.clock.now();
    const found = permittedDocument(tx, actor, 'proposeCorrigendum', documentId);
    if (!found.ok) return found;
    const document = found.value;
    const { clauseId, words } = given;
    const command = { clauseId, words, reason: given.reason, days };
    const decided = decideCorrigendum(tx, documentId, command);
    if (!decided.ok) return decided;
    // Words that somebody wrote are not put aside by another's: they are confirmed or taken back first.
    if (waitingRecordFinding(tx, documentId, 'corrigendum') !== null) return refuse('DE26');
    const { before, after, text, number, reason } = decided.value;
    const what: CorrigendumFinding = { ...command, reason, before, after };
    const findingId = keepFinding(tx, documentId, { kind: 'corrigendum', what, foundBy: actor.userId, at });
    recordDocumentEvent(tx, actor, document, at, {
      kind: 'document.corrigendumFound',
      data: { findingId, number, clauseId, textHash: textHash(text) },
    });
    tell(tx, at, {
      kind: 'corrigendumAwaitsConfirmation',
      bodyId: document.bodyId,
      documentId,
      data: { number },
      key: `corrigendumAwaitsConfirmation:${findingId}`,
      to: { roles: ['secretariat', 'chair'], except: actor.userId },
    });
    return accept({ findingId });
  });
}
