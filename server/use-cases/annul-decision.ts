import { loadActor } from '../../db/actors';
import { findAnnulment, insertAnnulment } from '../../db/annulments';
import { atomic } from '../../db/atomic';
import type { Db } from '../../db/client';
import { evidenceFileOf, findDecision } from '../../db/decisions';
import { waitingRecordFinding } from '../../db/record-findings';
import { lastRevisionHead, type VersionRow, versionText } from '../../db/versions';
import { PARTIES } from '../../domain/body/grants';
import type { Actor } from '../../domain/policy/can';
import { decideAnnulment } from '../../domain/procedure/annulment';
import type { Evidence } from '../../domain/procedure/evidence';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import type { Runtime } from '../runtime';
import type { CreatedDocument } from './create-document';
import { recordDocumentEvent } from './document-event';
import { type FirstEdit, firstEdit } from './edit-ahead';
import { takenOn } from './lineage';
import { permittedDocument } from './permitted-document';
import { withdrawFinding } from './record-finding';
import { successorInside } from './start-successor';
import { countVersion } from './store-version';
import { tell } from './tell';

export interface AnnulDecisionInput {
  readonly documentId: string;
  readonly reason: string;
}

/**
 * The chair takes back an adoption of the same sitting (DE20–DE23). The decision and its document stay what they are;
 * the annulment is a record of its own, and in the same transaction a draft with the same text is opened, in which the
 * work goes on.
 */
export async function annulDecision(
  runtime: Runtime,
  actor: Actor,
  input: AnnulDecisionInput,
): Promise<Outcome<CreatedDocument>> {
  const permitted = permittedDocument(runtime.db, actor, 'annul', input.documentId);
  if (!permitted.ok) return permitted;
  const adopted = lastRevisionHead(runtime.db, input.documentId);
  const text = adopted === null ? null : versionText(runtime.db, adopted.id);
  if (text === null) throw new Error('annulDecision: an adopted document without its text');
  const first = await firstEdit(runtime, text);
  const annulled = atomic(runtime.db, (tx) => annulInside(tx, runtime, actor, input, first));
  if (!annulled.ok) return annulled;
  await countVersion(runtime, annulled.value.version, permitted.value.houseStyle);
  return accept(annulled.value.created);
}

function annulInside(
  tx: Db,
  runtime: Runtime,
  asked: Actor,
  input: AnnulDecisionInput,
  first: FirstEdit,
): Outcome<{ created: CreatedDocument; version: VersionRow }> {
  const at = runtime.clock.now();
  const actor = loadActor(tx, asked.userId, asked.sessionId, at);
  if (actor === null) return refuse('PO1');
  const found = permittedDocument(tx, actor, 'annul', input.documentId);
  if (!found.ok) return found;
  const document = found.value;
  const decided = findDecision(tx, document.id);
  if (decided === null) throw new Error('annulDecision: adopted without a decision');
  const { decision, meeting } = decided;
  const outcome = decideAnnulment(
    {
      decision: { ...decision, bySilence: fellSilent(tx, document.id) },
      meeting: meeting.status,
      isAnnulled: findAnnulment(tx, decision.id) !== null,
      wentFurther: takenOn(tx, document.id).at(-1)?.id !== decision.id,
    },
    input,
    actor,
    at,
  );
  if (!outcome.ok) return outcome;
  const started = successorInside(tx, at, actor, document, first, {
    meetingId: document.meetingId,
    agendaItemId: document.agendaItemId,
  });
  if (!started.ok) return started;
  const { documentId: successorId } = started.value.created;
  const { reason } = outcome.value;
  insertAnnulment(tx, {
    decisionId: decision.id,
    documentId: document.id,
    successorId,
    reason,
    by: actor.userId,
    at,
  });
  recordDocumentEvent(tx, actor, document, at, {
    kind: 'document.annulled',
    data: { decisionId: decision.id, successorId, reason },
  });
  // Nothing is decided or corrected on it any more (DE16): what waits for a second person waits no longer.
  for (const kind of ['tierDecision', 'corrigendum'] as const) {
    const waiting = waitingRecordFinding(tx, document.id, kind);
    if (waiting !== null) withdrawFinding(tx, actor, document, waiting, at);
  }
  tell(tx, at, {
    kind: 'decisionAnnulled',
    bodyId: document.bodyId,
    documentId: document.id,
    data: { decisionId: decision.id, successorId },
    key: `decisionAnnulled:${decision.id}`,
    to: { roles: PARTIES, except: actor.userId },
  });
  return started;
}

function fellSilent(tx: Db, documentId: string): boolean {
  const evidence = JSON.parse(evidenceFileOf(tx, documentId) ?? '{}') as Partial<Evidence>;
  const { decision } = evidence;
  return decision !== undefined && 'how' in decision && decision.how.kind === 'bySilence';
}
