import { atomic } from '../../db/atomic';
import { gatheredIn, insertOutcome, outcomesOf, type RoundRow } from '../../db/brainstorm';
import type { Db } from '../../db/client';
import { type DocumentRow, findDocument } from '../../db/documents';
import { endSource, findSource, insertSource, sourcesOn } from '../../db/sources';
import { checkReason, isRelation, type Relation } from '../../domain/brainstorm/outcomes';
import { checkShown } from '../../domain/brainstorm/rounds';
import { type Actor, can } from '../../domain/policy/can';
import { isFinal } from '../../domain/procedure/states';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import { newId } from '../ids';
import type { Runtime } from '../runtime';
import { permittedInBody } from './body-act';
import { permittedCluster } from './brainstorm-clusters';
import { seenInput } from './brainstorm-inputs';
import { recordDocumentEvent } from './document-event';
import { clausesNow } from './negotiation-facts';
import { subjectOf } from './permitted-document';
import { readAhead, standingText } from './standing-text';

export interface LinkSourceInput {
  readonly documentId: string;
  readonly clauseId: string;
  /** One of the two. */
  readonly clusterId?: string;
  readonly inputId?: string;
  readonly relation: string;
  readonly reason?: string;
}

/** Says of a clause that stands where it comes from (BS15, BS17). */
export async function linkSource(
  runtime: Runtime,
  actor: Actor,
  input: LinkSourceInput,
): Promise<Outcome<{ sourceId: string }>> {
  const permitted = linkedDocument(runtime.db, actor, input.documentId);
  if (!permitted.ok) return permitted;
  const ahead = await readAhead(runtime, input.documentId);
  const at = runtime.clock.now();
  return atomic(runtime.db, (tx): Outcome<{ sourceId: string }> => {
    const found = linkedDocument(tx, actor, input.documentId);
    if (!found.ok) return found;
    const document = found.value;
    const from = readFrom(tx, actor, document, input);
    if (!from.ok) return from;
    const standing = standingText(tx, document.id, ahead);
    const clauses = clausesNow(standing, document.houseStyle);
    if (!clauses.some(({ id }) => id === input.clauseId)) return refuse('BS15', { field: 'clauseId' });
    const isThere = sourcesOn(tx, document.id).some(
      (row) =>
        row.clauseId === input.clauseId &&
        row.clusterId === from.value.clusterId &&
        row.inputId === from.value.inputId,
    );
    if (isThere) return refuse('BS20', { field: 'clauseId' });
    const sourceId = writeSource(tx, actor, at, document, {
      ...from.value,
      clauseId: input.clauseId,
      position: standing.position,
    });
    return accept({ sourceId });
  });
}

/** Takes a link back; that it was there stays on record. */
export async function unlinkSource(
  runtime: Runtime,
  actor: Actor,
  input: { readonly sourceId: string },
): Promise<Outcome<true>> {
  const at = runtime.clock.now();
  return atomic(runtime.db, (tx): Outcome<true> => {
    const source = findSource(tx, input.sourceId);
    if (source === null) return refuse('PO1');
    const found = linkedDocument(tx, actor, source.documentId);
    if (!found.ok) return found;
    if (source.endedAt !== null) return refuse('BS19');
    endSource(tx, source.id, at);
    recordDocumentEvent(tx, actor, found.value, at, {
      kind: 'sources.unlinked',
      data: { clauseId: source.clauseId, from: source.clusterId ?? source.inputId ?? '' },
    });
    return accept(true);
  });
}

export interface ReadSource {
  readonly clusterId: string | null;
  readonly inputId: string | null;
  readonly relation: Relation;
  readonly reason: string;
}

/** The cluster or input, of a round of the document's body that everybody sees, with the relation and its reason. */
export function readFrom(
  tx: Db,
  actor: Actor,
  document: DocumentRow,
  input: Omit<LinkSourceInput, 'documentId' | 'clauseId'>,
): Outcome<ReadSource> {
  const round = sourceRound(tx, actor, input);
  if (!round.ok) return round;
  if (round.value.bodyId !== document.bodyId) return refuse('PO1');
  if (!isRelation(input.relation)) return refuse('BO10', { field: 'relation' });
  const reason = checkReason(input.relation, input.reason ?? '');
  if (!reason.ok) return reason;
  return accept({
    clusterId: input.clusterId ?? null,
    inputId: input.clusterId === undefined ? (input.inputId ?? null) : null,
    relation: input.relation,
    reason: reason.value,
  });
}

function sourceRound(
  tx: Db,
  actor: Actor,
  input: Pick<LinkSourceInput, 'clusterId' | 'inputId'>,
): Outcome<RoundRow> {
  if (input.clusterId !== undefined) {
    const found = permittedCluster(tx, actor, 'linkSources', input.clusterId);
    return found.ok ? accept(found.value.round) : found;
  }
  const found = seenInput(tx, actor, input.inputId ?? '');
  if (!found.ok) return found;
  const { row, round } = found.value;
  const allowed = permittedInBody(tx, actor, 'linkSources', round.bodyId);
  if (!allowed.ok) return allowed;
  if (row.withdrawnAt !== null) return refuse('BS9', { field: 'inputs' });
  const shown = checkShown(round);
  return shown.ok ? accept(round) : shown;
}

/**
 * Writes the link, and with it what became of the inputs that it names and of which nothing was decided yet: whoever
 * named them sees where they went without anybody saying it twice.
 */
export function writeSource(
  tx: Db,
  actor: Actor,
  at: string,
  document: DocumentRow,
  source: ReadSource & { readonly clauseId: string; readonly position: number },
): string {
  const id = newId('src');
  insertSource(tx, {
    id,
    documentId: document.id,
    ...source,
    fromSourceId: null,
    by: actor.userId,
    at,
    endedAt: null,
  });
  const named =
    source.clusterId === null
      ? [source.inputId ?? '']
      : gatheredIn(tx, [source.clusterId]).map(({ inputId }) => inputId);
  const decided = new Set(outcomesOf(tx, named).map(({ inputId }) => inputId));
  for (const inputId of named) {
    if (decided.has(inputId)) continue;
    insertOutcome(tx, {
      id: newId('out'),
      inputId,
      documentId: document.id,
      outcome: source.relation,
      reason: source.reason,
      by: actor.userId,
      at,
    });
  }
  recordDocumentEvent(tx, actor, document, at, {
    kind: 'sources.linked',
    data: {
      clauseId: source.clauseId,
      from: source.clusterId ?? source.inputId ?? '',
      relation: source.relation,
      position: source.position,
    },
  });
  return id;
}

/** The document, where the actor may say where its clauses come from, and its matrix is not frozen yet (BS16). */
export function linkedDocument(db: Db, actor: Actor, documentId: string): Outcome<DocumentRow> {
  const document = findDocument(db, documentId);
  if (document === null) return refuse('PO1');
  const seen = can(actor, 'read', subjectOf(document));
  if (!seen.ok) return seen;
  const allowed = permittedInBody(db, actor, 'linkSources', document.bodyId);
  if (!allowed.ok) return allowed;
  return isFinal(document.state) ? refuse('BS16') : accept(document);
}
