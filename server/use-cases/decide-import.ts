import { deletePendingImport, saveLeftChanges } from '../../db/imports';
import type { Actor } from '../../domain/policy/can';
import { accept, type Outcome } from '../../domain/refusal';
import type { ImportFindings } from '../../domain/text/import-findings';
import type { Runtime } from '../runtime';
import { waitingImport } from './waiting-import';

export interface ImportKey {
  readonly documentId: string;
  readonly id: string;
}

/** Keeps which tracked changes of a waiting file shall be left, so that the review can go on another time. */
export function decideImport(
  runtime: Runtime,
  actor: Actor,
  input: ImportKey & { readonly left: readonly number[] },
): Outcome<true> {
  const found = waitingImport(runtime.db, actor, { ...input, now: runtime.clock.now() });
  if (!found.ok) return found;
  const { changes } = JSON.parse(found.value.pending.findings) as ImportFindings;
  const leaves = new Set(input.left);
  const left = changes.map(({ number }) => number).filter((number) => leaves.has(number));
  saveLeftChanges(runtime.db, input.id, JSON.stringify(left));
  return accept(true);
}

/** Deletes a waiting file unused. */
export function dropImport(runtime: Runtime, actor: Actor, input: ImportKey): Outcome<true> {
  const found = waitingImport(runtime.db, actor, { ...input, now: runtime.clock.now() });
  if (!found.ok) return found;
  deletePendingImport(runtime.db, input.id);
  return accept(true);
}
