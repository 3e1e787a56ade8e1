import { findAnnulment } from '../../db/annulments';
import { atomic } from '../../db/atomic';
import { appendAudit } from '../../db/audit-log';
import type { Db } from '../../db/client';
import { type CorrigendumRow, findCorrigendum, settleCorrigendum } from '../../db/corrigenda';
import { findDecision } from '../../db/decisions';
import { type DocumentRow, findDocument } from '../../db/documents';
import { PARTIES } from '../../domain/body/grants';
import type { Actor } from '../../domain/policy/can';
import { delegationLedBy } from '../../domain/policy/rings';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import type { Runtime } from '../runtime';
import { recordDocumentEvent } from './document-event';
import { permittedDocument } from './permitted-document';
import { tell } from './tell';

interface SettleInput {
  readonly documentId: string;
  readonly corrigendumId: string;
}

/** A delegation objects in time by the server's clock: the corrigendum is not issued (DE29). */
export async function objectToCorrigendum(
  runtime: Runtime,
  actor: Actor,
  input: SettleInput & { readonly reason: string },
): Promise<Outcome<true>> {
  return atomic(runtime.db, (tx): Outcome<true> => {
    const at = runtime.clock.now();
    const found = permittedDocument(tx, actor, 'objectToCorrigendum', input.documentId);
    if (!found.ok) return found;
    const country = delegationLedBy(actor, found.value.bodyId);
    if (country === null) return refuse('PO2');
    const row = proposedOf(findCorrigendum(tx, input.corrigendumId), input.documentId);
    if (row === null || at >= row.noObjectionUntil) return refuse('DE29');
    const reason = input.reason.trim().normalize('NFC');
    if (reason.length < 3 || reason.length > 2000) return refuse('PR3', { field: 'reason' });
    settleCorrigendum(tx, row.id, { state: 'objected', objectedBy: country, objection: reason });
    recordDocumentEvent(tx, actor, found.value, at, {
      kind: 'document.corrigendumObjected',
      data: { corrigendumId: row.id, number: row.number },
    });
    tellThatItEnds(tx, at, found.value, row, actor.userId);
    return accept(true);
  });
}

/** The secretariat takes its proposal back before it is issued (DE31). */
export async function withdrawCorrigendum(
  runtime: Runtime,
  actor: Actor,
  input: SettleInput,
): Promise<Outcome<true>> {
  return atomic(runtime.db, (tx): Outcome<true> => {
    const at = runtime.clock.now();
    const found = permittedDocument(tx, actor, 'proposeCorrigendum', input.documentId);
    if (!found.ok) return found;
    const row = proposedOf(findCorrigendum(tx, input.corrigendumId), input.documentId);
    if (row === null || at >= row.noObjectionUntil) return refuse('DE31');
    settleCorrigendum(tx, row.id, { state: 'withdrawn' });
    recordDocumentEvent(tx, actor, found.value, at, {
      kind: 'document.corrigendumWithdrawn',
      data: { corrigendumId: row.id, number: row.number },
    });
    tellThatItEnds(tx, at, found.value, row, actor.userId);
    return accept(true);
  });
}

/**
 * Issues a corrigendum to which nobody objected in time (DE30), in the installation's own name: as of the end of the
 * period, however late it is looked after. False where it was
 * settled meanwhile, or the text annulled.
 */
export function issueCorrigendum(runtime: Runtime, corrigendumId: string): boolean {
  return atomic(runtime.db, (tx): boolean => {
    const at = runtime.clock.now();
    const row = findCorrigendum(tx, corrigendumId);
    if (row === null || row.state !== 'proposed' || at < row.noObjectionUntil) return false;
    const document = findDocument(tx, row.documentId);
    const decision = findDecision(tx, row.documentId);
    if (document === null || decision === null) throw new Error('issueCorrigendum: of no adopted text');
    const recordOwn = (kind: string, more: Readonly<Record<string, string>>) =>
      appendAudit(tx, {
        at,
        actorId: null,
        actorName: '',
        country: null,
        kind,
        bodyId: document.bodyId,
        subjectType: 'document',
        subjectId: document.id,
        data: { symbol: document.symbol, corrigendumId: row.id, number: row.number, ...more },
      });
    if (findAnnulment(tx, decision.decision.id) !== null) {
      settleCorrigendum(tx, row.id, { state: 'withdrawn' });
      recordOwn('document.corrigendumWithdrawn', {});
      tellThatItEnds(tx, at, document, row);
      return false;
    }
    settleCorrigendum(tx, row.id, { state: 'issued', issuedAt: row.noObjectionUntil });
    recordOwn('document.corrigendumIssued', { textHash: row.hash });
    tell(tx, at, {
      kind: 'corrigendumIssued',
      bodyId: document.bodyId,
      documentId: document.id,
      data: { corrigendumId: row.id, number: row.number },
      key: `corrigendumIssued:${row.id}`,
      to: { roles: PARTIES },
    });
    return true;
  });
}

/** Everybody was told of the period, and takes it out of their calendar now. */
function tellThatItEnds(
  tx: Db,
  at: string,
  document: Pick<DocumentRow, 'id' | 'bodyId'>,
  row: CorrigendumRow,
  by?: string,
): void {
  tell(tx, at, {
    kind: 'corrigendumSettled',
    bodyId: document.bodyId,
    documentId: document.id,
    data: { corrigendumId: row.id, number: row.number },
    key: `corrigendumSettled:${row.id}`,
    to: { roles: PARTIES, ...(by === undefined ? {} : { except: by }) },
  });
}

function proposedOf(row: CorrigendumRow | null, documentId: string): CorrigendumRow | null {
  return row?.documentId === documentId && row.state === 'proposed' ? row : null;
}
