import { atomic } from '../../db/atomic';
import type { Actor } from '../../domain/policy/can';
import { accept, type Outcome } from '../../domain/refusal';
import type { DocumentJson } from '../../domain/text/document-json';
import type { Runtime } from '../runtime';
import { appendText, preparedText } from './append-text';
import { permittedDocument } from './permitted-document';

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
  const outcome = atomic(runtime.db, (tx): Outcome<{ changed: boolean }> => {
    const document = permittedDocument(tx, actor, 'edit', input.documentId);
    if (!document.ok) return document;
    return accept({ changed: appendText(tx, actor, document.value, text.value, runtime.clock.now()) });
  });
  if (outcome.ok && outcome.value.changed) runtime.live.followLog(input.documentId);
  return outcome;
}
