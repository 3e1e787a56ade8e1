import { atomic } from '../../db/atomic';
import type { Actor } from '../../domain/policy/can';
import { canWriteProposal } from '../../domain/policy/proposals';
import { accept, type Outcome } from '../../domain/refusal';
import type { DocumentJson } from '../../domain/text/document-json';
import type { Runtime } from '../runtime';
import { appendEdit } from './edit-ahead';
import { permittedProposal } from './permitted-proposal';
import { preparedText } from './prepared-text';

/**
 * Makes the words of a draft equal to `text` by the smallest edit, as the actor's own. Programs and seeds write this
 * way; people write in the draft's room.
 */
export async function writeDraft(
  runtime: Runtime,
  actor: Actor,
  input: { readonly proposalId: string; readonly text: DocumentJson },
): Promise<Outcome<{ changed: boolean }>> {
  const text = preparedText(input.text);
  if (!text.ok) return text;
  const written = atomic(runtime.db, (tx): Outcome<{ changed: boolean }> => {
    const found = permittedProposal(tx, actor, input.proposalId, canWriteProposal);
    if (!found.ok) return found;
    const { document, proposal } = found.value;
    const place = {
      document: { id: proposal.id, bodyId: document.bodyId },
      actor,
      at: runtime.clock.now(),
    };
    return accept({ changed: appendEdit(tx, place, JSON.stringify(text.value)) !== null });
  });
  if (written.ok && written.value.changed) runtime.live.followLog(input.proposalId);
  return written;
}
