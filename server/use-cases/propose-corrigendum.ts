import { findAnnulment } from '../../db/annulments';
import { atomic } from '../../db/atomic';
import { listCountries } from '../../db/bodies';
import type { Db } from '../../db/client';
import { corrigendaOf, insertCorrigendum, nextCorrigendumNumber } from '../../db/corrigenda';
import { findDecision } from '../../db/decisions';
import { findVersionById } from '../../db/versions';
import { PARTIES } from '../../domain/body/grants';
import type { Actor } from '../../domain/policy/can';
import { correct, OBJECTION_DAYS } from '../../domain/procedure/corrigendum';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import { canonicalText, textHash } from '../../domain/text/canonical';
import type { DocumentJson } from '../../domain/text/document-json';
import { newId } from '../ids';
import type { Runtime } from '../runtime';
import { recordDocumentEvent } from './document-event';
import { permittedDocument } from './permitted-document';
import { tell } from './tell';

export interface ProposeCorrigendumInput {
  readonly documentId: string;
  readonly clauseId: string;
  /** The words of the clause as they should stand. */
  readonly words: string;
  readonly reason: string;
  /** How many days delegations have to object. */
  readonly days?: number;
}

/** The secretariat proposes to put a slip of the pen right: it is issued as Corr.n unless a delegation objects in time. */
export async function proposeCorrigendum(
  runtime: Runtime,
  actor: Actor,
  input: ProposeCorrigendumInput,
): Promise<Outcome<{ readonly corrigendumId: string; readonly number: number }>> {
  const days = input.days ?? OBJECTION_DAYS.usual;
  return atomic(runtime.db, (tx): Outcome<{ readonly corrigendumId: string; readonly number: number }> => {
    const at = runtime.clock.now();
    const found = permittedDocument(tx, actor, 'proposeCorrigendum', input.documentId);
    if (!found.ok) return found;
    const document = found.value;
    const base = correctedText(tx, document.id);
    if (findAnnulment(tx, base.decisionId) !== null) return refuse('DE16');
    if (corrigendaOf(tx, [document.id]).some(({ state }) => state === 'proposed')) return refuse('DE26');
    const reason = input.reason.trim().normalize('NFC');
    if (reason.length < 3 || reason.length > 2000) return refuse('PR3', { field: 'reason' });
    if (!Number.isInteger(days) || days < OBJECTION_DAYS.least || days > OBJECTION_DAYS.most) {
      return refuse('DE27', { least: OBJECTION_DAYS.least, most: OBJECTION_DAYS.most, field: 'days' });
    }
    const countries = listCountries(tx).map(({ shortName, formalName, thaiName }) => ({
      names: [shortName, formalName, thaiName],
    }));
    const corrected = correct(base.text, input.clauseId, input.words, countries);
    if (!corrected.ok) return corrected;
    const { before, after, text } = corrected.value;
    const number = nextCorrigendumNumber(tx, document.id);
    const noObjectionUntil = new Date(Date.parse(at) + days * 86_400_000).toISOString();
    const id = newId('cor');
    const hash = textHash(text);
    insertCorrigendum(tx, {
      id,
      documentId: document.id,
      number,
      clauseId: input.clauseId,
      before,
      after,
      text: canonicalText(text),
      hash,
      reason,
      state: 'proposed',
      noObjectionUntil,
      objectedBy: null,
      objection: '',
      proposedBy: actor.userId,
      at,
      issuedAt: null,
    });
    recordDocumentEvent(tx, actor, document, at, {
      kind: 'document.corrigendumProposed',
      data: { corrigendumId: id, number, clauseId: input.clauseId, textHash: hash, until: noObjectionUntil },
    });
    tell(tx, at, {
      kind: 'corrigendumProposed',
      bodyId: document.bodyId,
      documentId: document.id,
      data: { corrigendumId: id, number, until: noObjectionUntil },
      key: `corrigendumProposed:${id}`,
      to: { roles: PARTIES, except: actor.userId },
    });
    return accept({ corrigendumId: id, number });
  });
}

/** The adopted text with the corrigenda that were issued: what the next one corrects. */
export function correctedText(
  tx: Db,
  documentId: string,
): { readonly decisionId: string; readonly text: DocumentJson } {
  const decision = findDecision(tx, documentId)?.decision;
  const version = decision === undefined ? null : findVersionById(tx, decision.versionId);
  if (decision === undefined || version === null) {
    throw new Error('correctedText: an adopted document without its adopted version');
  }
  const issued = corrigendaOf(tx, [documentId]).filter(({ state }) => state === 'issued');
  return { decisionId: decision.id, text: JSON.parse(issued.at(-1)?.text ?? version.text) as DocumentJson };
}
