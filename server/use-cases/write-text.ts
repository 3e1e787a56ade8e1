import { atomic } from '../../db/atomic';
import type { Actor } from '../../domain/policy/can';
import { accept, type Outcome } from '../../domain/refusal';
import type { DocumentJson } from '../../domain/text/document-json';
import type { Runtime } from '../runtime';
import { appendEdit, editAhead } from './edit-ahead';
import { permittedDocument } from './permitted-document';
import { preparedText } from './prepared-text';

export interface WriteTextInput {
  readonly documentId: string;
  readonly text: DocumentJson;
}

/**
 * Makes the text of a document equal to `text` by the smallest edit, as the actor's own. Programs and seeds write
 * this way; people write through the editor. `changed` is false where the text was equal already.
 */
export async function writeText(
  runtime: Runtime,
  actor: Actor,
  input: WriteTextInput,
): Promise<Outcome<{ changed: boolean }>> {
  const permitted = permittedDocument(runtime.db, actor, 'edit', input.documentId);
  if (!permitted.ok) return permitted;
  const text = preparedText(input.text);
  if (!text.ok) return text;
  const target = JSON.stringify(text.value);
  const ahead = await editAhead(runtime, input.documentId, target);
  const outcome = atomic(runtime.db, (tx): Outcome<{ changed: boolean }> => {
    const document = permittedDocument(tx, actor, 'edit', input.documentId);
    if (!document.ok) return document;
    const place = { document: document.value, actor, at: runtime.clock.now() };
    return accept({ changed: appendEdit(tx, place, target, ahead) !== null });
  });
  if (outcome.ok && outcome.value.changed) runtime.live.followLog(input.documentId);
  return outcome;
}
