import { loadActor } from '../../db/actors';
import { atomic } from '../../db/atomic';
import type { Db } from '../../db/client';
import type { DecisionRow } from '../../db/decisions';
import { findAgendaItem, findMeeting } from '../../db/meetings';
import type { VersionRow } from '../../db/versions';
import { type Actor, delegationOf } from '../../domain/policy/can';
import { isDecisionVerb } from '../../domain/procedure/adoption';
import { decide } from '../../domain/procedure/decide';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import type { VersionLine } from '../queries/version-line';
import type { Runtime } from '../runtime';
import { permittedDocument } from './permitted-document';
import { procedureState } from './procedure-state';
import { recordAdoption } from './record-adoption';
import { readAhead, type StandingText, standingText } from './standing-text';
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
  return accept(
    recordAdoption(tx, runtime.signer, {
      document,
      standing,
      revision,
      verb: input.verb,
      wording,
      meetingId: meeting.id,
      agendaItemId: agendaItem.id,
      decidedBy: { userId: actor.userId, name: actor.name, country: delegationOf(actor, document.bodyId) },
      actor,
      at,
      recordedAt: at,
      how: { kind: 'inTheRoom', confirmedBy: null },
      event,
    }),
  );
}
