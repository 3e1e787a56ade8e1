import type { Db } from '../../db/client';
import { findPendingSheet, type PendingSheetRow } from '../../db/sheets';
import type { Actor } from '../../domain/policy/can';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import { type SheetFacts, type SheetRun, targetOf } from '../../domain/sheets/facts';
import { importFacts, type SheetAsk } from './sheet-facts';

export interface WaitingSheet {
  readonly facts: SheetFacts;
  readonly pending: Omit<PendingSheetRow, 'findings'>;
  readonly run: SheetRun;
}

/** The file of this person that waits for this target; XL22 where there is none, or another than `id`. */
export function waitingSheet(
  db: Db,
  actor: Actor,
  ask: SheetAsk & { readonly id?: string },
): Outcome<WaitingSheet> {
  const facts = importFacts(db, actor, ask);
  if (!facts.ok) return facts;
  const found = waitingFor(db, actor, targetOf(facts.value), ask);
  return found.ok ? accept({ facts: facts.value, ...found.value }) : found;
}

/** The same for a target that the person may import into, without what its rows are tried on. */
export function waitingFor(
  db: Db,
  actor: Actor,
  target: string,
  ask: { readonly at: string; readonly id?: string },
): Outcome<Omit<WaitingSheet, 'facts'>> {
  const found = findPendingSheet(db, { target, userId: actor.userId, now: ask.at });
  if (found === null || (ask.id !== undefined && found.id !== ask.id)) return refuse('XL22');
  const { findings, ...pending } = found;
  return accept({ pending, run: JSON.parse(findings) as SheetRun });
}
