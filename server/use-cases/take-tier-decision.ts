import { loadActor } from '../../db/actors';
import { findAnnulment } from '../../db/annulments';
import { atomic } from '../../db/atomic';
import type { Db } from '../../db/client';
import type { DocumentRow } from '../../db/documents';
import { findAgendaItem, findMeeting } from '../../db/meetings';
import { insertTierDecision, type TierDecisionRow } from '../../db/tier-decisions';
import { findVersionById, lastRevisionHead } from '../../db/versions';
import { PARTIES } from '../../domain/body/grants';
import { type Actor, delegationOf } from '../../domain/policy/can';
import { isDecisionVerb } from '../../domain/procedure/adoption';
import { evidenceFile } from '../../domain/procedure/evidence';
import { decideAtTier } from '../../domain/procedure/tiers';
import { houseWording } from '../../domain/procedure/wording';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import type { DocumentJson } from '../../domain/text/document-json';
import { newId } from '../ids';
import type { Runtime } from '../runtime';
import { adoptionEvidence } from './adoption-evidence';
import { recordDocumentEvent } from './document-event';
import { forwardedFrom, takenOn } from './lineage';
import { permittedDocument } from './permitted-document';
import { rosterNow } from './roster-now';
import { readAhead, type StandingText, standingText } from './standing-text';
import { tell } from './tell';

export interface TakeTierDecisionInput {
  readonly documentId: string;
  /** Hash of the Rev.n, or of the adopted text, that the meeting was shown. */
  readonly hash: string;
  readonly verb: string;
  /** Empty for the usual wording of the house. */
  readonly wording: string;
  readonly meetingId: string;
  readonly agendaItemId: string;
}

/**
 * A tier decides on a text that stays open (agreed at the Preparatory Meeting) or is final already (adopted again by
 * the Heads, noted above): a decision of its own, with its roster and its signed evidence, and where it came from.
 */
export async function takeTierDecision(
  runtime: Runtime,
  actor: Actor,
  input: TakeTierDecisionInput,
): Promise<Outcome<{ readonly decisionId: string }>> {
  const permitted = permittedDocument(runtime.db, actor, 'decideAtTier', input.documentId);
  if (!permitted.ok) return permitted;
  const ahead = await readAhead(runtime, input.documentId);
  return atomic(runtime.db, (tx) => decideInside(tx, runtime, actor, input, ahead));
}

function decideInside(
  tx: Db,
  runtime: Runtime,
  asked: Actor,
  input: TakeTierDecisionInput,
  ahead: StandingText,
): Outcome<{ readonly decisionId: string }> {
  const at = runtime.clock.now();
  const actor = loadActor(tx, asked.userId, asked.sessionId, at);
  if (actor === null) return refuse('PO1');
  const found = permittedDocument(tx, actor, 'decideAtTier', input.documentId);
  if (!found.ok) return found;
  const document = found.value;
  const taken = takenOn(tx, document.id);
  const head = lastRevisionHead(tx, document.id);
  const meeting = findMeeting(tx, input.meetingId);
  const wording = wordingOf(input, document, head?.revision ?? 0, meeting?.title ?? '');
  const agendaItem = findAgendaItem(tx, input.agendaItemId);
  const decided = decideAtTier(
    {
      bodyId: document.bodyId,
      state: document.state,
      issued: head === null ? null : { revision: head.revision ?? 0, hash: head.hash },
      standingHash: standingText(tx, document.id, ahead).hash,
      taken: taken.map((row) => ({ ...row, tier: row.meeting.tier, meetingId: row.meeting.id })),
      isAnnulled: taken.some(({ id }) => findAnnulment(tx, id) !== null),
    },
    { ...input, wording, meeting: meeting ?? null, agendaItem: agendaItem ?? null },
  );
  if (!decided.ok) return decided;
  const version = head === null ? null : findVersionById(tx, head.id);
  if (version === null || meeting === undefined || agendaItem === undefined) {
    throw new Error('takeTierDecision: the rules let an incomplete decision pass');
  }
  const { verb, revision, forwarded } = decided.value;
  const facts = {
    id: newId('dec'),
    documentId: document.id,
    versionId: version.id,
    bodyId: document.bodyId,
    meetingId: meeting.id,
    agendaItemId: agendaItem.id,
    verb,
    wording,
    textHash: version.hash,
    roster: JSON.stringify(rosterNow(tx, document.bodyId, at)),
    forwardedFrom: forwarded?.id ?? null,
    decidedBy: actor.userId,
    at,
  } satisfies Omit<TierDecisionRow, 'evidence'>;
  const audit = recordDocumentEvent(tx, actor, document, at, {
    kind: 'document.tierDecided',
    data: {
      decisionId: facts.id,
      number: version.number,
      verb,
      revision,
      textHash: facts.textHash,
      meetingId: meeting.id,
      agendaItemId: agendaItem.id,
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
      decidedBy: { name: actor.name, country: delegationOf(actor, document.bodyId) },
      how: { kind: 'inTheRoom', confirmedBy: null },
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

/** What the meeting is recorded as having said; left empty, as the house says it. */
function wordingOf(
  { wording, verb }: TakeTierDecisionInput,
  document: DocumentRow,
  revision: number,
  meeting: string,
): string {
  const given = wording.trim().normalize('NFC');
  if (given !== '' || !isDecisionVerb(verb)) return given;
  return houseWording({ verb, meeting, title: document.title, symbol: document.symbol, revision });
}
