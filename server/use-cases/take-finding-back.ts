import { atomic } from '../../db/atomic';
import { waitingRecordFinding } from '../../db/record-findings';
import type { Actor } from '../../domain/policy/can';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import type { Runtime } from '../runtime';
import { permittedDocument } from './permitted-document';
import { withdrawFinding } from './record-finding';

const ENTERED_BY = { tierDecision: 'decideAtTier', corrigendum: 'proposeCorrigendum' } as const;

/** Takes back what waits for a second person, by whoever may enter such a thing (DE41). That it was entered stays on record. */
export async function takeFindingBack(
  runtime: Runtime,
  actor: Actor,
  input: {
    readonly documentId: string;
    readonly findingId: string;
    readonly kind: keyof typeof ENTERED_BY;
  },
): Promise<Outcome<true>> {
  const { documentId, findingId, kind } = input;
  return atomic(runtime.db, (tx): Outcome<true> => {
    const at = runtime.clock.now();
    const found = permittedDocument(tx, actor, ENTERED_BY[kind], documentId);
    if (!found.ok) return found;
    const waiting = waitingRecordFinding(tx, documentId, kind);
    if (waiting?.id !== findingId) return refuse(waiting === null ? 'DE39' : 'DE41');
    withdrawFinding(tx, actor, found.value, waiting, at);
    return accept(true);
  });
}
