import { atomic } from '../../db/atomic';
import { changeProcedure } from '../../db/documents';
import type { VersionRow } from '../../db/versions';
import type { Actor } from '../../domain/policy/can';
import { gapRefusal } from '../../domain/procedure/adoption-gaps';
import { decide } from '../../domain/procedure/decide';
import type { DocumentState } from '../../domain/procedure/states';
import type { StateStep } from '../../domain/procedure/transitions';
import { accept, type Outcome } from '../../domain/refusal';
import type { Runtime } from '../runtime';
import { adoptionGapsOf } from './adoption-gaps';
import { recordDocumentEvent } from './document-event';
import { permittedDocument } from './permitted-document';
import { procedureState } from './procedure-state';
import { readAhead, standingText } from './standing-text';
import { closeSilence } from './steer-silence';
import { countVersion, hasGrown, storeVersion } from './store-version';

export interface MoveStateInput {
  readonly documentId: string;
  readonly step: StateStep;
  readonly reason?: string;
  /** The `stateSeq` of the page that the person acted on; left out, the step is taken from whatever stands. */
  readonly stateSeq?: number;
}

/**
 * Takes a document from one state to the next. What was written until then is kept as a checkpoint, and every
 * open socket is judged anew. A text is agreed ad referendum only where nothing but capitals is missing (PR42).
 */
export async function moveState(
  runtime: Runtime,
  actor: Actor,
  input: MoveStateInput,
): Promise<Outcome<{ state: DocumentState }>> {
  const permitted = permittedDocument(runtime.db, actor, 'moveState', input.documentId);
  if (!permitted.ok) return permitted;
  const ahead = await readAhead(runtime, input.documentId);
  const moved = atomic(runtime.db, (tx): Outcome<{ state: DocumentState; checkpoint: VersionRow | null }> => {
    const at = runtime.clock.now();
    const found = permittedDocument(tx, actor, 'moveState', input.documentId);
    if (!found.ok) return found;
    const document = found.value;
    const standing = standingText(tx, document.id, ahead);
    const decided = decide(
      procedureState(tx, document, standing),
      {
        do: input.step,
        ...(input.reason === undefined ? {} : { reason: input.reason }),
        ...(input.stateSeq === undefined ? {} : { stateSeq: input.stateSeq }),
      },
      actor,
      at,
    );
    if (!decided.ok) return decided;
    if (input.step === 'agreeAdReferendum') {
      const gap = adoptionGapsOf(tx, document, standing, at).find(({ rule }) => rule !== 'PR37');
      if (gap !== undefined) return gapRefusal(gap);
    }
    const { state, event } = decided.value;
    if (state === undefined) throw new Error('moveState: a step without a state');
    if (document.state === 'silence') {
      const closed = closeSilence(tx, actor, document, { step: input.step, reason: input.reason ?? '' }, at);
      if (!closed.ok) return closed;
    }
    const checkpoint = hasGrown(tx, document.id)
      ? storeVersion(tx, document, { kind: 'checkpoint', takenBy: actor.userId, at }, standing)
      : null;
    recordDocumentEvent(tx, actor, document, at, event);
    if (!changeProcedure(tx, document.id, document.stateSeq, { state, pensDownAt: null, pensDownBy: null })) {
      throw new Error('moveState: the document changed inside the transaction');
    }
    return accept({ state, checkpoint });
  });
  if (!moved.ok) return moved;
  runtime.live.reviewDocument(input.documentId);
  if (moved.value.checkpoint !== null) {
    await countVersion(runtime, moved.value.checkpoint, permitted.value.houseStyle);
  }
  return accept({ state: moved.value.state });
}
