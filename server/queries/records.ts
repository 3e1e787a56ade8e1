import { evidenceFileOf, findDecision } from '../../db/decisions';
import { findVersionById, findVersionHead } from '../../db/versions';
import type { RosterLine } from '../../domain/body/grants';
import { type Actor, can } from '../../domain/policy/can';
import { type Evidence, keyFingerprint } from '../../domain/procedure/evidence';
import type { DecisionVerb, MeetingTier } from '../../domain/procedure/states';
import { accept, type Outcome } from '../../domain/refusal';
import type { DocumentJson } from '../../domain/text/document-json';
import type { Runtime } from '../runtime';
import { type LineageStep, stepsOf } from './decisions';
import { type DocumentView, getDocument, listDocuments } from './documents';
import { annexesOf, type RecordAnnexes } from './record-annexes';
import { type VersionLine, versionLine } from './version-line';

/** The decision by which a text became final, as its record page shows it. */
export interface DecisionView {
  readonly id: string;
  readonly verb: DecisionVerb;
  readonly wording: string;
  readonly at: string;
  readonly decidedBy: { readonly name: string; readonly country: string | null };
  readonly meeting: {
    readonly id: string;
    readonly title: string;
    readonly titleThai: string;
    readonly tier: MeetingTier;
    readonly place: string;
    readonly startsOn: string;
    readonly endsOn: string;
  };
  readonly agendaItem: {
    readonly id: string;
    readonly number: string;
    readonly title: string;
    readonly titleThai: string;
  };
  readonly roster: readonly RosterLine[];
  /** ISO codes of the members that were not there; null where nobody recorded who was, or nobody met. */
  readonly absent: readonly string[] | null;
  /** Nobody met: the silence that was kept ended at that instant. */
  readonly isBySilence: boolean;
}

export interface RecordView {
  readonly document: DocumentView;
  readonly version: VersionLine;
  readonly text: DocumentJson;
  readonly textHash: string;
  readonly decision: DecisionView;
  readonly evidence: {
    readonly fingerprint: string;
    readonly signature: string;
    readonly auditSeq: number;
    readonly auditHash: string;
  };
  /** Decisions of all tiers on this text, oldest first. */
  readonly lineage: readonly LineageStep[];
  readonly annexes: RecordAnnexes;
  /** Documents that were started from this one and that the actor may see. */
  readonly successors: readonly DocumentView[];
  readonly predecessor: DocumentView | null;
}

/** The record of an adopted text: words, decision, roster, and what proves them. */
export async function getRecord(
  runtime: Runtime,
  actor: Actor,
  documentId: string,
): Promise<Outcome<RecordView>> {
  const allowed = await adoptedDocument(runtime, actor, documentId);
  if (!allowed.ok) return allowed;
  const document = allowed.value;
  const found = findDecision(runtime.db, documentId);
  const file = evidenceFileOf(runtime.db, documentId);
  const version = found === null ? null : findVersionById(runtime.db, found.decision.versionId);
  const head = version === null ? null : findVersionHead(runtime.db, documentId, version.number);
  if (found === null || file === null || version === null || head === null) {
    throw new Error(`getRecord: ${documentId} is adopted and its decision is not whole`);
  }
  const evidence = JSON.parse(file) as Evidence;
  const successors = await listDocuments(runtime, actor, { predecessorId: documentId });
  const { predecessorId } = document;
  const predecessor = predecessorId === null ? null : await getDocument(runtime, actor, predecessorId);
  const text = JSON.parse(version.text) as DocumentJson;
  const isBySilence = 'how' in evidence.decision && evidence.decision.how.kind === 'bySilence';
  return accept({
    document,
    version: versionLine(head),
    text,
    textHash: found.decision.textHash,
    decision: {
      id: found.decision.id,
      verb: found.decision.verb,
      wording: found.decision.wording,
      at: found.decision.at,
      decidedBy: evidence.decision.decidedBy,
      meeting: found.meeting,
      agendaItem: found.agendaItem,
      roster: JSON.parse(found.decision.roster) as RosterLine[],
      absent:
        'absent' in evidence.decision
          ? (evidence.decision.absent?.map(({ country }) => country) ?? null)
          : null,
      isBySilence,
    },
    evidence: {
      fingerprint: keyFingerprint(evidence.publicKey) ?? '',
      signature: evidence.signature,
      auditSeq: evidence.audit.seq,
      auditHash: evidence.audit.hash,
    },
    lineage: stepsOf(runtime, documentId),
    annexes: annexesOf(runtime, actor, document, { ...found.decision, isBySilence }, text),
    successors: successors.ok ? successors.value : [],
    predecessor: predecessor?.ok === true ? predecessor.value : null,
  });
}

/** The evidence file of an adopted text, byte for byte as it was signed. */
export async function getEvidence(
  runtime: Runtime,
  actor: Actor,
  documentId: string,
): Promise<Outcome<{ readonly symbol: string; readonly file: string }>> {
  const allowed = await adoptedDocument(runtime, actor, documentId);
  if (!allowed.ok) return allowed;
  const file = evidenceFileOf(runtime.db, documentId);
  if (file === null) throw new Error(`getEvidence: ${documentId} is adopted without evidence`);
  return accept({ symbol: allowed.value.symbol, file });
}

async function adoptedDocument(
  runtime: Runtime,
  actor: Actor,
  documentId: string,
): Promise<Outcome<DocumentView>> {
  const document = await getDocument(runtime, actor, documentId);
  if (!document.ok) return document;
  const { body, state, pensDown } = document.value;
  const allowed = can(actor, 'readRecord', { bodyId: body.id, state, pensDown });
  return allowed.ok ? document : allowed;
}
