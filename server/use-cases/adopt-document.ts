import { loadActor } from '../../db/actors';
import { atomic } from '../../db/atomic';
import { listChairTerms, listCountries, listMemberships } from '../../db/bodies';
import type { Db } from '../../db/client';
import { type DecisionRow, insertDecision, insertEvidence } from '../../db/decisions';
import { changeProcedure } from '../../db/documents';
import { findAgendaItem, findMeeting } from '../../db/meetings';
import type { VersionRow } from '../../db/versions';
import { type RosterLine, rosterAt } from '../../domain/body/grants';
import { type Actor, delegationOf } from '../../domain/policy/can';
import { isDecisionVerb } from '../../domain/procedure/adoption';
import { decide } from '../../domain/procedure/decide';
import { evidenceFile } from '../../domain/procedure/evidence';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import type { DocumentJson } from '../../domain/text/document-json';
import { newId } from '../ids';
import type { VersionLine } from '../queries/version-line';
import type { Runtime } from '../runtime';
import { adoptionEvidence } from './adoption-evidence';
import { recordDocumentEvent } from './document-event';
import { permittedDocument } from './permitted-document';
import { procedureState } from './procedure-state';
import { readAhead, type StandingText, standingText } from './standing-text';
import { storeVersion } from './store-version';
import { countedLine } from './take-version';

export interface AdoptDocumentInput {
  readonly documentId: string;
  /** Position of the log and hash of the text that the room was shown. */
  readonly position: number;
  readonly hash: string;
  readonly verb: string;
  readonly wording: string;
  readonly meetingId: string;
  readonly agendaItemId: string;
  /** The `stateSeq` of the page that the chair acted on. */
  readonly stateSeq?: number;
}

export interface AdoptedDocument {
  readonly decisionId: string;
  readonly version: VersionLine;
  readonly textHash: string;
}

/**
 * The chair adopts the text that the room was shown. Everything is read again and written in one transaction:
 * adopted version, decision with the roster of that instant, audit event, signed evidence, final state. After
 * commit the rooms are told and their sockets close.
 */
export async function adoptDocument(
  runtime: Runtime,
  actor: Actor,
  input: AdoptDocumentInput,
): Promise<Outcome<AdoptedDocument>> {
  const permitted = permittedDocument(runtime.db, actor, 'adopt', input.documentId);
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
  const found = permittedDocument(tx, actor, 'adopt', input.documentId);
  if (!found.ok) return found;
  const document = found.value;
  const standing = standingText(tx, document.id, ahead);
  const meeting = findMeeting(tx, input.meetingId);
  const agendaItem = findAgendaItem(tx, input.agendaItemId);
  const wording = input.wording.trim().normalize('NFC');
  const country = delegationOf(actor, document.bodyId);
  const decided = decide(
    procedureState(tx, document, standing),
    { ...input, do: 'adopt', wording, meeting: meeting ?? null, agendaItem: agendaItem ?? null },
    actor,
    at,
  );
  if (!decided.ok) return decided;
  const { revision, event } = decided.value;
  if (!isDecisionVerb(input.verb) || revision === undefined || !meeting || !agendaItem) {
    throw new Error('adoptDocument: decide let an incomplete adoption pass');
  }
  const version = storeVersion(
    tx,
    document,
    { kind: 'adopted', revision, takenBy: actor.userId, at },
    standing,
  );
  const decision: DecisionRow = {
    id: newId('dec'),
    documentId: document.id,
    versionId: version.id,
    bodyId: document.bodyId,
    meetingId: meeting.id,
    agendaItemId: agendaItem.id,
    verb: input.verb,
    wording,
    textHash: standing.hash,
    roster: JSON.stringify(rosterOf(tx, document.bodyId, at)),
    decidedBy: actor.userId,
    at,
  };
  insertDecision(tx, decision);
  const audit = recordDocumentEvent(tx, actor, document, at, {
    kind: event.kind,
    data: { decisionId: decision.id, number: version.number, ...event.data },
  });
  const evidence = adoptionEvidence(
    tx,
    {
      document,
      version,
      decision,
      text: JSON.parse(standing.canonical) as DocumentJson,
      audit,
      decidedBy: { name: actor.name, country },
    },
    runtime.signer,
  );
  insertEvidence(tx, { documentId: document.id, decisionId: decision.id, file: evidenceFile(evidence), at });
  // Last, since from here on the triggers refuse every further word and version.
  const finished = changeProcedure(tx, document.id, document.stateSeq, {
    state: 'adopted',
    pensDownAt: null,
    pensDownBy: null,
  });
  if (!finished) throw new Error('adoptDocument: the document changed inside the transaction');
  return accept({ decision, version });
}

function rosterOf(tx: Db, bodyId: string, at: string): RosterLine[] {
  return rosterAt(bodyId, listMemberships(tx, bodyId), listChairTerms(tx, bodyId), listCountries(tx), at);
}
