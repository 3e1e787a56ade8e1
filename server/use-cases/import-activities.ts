import { setImmediate } from 'node:timers/promises';
import { loadActor } from '../../db/actors';
import { atomic } from '../../db/atomic';
import type { Db } from '../../db/client';
import { findPlan, type PlanRow, type StandingActivity, someActivities } from '../../db/plans';
import { deletePendingSheet, waitsStill } from '../../db/sheets';
import { carryOutStaged, forgetStaged, stageRows } from '../../db/staged-activities';
import { type RowFinding, tryingWrites, type WriteFacts } from '../../domain/plan/writes';
import { type Actor, delegationOf } from '../../domain/policy/can';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import type { SheetRun } from '../../domain/sheets/facts';
import { newId } from '../ids';
import type { Runtime } from '../runtime';
import { type MatrixRows, matrixRows } from './matrix-rows';
import { editedPlan, nextSeq, recordPlan, writeGround } from './plan-act';

type ActivityRun = Extract<SheetRun, { kind: 'activities' }>;

/** Rows that are worked on in one turn of the event loop: a few milliseconds. */
const ROWS_IN_TURN = 250;
/** How often somebody may be faster before the whole is done in one turn. */
const TRIES = 3;

/** What carrying out ends with where somebody changed the matrix since it was prepared. */
const OVERTAKEN = Symbol('overtaken');

/**
 * Writes thousands of rows of a checked file: made ready in turns in which keystrokes and requests of others come first,
 * then carried out in one short transaction, all of them or none (XL1), on the very matrix on which they were tried.
 * Where somebody changed it meanwhile they are tried again; what does not fit the matrix as it stands is told (XL24).
 * Null: somebody was faster each time.
 */
export async function importActivities(
  runtime: Runtime,
  actor: Actor,
  input: { readonly planId: string; readonly pendingId: string },
  run: ActivityRun,
): Promise<Outcome<true> | null> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const act = newId('stg');
    try {
      const ready = await prepare(runtime, actor, input, run, act);
      if (ready === OVERTAKEN) continue;
      if (!ready.ok) return ready;
      const done = carryOut(runtime, actor, input, ready.value, act);
      if (done !== OVERTAKEN) return done;
    } finally {
      forgetStaged(runtime.db, act);
    }
  }
  return null;
}

interface Ready {
  readonly rows: MatrixRows;
  /** The matrix on which they were tried. */
  readonly seq: number;
  readonly ground: string;
}

async function prepare(
  { db, clock }: Runtime,
  actor: Actor,
  { planId }: { readonly planId: string },
  run: ActivityRun,
  act: string,
): Promise<Outcome<Ready> | typeof OVERTAKEN> {
  const plan = editedPlan(db, actor, planId);
  if (!plan.ok) return plan;
  const { seq } = plan.value;
  const at = clock.now();
  const ground = writeGround(db, plan.value, at);
  const facts = await factsInTurns(db, plan.value, ground);
  const writes = run.writes.map(({ write }) => write);
  const { rows: checked, findings } = await inPortions(tryingWrites(writes, facts));
  if (findings.length > 0) {
    // What was read in turns while somebody wrote may be a matrix that never stood.
    if (isOvertaken(db, plan.value.id, clock.now(), seq, ground.known)) return OVERTAKEN;
    return refuse('XL24', { row: firstRow(findings) });
  }
  const rows = await inPortions(matrixRows({ actor, at, plan: plan.value }, checked, facts));
  for (const portion of portionsOf(rows)) {
    await setImmediate();
    stageRows(db, act, portion);
  }
  return accept({ rows, seq, ground: ground.known });
}

function carryOut(
  { db, clock }: Runtime,
  asked: Actor,
  { planId, pendingId }: { readonly planId: string; readonly pendingId: string },
  { rows, seq, ground }: Ready,
  act: string,
): Outcome<true> | typeof OVERTAKEN {
  try {
    return atomic(db, (tx): Outcome<true> | typeof OVERTAKEN => {
      // Getting ready took turns: who it is and what they may do is read again.
      const at = clock.now();
      const actor = loadActor(tx, asked.userId, asked.sessionId, at);
      if (actor === null) return refuse('PO1');
      const plan = editedPlan(tx, actor, planId);
      if (!plan.ok) return plan;
      if (delegationOf(actor, plan.value.bodyId) !== delegationOf(asked, plan.value.bodyId))
        return refuse('PO2');
      if (!waitsStill(tx, pendingId, at)) return refuse('XL22');
      if (isOvertaken(tx, planId, at, seq, ground)) return OVERTAKEN;
      const touched = rows.added.length + rows.saved.length;
      if (touched > 0) {
        const next = nextSeq(tx, plan.value);
        if (carryOutStaged(tx, act, next) !== touched) throw new Overtaken();
        const data = { rows: touched, added: rows.added.length, seq: next };
        recordPlan(tx, actor, at, plan.value, 'plan.matrixChanged', data);
      }
      deletePendingSheet(tx, pendingId);
      return accept(true);
    });
  } catch (error) {
    if (error instanceof Overtaken) return OVERTAKEN;
    throw error;
  }
}

function isOvertaken(db: Db, planId: string, at: string, seq: number, ground: string): boolean {
  const plan = findPlan(db, planId);
  return plan === null || plan.seq !== seq || writeGround(db, plan, at).known !== ground;
}

/** Writes of a file are named by their rows. */
export function firstRow(findings: readonly RowFinding[]): number {
  return Math.min(...findings.map(({ key }) => Number(key)));
}

/** Rolls back. */
class Overtaken extends Error {}

/** What a write is tried on, read row by row; that nobody changed it meanwhile is asked when it is carried out. */
async function factsInTurns(
  db: Db,
  plan: PlanRow,
  { results, members }: ReturnType<typeof writeGround>,
): Promise<WriteFacts> {
  const activities = await activitiesInTurns(db, plan.id);
  const before = plan.predecessorId === null ? [] : await activitiesInTurns(db, plan.predecessorId);
  return {
    results,
    activities,
    members: new Set(members),
    predecessors: new Set(before.map(({ id }) => id)),
  };
}

async function activitiesInTurns(db: Db, planId: string): Promise<StandingActivity[]> {
  // A plan that is unknown has none.
  if (findPlan(db, planId) === null) return [];
  const all: StandingActivity[] = [];
  for (let after = 0; after !== Number.POSITIVE_INFINITY; ) {
    await setImmediate();
    const { activities, last } = someActivities(db, planId, after, ROWS_IN_TURN);
    for (const activity of activities) all.push(activity);
    after = last;
  }
  return all.sort((a, b) => a.position - b.position);
}

async function inPortions<Result>(steps: Generator<void, Result>): Promise<Result> {
  for (let count = 1; ; count += 1) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (count % ROWS_IN_TURN === 0) await setImmediate();
  }
}

function* portionsOf({ added, saved, changes }: MatrixRows) {
  const nothing = { added: [], saved: [], changes: [] };
  for (let at = 0; at < added.length; at += ROWS_IN_TURN)
    yield { ...nothing, added: added.slice(at, at + ROWS_IN_TURN) };
  for (let at = 0; at < saved.length; at += ROWS_IN_TURN)
    yield { ...nothing, saved: saved.slice(at, at + ROWS_IN_TURN) };
  for (let at = 0; at < changes.length; at += ROWS_IN_TURN)
    yield { ...nothing, changes: changes.slice(at, at + ROWS_IN_TURN) };
}
