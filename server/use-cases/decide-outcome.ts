import { atomic } from '../../db/atomic';
import { findInput, type InputRow, insertOutcome } from '../../db/brainstorm';
import type { Db } from '../../db/client';
import { findDocument } from '../../db/documents';
import { findMatrix, sourcesFrom } from '../../db/sources';
import type { SourceMatrix } from '../../domain/brainstorm/matrix';
import { checkReason, checkShownIn, isOutcome } from '../../domain/brainstorm/outcomes';
import { checkShown } from '../../domain/brainstorm/rounds';
import type { Trace } from '../../domain/brainstorm/trace';
import type { Actor } from '../../domain/policy/can';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import { newId } from '../ids';
import type { Runtime } from '../runtime';
import { permittedInBody } from './body-act';
import { seenInput } from './brainstorm-inputs';
import { recordRound } from './brainstorm-round';
import { linkedDocument } from './link-source';
import { tracedClusters, traceOf } from './source-facts';
import { readAhead, type StandingText, standingText } from './standing-text';

export interface DecideOutcomeInput {
  readonly inputIds: readonly string[];
  /** The text in view of which it is decided, or null. */
  readonly documentId: string | null;
  readonly outcome: string;
  readonly reason: string;
}

/** Says of inputs what became of them and why, all or none; the newest word on an input stands (BS17, BS18). */
export async function decideOutcome(
  runtime: Runtime,
  actor: Actor,
  input: DecideOutcomeInput,
): Promise<Outcome<true>> {
  const at = runtime.clock.now();
  const ahead = await readLinkedTexts(runtime, input.inputIds);
  return atomic(runtime.db, (tx): Outcome<true> => {
    const { outcome } = input;
    if (input.inputIds.length === 0) return refuse('BS9', { field: 'inputs' });
    const seen = [];
    for (const inputId of new Set(input.inputIds)) {
      const found = seenInput(tx, actor, inputId);
      if (!found.ok) return found;
      const { round, row } = found.value;
      const allowed = permittedInBody(tx, actor, 'linkSources', round.bodyId);
      if (!allowed.ok) return allowed;
      const shown = checkShown(round);
      if (!shown.ok) return shown;
      if (row.withdrawnAt !== null) return refuse('BS9', { field: 'inputs' });
      seen.push(found.value);
    }
    if (input.documentId !== null) {
      const document = linkedDocument(tx, actor, input.documentId);
      if (!document.ok) return document;
      if (seen.some(({ round }) => round.bodyId !== document.value.bodyId)) return refuse('PO1');
    }
    if (!isOutcome(outcome)) return refuse('BO10', { field: 'outcome' });
    const reason = checkReason(outcome, input.reason);
    if (!reason.ok) return reason;
    const texts = new Map(seen.map(({ row }) => [row.id, textsShowing(tx, row, ahead)] as const));
    for (const shownIn of texts.values()) {
      const isShown = checkShownIn(outcome, shownIn.length);
      if (!isShown.ok) return isShown;
    }
    for (const { row, round } of seen) {
      insertOutcome(tx, {
        id: newId('out'),
        inputId: row.id,
        documentId: input.documentId ?? texts.get(row.id)?.[0] ?? null,
        outcome,
        reason: reason.value,
        by: actor.userId,
        at,
      });
      recordRound(tx, actor, at, round, 'brainstorm.decided', {
        input: row.id,
        delegation: row.country,
        outcome,
      });
    }
    return accept(true);
  });
}

type Linked = Pick<InputRow, 'id' | 'roundId'>;

/** The texts that these inputs are linked to, read before the transaction that asks them. */
async function readLinkedTexts(
  runtime: Runtime,
  inputIds: readonly string[],
): Promise<ReadonlyMap<string, StandingText>> {
  const { db } = runtime;
  const documentIds = inputIds.flatMap((id) => {
    const row = findInput(db, id);
    return row === null ? [] : linkedTo(db, row);
  });
  const texts = new Map<string, StandingText>();
  for (const id of new Set(documentIds)) texts.set(id, await readAhead(runtime, id));
  return texts;
}

/** Ids of the texts with a clause to show for an input (BS18): of adopted ones as their matrix was frozen. */
function textsShowing(tx: Db, input: Linked, ahead: ReadonlyMap<string, StandingText>): string[] {
  return linkedTo(tx, input).filter((documentId) => {
    const document = findDocument(tx, documentId);
    if (document === null) return false;
    const frozen = findMatrix(tx, documentId);
    const trace: Trace =
      frozen === null
        ? traceOf(tx, document, standingText(tx, documentId, ahead.get(documentId)))
        : (JSON.parse(frozen.matrix) as SourceMatrix);
    return (trace.inputs.find(({ id }) => id === input.id)?.clauseIds.length ?? 0) > 0;
  });
}

/** The texts to which an input, or a cluster that holds it, is linked. */
function linkedTo(db: Db, input: Linked): string[] {
  const clusters = tracedClusters(db, [input.roundId]);
  const holding = new Set(clusters.filter(({ inputIds }) => inputIds.includes(input.id)).map(({ id }) => id));
  // What was linked before a merger is linked still.
  let grown = true;
  while (grown) {
    const more = clusters.filter(
      ({ id, mergedIntoId }) => mergedIntoId !== null && holding.has(mergedIntoId) && !holding.has(id),
    );
    for (const { id } of more) holding.add(id);
    grown = more.length > 0;
  }
  const links = sourcesFrom(db, { clusterIds: [...holding], inputIds: [input.id] });
  return [...new Set(links.map(({ documentId }) => documentId))];
}
