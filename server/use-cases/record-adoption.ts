import type { Db } from '../../db/client';
import { type DecisionRow, insertDecision, insertEvidence } from '../../db/decisions';
import { changeProcedure, type DocumentRow } from '../../db/documents';
import type { VersionRow } from '../../db/versions';
import { PARTIES } from '../../domain/body/grants';
import type { Actor } from '../../domain/policy/can';
import { type DecidedHow, evidenceFile } from '../../domain/procedure/evidence';
import type { DecisionVerb } from '../../domain/procedure/states';
import type { DocumentJson } from '../../domain/text/document-json';
import { newId } from '../ids';
import type { Signer } from '../ports';
import { adoptionEvidence } from './adoption-evidence';
import { recordDocumentEvent } from './document-event';
import { freezeSources } from './freeze-sources';
import { forwardedFrom, takenOn } from './lineage';
import { rosterNow } from './roster-now';
import type { StandingText } from './standing-text';
import { storeVersion } from './store-version';
import { tell } from './tell';

/** A decision that was found to hold: in the room by the chair, or by silence. */
export interface Adoption {
  readonly document: DocumentRow;
  readonly standing: StandingText;
  readonly revision: number;
  readonly verb: DecisionVerb;
  /** NFC, trimmed. */
  readonly wording: string;
  readonly meetingId: string;
  readonly agendaItemId: string;
  /** Whose decision it is: the chair of the room, or whoever set the silence running. */
  readonly decidedBy: { readonly userId: string; readonly name: string; readonly country: string | null };
  /** Who is named in the audit trail as having done it. */
  readonly actor: Actor;
  /** From when the text is adopted: the roster is that of this instant. */
  readonly at: string;
  /** When it is written down; differs from `at` where a silence ended while nobody served. */
  readonly recordedAt: string;
  /** How it came about, for the evidence. */
  readonly how: DecidedHow;
  readonly event: { readonly kind: string; readonly data: Readonly<Record<string, string | number>> };
}

/**
 * Writes an adoption down, in the caller's transaction and whole or not at all: adopted version, decision with the
 * roster of that instant, audit event, signed evidence, final state. The caller has asked every guard before.
 */
export function recordAdoption(
  tx: Db,
  signer: Signer,
  adoption: Adoption,
): { decision: DecisionRow; version: VersionRow } {
  const { document, standing, decidedBy, at, recordedAt, event } = adoption;
  const version = storeVersion(
    tx,
    document,
    { kind: 'adopted', revision: adoption.revision, takenBy: decidedBy.userId, at },
    standing,
  );
  const decision: DecisionRow = {
    id: newId('dec'),
    documentId: document.id,
    versionId: version.id,
    bodyId: document.bodyId,
    meetingId: adoption.meetingId,
    agendaItemId: adoption.agendaItemId,
    verb: adoption.verb,
    wording: adoption.wording,
    textHash: standing.hash,
    roster: JSON.stringify(rosterNow(tx, document.bodyId, at)),
    decidedBy: decidedBy.userId,
    at,
  };
  insertDecision(tx, decision);
  freezeSources(tx, adoption.actor, document, standing, recordedAt);
  const audit = recordDocumentEvent(tx, adoption.actor, document, recordedAt, {
    kind: event.kind,
    // DE3: what evidence quotes of the event, whoever recorded it.
    data: {
      decisionId: decision.id,
      number: version.number,
      verb: decision.verb,
      textHash: decision.textHash,
      ...event.data,
    },
  });
  const evidence = adoptionEvidence(
    tx,
    {
      document,
      version,
      decision,
      text: JSON.parse(standing.canonical) as DocumentJson,
      audit,
      decidedBy: { name: decidedBy.name, country: decidedBy.country },
      how: adoption.how,
      forwardedFrom: forwardedFrom(
        takenOn(tx, document.id)
          .filter(({ id }) => id !== decision.id)
          .at(-1),
      ),
    },
    signer,
  );
  insertEvidence(tx, {
    documentId: document.id,
    decisionId: decision.id,
    file: evidenceFile(evidence),
    at: recordedAt,
  });
  // Who runs a silence procedure tells of its end; of an adoption in the room everybody hears here.
  if (adoption.how.kind === 'inTheRoom') {
    tell(tx, recordedAt, {
      kind: 'documentAdopted',
      bodyId: document.bodyId,
      documentId: document.id,
      data: { verb: adoption.verb, decisionId: decision.id, revision: adoption.revision },
      key: `documentAdopted:${decision.id}`,
      to: { roles: PARTIES, except: adoption.actor.userId },
    });
  }
  // Last, since from here on the triggers refuse every further word and version.
  const finished = changeProcedure(tx, document.id, document.stateSeq, {
    state: 'adopted',
    pensDownAt: null,
    pensDownBy: null,
  });
  if (!finished) throw new Error('recordAdoption: the document changed inside the transaction');
  return { decision, version };
}
