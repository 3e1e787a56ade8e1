import { loadActor } from '../../db/actors';
import { atomic } from '../../db/atomic';
import { changeProcedure } from '../../db/documents';
import { findVersionHead, lastVersionHead, type VersionRow } from '../../db/versions';
import type { Actor } from '../../domain/policy/can';
import { decide } from '../../domain/procedure/decide';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import { type VersionLine, versionLine } from '../queries/version-line';
import type { Runtime } from '../runtime';
import { recordDocumentEvent } from './document-event';
import { permittedDocument } from './permitted-document';
import { procedureState } from './procedure-state';
import { readAhead, standingText } from './standing-text';
import { countVersion, hasGrown, storeVersion } from './store-version';

export interface SetPensInput {
  readonly documentId: string;
  readonly down: boolean;
}

/**
 * Pens down: the chair stops all writing, and the text as it stands is kept as the candidate for adoption.
 * Pens up: writing goes on. Every editor is told at once.
 */
export async function setPens(
  runtime: Runtime,
  asked: Actor,
  input: SetPensInput,
): Promise<Outcome<{ pensDown: boolean; candidate: VersionLine | null }>> {
  const permitted = permittedDocument(runtime.db, asked, 'pensDown', input.documentId);
  if (!permitted.ok) return permitted;
  const ahead = await readAhead(runtime, input.documentId);
  const at = runtime.clock.now();
  const set = atomic(runtime.db, (tx): Outcome<{ taken: VersionRow | null; number: number | null }> => {
    const actor = loadActor(tx, asked.userId, asked.sessionId, at);
    if (actor === null) return refuse('PO1');
    const found = permittedDocument(tx, actor, 'pensDown', input.documentId);
    if (!found.ok) return found;
    const document = found.value;
    const standing = standingText(tx, document.id, ahead);
    const decided = decide(
      procedureState(tx, document, standing),
      { do: input.down ? 'pensDown' : 'pensUp' },
      actor,
      at,
    );
    if (!decided.ok) return decided;
    const taken =
      input.down && hasGrown(tx, document.id)
        ? storeVersion(tx, document, { kind: 'checkpoint', takenBy: actor.userId, at }, standing)
        : null;
    recordDocumentEvent(tx, actor, document, at, decided.value.event);
    const changed = changeProcedure(tx, document.id, document.stateSeq, {
      pensDownAt: input.down ? at : null,
      pensDownBy: input.down ? actor.userId : null,
    });
    if (!changed) throw new Error('setPens: the document changed inside the transaction');
    return accept({ taken, number: input.down ? (lastVersionHead(tx, document.id)?.number ?? null) : null });
  });
  if (!set.ok) return set;
  runtime.live.reviewDocument(input.documentId);
  const { taken, number } = set.value;
  if (taken !== null) await countVersion(runtime, taken, permitted.value.houseStyle);
  const head = number === null ? null : findVersionHead(runtime.db, input.documentId, number);
  return accept({ pensDown: input.down, candidate: head === null ? null : versionLine(head) });
}
