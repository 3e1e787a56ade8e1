import { atomic } from '../../db/atomic';
import {
  clustersOf,
  findInput,
  findRound,
  gatheredIn,
  type InputRow,
  insertInput,
  insertNote,
  type RoundRow,
  releaseGathered,
  withdrawInputRow,
} from '../../db/brainstorm';
import type { Db } from '../../db/client';
import { checkInput, checkRemark } from '../../domain/brainstorm/inputs';
import { checkOpen, visibleInputs } from '../../domain/brainstorm/rounds';
import { type Actor, canInBody } from '../../domain/policy/can';
import { innerRingOf } from '../../domain/policy/rings';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import { newId } from '../ids';
import type { Runtime } from '../runtime';
import { permittedInBody } from './body-act';
import { permittedRound, recordUncovered, roundEyes, tagsOf } from './brainstorm-round';

export interface EnterInputInput {
  readonly roundId: string;
  readonly kind: string;
  readonly words: string;
  readonly evidence?: string;
  readonly language: string;
  readonly tags: readonly string[];
}

/** A challenge or proposal of the actor's delegation, in its words for good (BS1, BS4, BS5). */
export async function enterInput(
  runtime: Runtime,
  actor: Actor,
  input: EnterInputInput,
): Promise<Outcome<{ inputId: string }>> {
  const at = runtime.clock.now();
  return atomic(runtime.db, (tx): Outcome<{ inputId: string }> => {
    const found = permittedRound(tx, actor, 'enterInput', input.roundId);
    if (!found.ok) return found;
    const round = found.value;
    const country = innerRingOf(actor, round.bodyId);
    if (country === null) return refuse('PO4');
    const open = checkOpen(round, at);
    if (!open.ok) return open;
    const said = checkInput({ ...input, evidence: input.evidence ?? '' }, tagsOf(round));
    if (!said.ok) return said;
    const id = newId('inp');
    insertInput(tx, {
      id,
      roundId: round.id,
      country,
      ...said.value,
      tags: JSON.stringify(said.value.tags),
      by: actor.userId,
      at,
      withdrawnAt: null,
    });
    recordUncovered(tx, actor, at, round, 'brainstorm.inputEntered', { input: id, delegation: country });
    return accept({ inputId: id });
  });
}

/** Takes an input back while the round is open; that it stood there stays (BS7). */
export async function withdrawInput(
  runtime: Runtime,
  actor: Actor,
  input: { readonly inputId: string },
): Promise<Outcome<true>> {
  const at = runtime.clock.now();
  return atomic(runtime.db, (tx): Outcome<true> => {
    const found = seenInput(tx, actor, input.inputId);
    if (!found.ok) return found;
    const { row, round } = found.value;
    const allowed = permittedInBody(tx, actor, 'enterInput', round.bodyId);
    if (!allowed.ok) return allowed;
    if (innerRingOf(actor, round.bodyId) !== row.country) return refuse('BS7');
    const open = checkOpen(round, at);
    if (!open.ok) return open;
    if (row.withdrawnAt !== null) return refuse('BS7');
    withdrawInputRow(tx, row.id, at);
    const clusterIds = clustersOf(tx, [round.id]).map(({ id }) => id);
    for (const held of gatheredIn(tx, clusterIds)) {
      if (held.inputId === row.id) releaseGathered(tx, held.id, at);
    }
    recordUncovered(tx, actor, at, round, 'brainstorm.inputWithdrawn', {
      input: row.id,
      delegation: row.country,
    });
    return accept(true);
  });
}

/** A remark beside an input: its words stay as they are (BS1, BS13). */
export async function noteInput(
  runtime: Runtime,
  actor: Actor,
  input: { readonly inputId: string; readonly words: string },
): Promise<Outcome<true>> {
  const at = runtime.clock.now();
  return atomic(runtime.db, (tx): Outcome<true> => {
    const found = seenInput(tx, actor, input.inputId);
    if (!found.ok) return found;
    const { row, round } = found.value;
    if (!mayRemark(actor, round.bodyId)) return refuse('PO4');
    const words = checkRemark(input.words);
    if (!words.ok) return words;
    insertNote(tx, {
      id: newId('nte'),
      inputId: row.id,
      words: words.value,
      by: actor.userId,
      country: canInBody(actor, 'runBrainstorm', round.bodyId).ok ? null : innerRingOf(actor, round.bodyId),
      at,
    });
    recordUncovered(tx, actor, at, round, 'brainstorm.remarked', { input: row.id, delegation: row.country });
    return accept(true);
  });
}

export function mayRemark(actor: Actor, bodyId: string): boolean {
  return canInBody(actor, 'runBrainstorm', bodyId).ok || canInBody(actor, 'enterInput', bodyId).ok;
}

/** The input and its round, where the actor sees it; what one does not see is not there (BS6). */
export function seenInput(
  db: Db,
  actor: Actor,
  inputId: string,
): Outcome<{ readonly row: InputRow; readonly round: RoundRow }> {
  const row = findInput(db, inputId);
  const round = row === null ? null : findRound(db, row.roundId);
  if (row === null || round === null) return refuse('PO1');
  const allowed = permittedInBody(db, actor, 'enter', round.bodyId);
  if (!allowed.ok) return allowed;
  const eyes = roundEyes(actor, round.bodyId);
  // What was withdrawn is there for its delegation and the head table alone.
  const isThere = row.withdrawnAt === null || eyes.isHeadTable || eyes.delegation === row.country;
  const isSeen = isThere && visibleInputs(round, [row], eyes).length > 0;
  return isSeen ? accept({ row, round }) : refuse('PO1');
}
