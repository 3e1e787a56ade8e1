import { atomic } from '../../db/atomic';
import { challengeEditorialChange, findEditorialChange } from '../../db/editorial-changes';
import type { Actor } from '../../domain/policy/can';
import { innerRingOf } from '../../domain/policy/rings';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import type { Runtime } from '../runtime';
import { recordDocumentEvent } from './document-event';
import { permittedDocument } from './permitted-document';
import { readAhead, standingText } from './standing-text';
import { tell } from './tell';
import { tellOfChangedWords } from './tell-of-changed-words';

/**
 * A delegation says that a change was not editorial (PS9). From then on what was accepted or cleared on the words
 * before it has to be reconfirmed.
 */
export async function challengeEditorial(
  runtime: Runtime,
  actor: Actor,
  input: { readonly documentId: string; readonly changeId: string },
): Promise<Outcome<true>> {
  const { documentId, changeId } = input;
  const permitted = permittedDocument(runtime.db, actor, 'challengeClass', documentId);
  if (!permitted.ok) return permitted;
  const ahead = await readAhead(runtime, documentId);
  const at = runtime.clock.now();
  return atomic(runtime.db, (tx): Outcome<true> => {
    const found = permittedDocument(tx, actor, 'challengeClass', documentId);
    if (!found.ok) return found;
    const document = found.value;
    const country = innerRingOf(actor, document.bodyId);
    if (country === null) return refuse('PO2');
    const change = findEditorialChange(tx, changeId);
    if (change === null || change.documentId !== documentId || change.challengedAt !== null) {
      return refuse('PS9');
    }
    challengeEditorialChange(tx, changeId, { challengedAt: at, challengedCountry: country });
    recordDocumentEvent(tx, actor, document, at, {
      kind: 'editorial.challenged',
      data: { clauseId: change.clauseId, changeId },
    });
    tell(tx, at, {
      kind: 'classChallenged',
      bodyId: document.bodyId,
      documentId,
      data: { country, clauseId: change.clauseId },
      key: `classChallenged:${changeId}`,
      to: { roles: ['chair', 'secretariat'], except: actor.userId },
    });
    tellOfChangedWords(tx, at, document, standingText(tx, documentId, ahead));
    return accept(true);
  });
}
