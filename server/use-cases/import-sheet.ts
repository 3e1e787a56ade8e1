import { loadActor } from '../../db/actors';
import { atomic } from '../../db/atomic';
import type { Db } from '../../db/client';
import { deletePendingSheet, findPendingSheet } from '../../db/sheets';
import type { RowFinding } from '../../domain/plan/writes';
import type { Actor } from '../../domain/policy/can';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import type { SheetRun } from '../../domain/sheets/facts';
import type { Runtime } from '../runtime';
import { enterValues } from './fill-return';
import { importActivities } from './import-activities';
import { importIndicators } from './import-indicators';
import { editedPlan } from './plan-act';
import type { SheetAsk } from './sheet-facts';
import { waitingSheet } from './waiting-sheet';
import { writeActivities } from './write-activities';

export type SheetAct = Omit<SheetAsk, 'at'> & { readonly id: string };

/**
 * Writes what a checked file says, in one transaction: all of it or nothing (XL1). What changed since the check stops it,
 * and the row is told (XL24).
 */
export async function importSheet(
  runtime: Runtime,
  actor: Actor,
  input: SheetAct,
): Promise<Outcome<{ readonly rows: number }>> {
  const at = runtime.clock.now();
  const { target } = input;
  if (target.kind !== 'activities') return importAtOnce(runtime, actor, input, at);
  const waiting = waitingMatrix(runtime.db, actor, input, at);
  if (!waiting.ok) return waiting;
  const { pendingId, run } = waiting.value;
  const done = await importActivities(runtime, actor, { planId: target.id, pendingId }, run);
  if (done === null) return importAtOnce(runtime, actor, input, runtime.clock.now());
  return done.ok ? accept({ rows: run.writes.length }) : done;
}

function importAtOnce(
  runtime: Runtime,
  asked: Actor,
  input: SheetAct,
  at: string,
): Outcome<{ readonly rows: number }> {
  return atomic(runtime.db, (tx): Outcome<{ rows: number }> => {
    const actor = loadActor(tx, asked.userId, asked.sessionId, at);
    if (actor === null) return refuse('PO1');
    const waiting = waitingSheet(tx, actor, { ...input, at });
    if (!waiting.ok) return waiting;
    const { run, pending } = waiting.value;
    const ready = readyToWrite(run);
    if (!ready.ok) return ready;
    const written = write(tx, actor, at, input, run);
    if (!written.ok) return written;
    deletePendingSheet(tx, pending.id);
    return accept({ rows: run.writes.length });
  });
}

/** The file that waits for a plan, without the facts on which it was tried: those are read in turns. */
function waitingMatrix(db: Db, actor: Actor, { target, id }: SheetAct, at: string) {
  const plan = editedPlan(db, actor, target.id);
  if (!plan.ok) return plan;
  const key = { target: `activities:${plan.value.id}`, userId: actor.userId, now: at };
  const found = findPendingSheet(db, key);
  if (found === null || found.id !== id) return refuse('XL22');
  const run = JSON.parse(found.findings) as SheetRun;
  const ready = readyToWrite(run);
  if (!ready.ok) return ready;
  if (run.kind !== 'activities') return refuse('XL22');
  return accept({ pendingId: found.id, run });
}

function readyToWrite({ findings, writes }: SheetRun): Outcome<true> {
  if (findings.length > 0) return refuse('XL23');
  return writes.length === 0 ? refuse('XL25') : accept(true);
}

/** Forgets a waiting file unused. */
export function dropSheet(runtime: Runtime, actor: Actor, input: SheetAct): Outcome<true> {
  const waiting = waitingSheet(runtime.db, actor, { ...input, at: runtime.clock.now() });
  if (!waiting.ok) return waiting;
  deletePendingSheet(runtime.db, input.id);
  return accept(true);
}

function write(tx: Db, actor: Actor, at: string, { target }: SheetAct, run: SheetRun): Outcome<true> {
  if (run.kind === 'activities') {
    const plan = editedPlan(tx, actor, target.id);
    if (!plan.ok) return plan;
    const written = writeActivities(
      tx,
      actor,
      at,
      plan.value,
      run.writes.map(({ write: each }) => each),
    );
    return written.ok ? accept(true) : refuse('XL24', { row: firstRow(written.findings) });
  }
  if (run.kind === 'indicators') return importIndicators(tx, actor, at, target.id, run.writes);
  const answers = run.writes.map(({ write: each }) => each);
  const entered = enterValues(tx, actor, at, target.id, answers);
  // Only what somebody entered meanwhile is a change since the check; anything else says what it is.
  if (entered.ok) return accept(true);
  if (entered.rule !== 'MO35') return entered;
  const field = String(entered.detail?.field ?? '');
  const stopped = run.writes.find(({ write: each }) => field.endsWith(`:${each.indicatorId}`));
  return stopped === undefined ? entered : refuse('XL24', { row: stopped.row });
}

/** Writes of a file are named by their rows. */
function firstRow(findings: readonly RowFinding[]): number {
  return Math.min(...findings.map(({ key }) => Number(key)));
}
