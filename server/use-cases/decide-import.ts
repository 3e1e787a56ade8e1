import { atomic } from '../../db/atomic';
import { deletePendingImport, saveLeftChanges } from '../../db/imports';
import type { Actor } from '../../domain/policy/can';
import { accept, type Outcome } from '../../domain/refusal';
import { afterChoices, type Decisions, type Sweep } from '../../domain/text/review-choices';
import type { Runtime } from '../runtime';
import { findingsOf, type ImportAim, leftChanges, waitingImport } from './waiting-import';

export interface ImportKey {
  readonly documentId: string;
  readonly id: string;
}

/**
 * Keeps which tracked changes of a waiting file are taken and which are left, so that the review can go on on another
 * page, or another time (IM25).
 */
export function decideImport(
  runtime: Runtime,
  actor: Actor,
  input: ImportKey & Decisions & { readonly sweep: Sweep | null },
): Outcome<{ readonly taken: number }> {
  return atomic(runtime.db, (tx) => {
    const found = waitingImport(tx, actor, { ...input, now: runtime.clock.now() });
    if (!found.ok) return found;
    const { pending } = found.value;
    const { authorOf } = findingsOf(pending);
    const before = leftChanges(pending);
    const left = afterChoices(before, authorOf, input, input.sweep);
    const isAsItWas = left.size === before.size && [...left].every((number) => before.has(number));
    if (!isAsItWas) saveLeftChanges(tx, input.id, JSON.stringify([...left].sort((a, b) => a - b)));
    return accept({ taken: authorOf.length - left.size });
  });
}

/** Deletes a waiting file unused. */
export function dropImport(
  runtime: Runtime,
  actor: Actor,
  input: ImportKey,
  aim: ImportAim = 'importText',
): Outcome<true> {
  const found = waitingImport(runtime.db, actor, { ...input, now: runtime.clock.now() }, aim);
  if (!found.ok) return found;
  deletePendingImport(runtime.db, input.id);
  return accept(true);
}
