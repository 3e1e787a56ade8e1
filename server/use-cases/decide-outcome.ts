import { atomic } from '../../db/atomic';
import { gatheredIn, insertOutcome } from '../../db/brainstorm';
import type { Db } from '../../db/client';
import { sourcesFrom } from '../../db/sources';
import { checkReason, checkShownIn, isOutcome } from '../../domain/brainstorm/outcomes';
import { checkShown } from '../../domain/brainstorm/rounds';
import type { Actor } from '../../domain/policy/can';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import { newId } from '../ids';
import type { Runtime } from '../runtime';
import { permittedInBody } from './body-act';
import { seenInput } from './brainstorm-inputs';
import { recordRound } from './brainstorm-round';
import { linkedDocument } from './link-source';
import { tracedClusters } from './source-facts';

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
    for (const { row } of seen) {
      const isShown = checkShownIn(outcome, linksOf(tx, row).length);
      if (!isShown.ok) return isShown;
    }
    for (const { row, round } of seen) {
      insertOutcome(tx, {
        id: newId('out'),
        inputId: row.id,
        documentId: input.documentId ?? linksOf(tx, row)[0]?.documentId ?? null,
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

/** The links of an input that stand: its own, and those of the clusters that hold it, whatever they were called once. */
export function linksOf(db: Db, input: { readonly id: string; readonly roundId: string }) {
  const clusters = tracedClusters(db, [input.roundId]);
  const holding = new Set(
    gatheredIn(
      db,
      clusters.map(({ id }) => id),
    )
      .filter(({ inputId }) => inputId === input.id)
      .map(({ clusterId }) => clusterId),
  );
  // What was linked before a merger is linked still.
  let grown = true;
  while (grown) {
    const more = clusters.filter(
      ({ id, mergedIntoId }) => mergedIntoId !== null && holding.has(mergedIntoId) && !holding.has(id),
    );
    for (const { id } of more) holding.add(id);
    grown = more.length > 0;
  }
  return sourcesFrom(db, { clusterIds: [...holding], inputIds: [input.id] });
}
