import { loadActor } from '../../db/actors';
import { atomic } from '../../db/atomic';
import { findSilenceRun, insertSilenceReceipt } from '../../db/silence';
import { type Actor, delegationOf } from '../../domain/policy/can';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import type { Runtime } from '../runtime';
import { permittedDocument } from './permitted-document';

/** A person confirms that the notice of a run reached them. Once is enough; again changes nothing (SP19). */
export async function receiveSilence(
  runtime: Runtime,
  asked: Actor,
  input: { readonly runId: string },
): Promise<Outcome<true>> {
  return atomic(runtime.db, (tx): Outcome<true> => {
    const at = runtime.clock.now();
    const actor = loadActor(tx, asked.userId, asked.sessionId, at);
    const run = findSilenceRun(tx, input.runId);
    if (actor === null || run === null) return refuse('PO1');
    const read = permittedDocument(tx, actor, 'readNegotiation', run.documentId);
    if (!read.ok) return read;
    if (run.state !== 'running') return refuse('SP10');
    const allowed = permittedDocument(tx, actor, 'receiveSilence', run.documentId);
    if (!allowed.ok) return allowed;
    insertSilenceReceipt(tx, {
      runId: run.id,
      userId: actor.userId,
      country: delegationOf(actor, allowed.value.bodyId),
      at,
    });
    return accept(true);
  });
}
