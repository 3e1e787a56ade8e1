import { loadActor } from '../../db/actors';
import { atomic } from '../../db/atomic';
import type { Db } from '../../db/client';
import { confirmRecordFinding } from '../../db/record-findings';
import { insertTierDecision, type TierDecisionRow } from '../../db/tier-decisions';
import { PARTIES } from '../../domain/body/grants';
import { type Actor, can, delegationOf } from '../../domain/policy/can';
import { isBackedBySecretariat } from '../../domain/policy/second-hand';
import { evidenceFile } from '../../domain/procedure/evidence';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import type { DocumentJson } from '../../domain/text/document-json';
import { newId } from '../ids';
import type { Runtime } from '../runtime';
import { adoptionEvidence } from './adoption-evidence';
import { decideTier, type TierCommandInput } from './decide-tier';
import { recordDocumentEvent } from './document-event';
import { forwardedFrom } from './lineage';
import { permittedDocument, subjectOf } from './permitted-document';
import { findingToConfirm } from './record-finding';
import { rosterNow } from './roster-now';
import { readAhead, type StandingText, standingText } from './standing-text';
import { tell } from './tell';

export interface ConfirmTierDecisionInput {
  readonly documentId: string;
  /** The finding that was shown. */
  readonly findingId: string;
}

/**
 * The second step of a tier's decision, on a text that stays open (agreed at the Preparatory Meeting) or is final already
 * (adopted again by the Heads, noted above): a person of the secretariat confirms what another entered, or the chair what
 * the secretariat entered (DE39). Everything is read and asked again; the decision has its own roster and its signed
 * evidence, and says where the text came from.
 */
export async function confirmTierDecision(
  runtime: Runtime,
  actor: Actor,
  input: ConfirmTierDecisionInput,
): Promise<Outcome<{ readonly decisionId: string }>> {
  const permitted = permittedDocument(runtime.db, actor, 'confirmTierDecision', input.documentId);
  if (!permitted.ok) return permitted;
  const ahead = await readAhead(runtime, input.documentId);
  return atomic(runtime.db, (tx) => confirmInside(tx, runtime, actor, input, ahead));
}

function confirmInside(
  tx: Db,
  runtime: Runtime,
  asked: Actor,
  input: ConfirmTierDecisionInput,
  ahead: StandingText,
): Outcome<{ readonly decisionId: string }> {
  const at = runtime.clock.now();
  const actor = loadActor(tx, asked.userId, asked.sessionId, at);
  if (actor === null) return refuse('PO1');
  const found = permittedDocument(tx, actor, 'confirmTierDecision', input.documentId);
  if (!found.ok) return found;
  const document = found.value;
  const waiting = findingToConfirm(tx, actor, { ...input, kind: 'tierDecision' });
  if (!waiting.ok) return waiting;
  // Who entered it and may no longer has entered nothing that could be confirmed (DE41).
  const finder = loadActor(tx, waiting.value.foundBy, null, at);
  if (finder === null || !can(finder, 'decideAtTier', subjectOf(document)).ok) return refuse('DE41');
  if (!isBackedBySecretariat(finder, actor, document.bodyId)) return refuse('PO2');
  const command = JSON.parse(waiting.value.what) as TierCommandInput;
  const decided = decideTier(tx, document, standingText(tx, document.id, ahead), command);
  if (!decided.ok) return decided;
  const { verb, wording, revision, version, meeting, agendaItemId, forwarded, taken } = decided.value;
  const facts = {
    id: newId('dec'),
    documentId: document.id,
    versionId: version.id,
    bodyId: document.bodyId,
    meetingId: meeting.id,
    agendaItemId,
    verb,
    wording,
    textHash: version.hash,
    roster: JSON.stringify(rosterNow(tx, document.bodyId, at)),
    forwardedFrom: forwarded?.id ?? null,
    decidedBy: finder.userId,
    at,
  } satisfies Omit<TierDecisionRow, 'evidence'>;
  confirmRecordFinding(tx, waiting.value.id, {
    confirmedBy: actor.userId,
    confirmedAt: at,
    outcomeId: facts.id,
  });
  const audit = recordDocumentEvent(tx, actor, document, at, {
    kind: 'document.tierDecided',
    data: {
      decisionId: facts.id,
      number: version.number,
      verb,
      revision,
      textHash: facts.textHash,
      meetingId: meeting.id,
      agendaItemId,
      findingId: waiting.value.id,
      foundBy: finder.name,
      ...(forwarded === null ? {} : { forwardedFrom: forwarded.id }),
    },
  });
  const evidence = adoptionEvidence(
    tx,
    {
      document,
      version,
      decision: facts,
      text: JSON.parse(version.text) as DocumentJson,
      audit,
      decidedBy: { name: finder.name, country: delegationOf(finder, document.bodyId) },
      how: { kind: 'inTheRoom', confirmedBy: { name: actor.name } },
      forwardedFrom: forwardedFrom(taken.at(-1)),
      makesFinal: false,
    },
    runtime.signer,
  );
  insertTierDecision(tx, { ...facts, evidence: evidenceFile(evidence) });
  tell(tx, at, {
    kind: 'decisionTaken',
    bodyId: document.bodyId,
    documentId: document.id,
    data: { verb, decisionId: facts.id, revision, meeting: meeting.title, tier: meeting.tier },
    key: `decisionTaken:${facts.id}`,
    to: { roles: PARTIES, except: actor.userId },
  });
  return accept({ decisionId: facts.id });
}
