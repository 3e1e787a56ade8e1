import { loadActor } from '../../db/actors';
import { type AdoptionFindingRow, confirmAdoptionFinding } from '../../db/adoption-findings';
import { atomic } from '../../db/atomic';
import type { Db } from '../../db/client';
import type { DecisionRow } from '../../db/decisions';
import type { VersionRow } from '../../db/versions';
import { type Actor, can, delegationOf } from '../../domain/policy/can';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import type { VersionLine } from '../queries/version-line';
import type { Runtime } from '../runtime';
import { decideAdoption } from './decide-adoption';
import { permittedDocument, subjectOf } from './permitted-document';
import { recordAdoption } from './record-adoption';
import { readAhead, type StandingText, standingText } from './standing-text';
import { countedLine } from './take-version';
import { waitingFinding } from './waiting-finding';

export interface AdoptDocumentInput {
  readonly documentId: string;
  /** The finding that was shown; left out, the one that waits. */
  readonly findingId?: string;
}

export interface AdoptedDocument {
  readonly decisionId: string;
  readonly version: VersionLine;
  readonly textHash: string;
}

/**
 * The second step of an adoption in the room: a person of the secretariat confirms what the chair has found (PR31).
 * Everything is read and asked again, with the chair of this instant, and written in one transaction: adopted
 * version, decision with the roster of that instant, audit event, signed evidence, final state. After commit the
 * rooms are told and their sockets close.
 */
export async function adoptDocument(
  runtime: Runtime,
  actor: Actor,
  input: AdoptDocumentInput,
): Promise<Outcome<AdoptedDocument>> {
  const permitted = permittedDocument(runtime.db, actor, 'confirmAdoption', input.documentId);
  if (!permitted.ok) return permitted;
  const ahead = await readAhead(runtime, input.documentId);
  const at = runtime.clock.now();
  const adopted = atomic(runtime.db, (tx) => adoptInside(tx, runtime, actor, input, ahead, at));
  if (!adopted.ok) return adopted;
  runtime.live.reviewDocument(input.documentId);
  const { decision, version } = adopted.value;
  return accept({
    decisionId: decision.id,
    version: await countedLine(runtime, permitted.value, version),
    textHash: decision.textHash,
  });
}

function adoptInside(
  tx: Db,
  runtime: Runtime,
  asked: Actor,
  input: AdoptDocumentInput,
  ahead: StandingText,
  at: string,
): Outcome<{ decision: DecisionRow; version: VersionRow }> {
  const actor = loadActor(tx, asked.userId, asked.sessionId, at);
  if (actor === null) return refuse('PO1');
  const found = permittedDocument(tx, actor, 'confirmAdoption', input.documentId);
  if (!found.ok) return found;
  const document = found.value;
  const finding = waitingFinding(tx, document);
  if (finding === null || (input.findingId !== undefined && input.findingId !== finding.id)) {
    return refuse(input.findingId === undefined ? 'PR31' : 'PR32');
  }
  if (finding.foundBy === actor.userId) return refuse('PR41');
  const chair = chairOf(tx, finding, at);
  // Who found it in the chair and left it since has found nothing that could be confirmed (PR32).
  if (chair === null || !can(chair, 'adopt', subjectOf(document)).ok) return refuse('PR10');
  const standing = standingText(tx, document.id, ahead);
  const decided = decideAdoption(tx, document, standing, finding, chair, at);
  if (!decided.ok) return decided;
  confirmAdoptionFinding(tx, finding.id, { confirmedBy: actor.userId, confirmedAt: at });
  const { event, ...words } = decided.value;
  return accept(
    recordAdoption(tx, runtime.signer, {
      ...words,
      document,
      standing,
      meetingId: finding.meetingId,
      agendaItemId: finding.agendaItemId,
      decidedBy: {
        userId: chair.userId,
        name: chair.name,
        country: delegationOf(chair, document.bodyId),
      },
      actor,
      at,
      recordedAt: at,
      how: { kind: 'inTheRoom', confirmedBy: { name: actor.name } },
      event: { ...event, data: { ...event.data, findingId: finding.id, foundBy: chair.name } },
    }),
  );
}

function chairOf(tx: Db, finding: AdoptionFindingRow, at: string): Actor | null {
  return loadActor(tx, finding.foundBy, null, at);
}
