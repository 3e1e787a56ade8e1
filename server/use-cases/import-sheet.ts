import { loadActor } from '../../db/actors';
import { atomic } from '../../db/atomic';
import type { Db } from '../../db/client';
import { deletePendingSheet } from '../../db/sheets';
import type { Actor } from '../../domain/policy/can';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import type { SheetRun } from '../../domain/sheets/facts';
import type { Runtime } from '../runtime';
import { enterValues } from './fill-return';
import { firstRow, importActivities } from './import-activities';
import { importIndicators } from './import-indicators';
import { editedPlan } from './plan-act';
import type { SheetAsk } from './sheet-facts';
import { waitingFor, waitingSheet } from './waiting-sheet';
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
  if (input.target.kind !== 'activities') return importAtOnce(runtime, actor, input, runtime.clock.now());
  return oneByOne(input.target.id, () => importMatrix(runtime, actor, input));
}

async function importMatrix(runtime: Runtime, actor: Actor, input: SheetAct) {
  const at = runtime.clock.now();
  const waiting = waitingMatrix(runtime.db, actor, input, at);
  if (!waiting.ok) return waiting;
  const { pendingId, run } = waiting.value;
  const done = await importActivities(runtime, actor, { planId: input.target.id, pendingId }, run);
  if (done === null) return importAtOnce(runtime, actor, input, runtime.clock.now());
  return done.ok ? accept({ rows: run.writes.length }) : done;
}

/** Imports that are under way, by the id of their plan. */
const underWay = new Map<string, Promise<unknown>>();

/** Each holds thousands of rows: a file for the same plan, or the same file once more, waits for the one before. */
async function oneByOne<Result>(planId: string, work: () => Promise<Result>): Promise<Result> {
  for (let before = underWay.get(planId); before !== undefined; before = underWay.get(planId)) {
    await before.catch(() => undefined);
  }
  const own = work();
  underWay.set(planId, own);
  try {
    return await own;
  } finally {
    underWay.delete(planId);
  }
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
  const waiting = waitingFor(db, actor, `activities:${plan.value.id}`, { at, id });
  if (!waiting.ok) return waiting;
  const { pending, run } = waiting.value;
  const ready = readyToWrite(run);
  if (!ready.ok) return ready;
  return run.kind === 'activities' ? accept({ pendingId: pending.id, run }) : refuse('XL22');
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
