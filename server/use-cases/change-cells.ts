import { z } from 'zod';
import { atomic } from '../../db/atomic';
import type { Db } from '../../db/client';
import { activitiesOf, findPlan, type PlanRow } from '../../db/plans';
import { FIELD_NAMES, type FieldName } from '../../domain/plan/fields';
import type { ActivityCells } from '../../domain/plan/matrix';
import { changeableFields } from '../../domain/plan/rights';
import { ACTIVITY_STATUSES } from '../../domain/plan/statuses';
import type { ActivityWrite, RowFinding } from '../../domain/plan/writes';
import { type Actor, canInBody } from '../../domain/policy/can';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import type { Runtime } from '../runtime';
import { permittedInBody, readInput } from './body-act';
import { indicatorsGo } from './leave-indicators';
import { editedPlan, planRights } from './plan-act';
import { leavingRows, type SeenRow, takeOut } from './remove-activities';
import { type WrittenActivities, writeActivities } from './write-activities';

/** Values of cells as they come in: their kinds here, what they may be in domain/plan. */
const CellValues = z
  .object({
    resultId: z.string(),
    code: z.string(),
    title: z.string(),
    leads: z.array(z.string()).max(60),
    coLeads: z.array(z.string()).max(60),
    partners: z.string(),
    plannedFrom: z.string().nullable(),
    plannedTo: z.string().nullable(),
    revisedFrom: z.string().nullable(),
    revisedTo: z.string().nullable(),
    budget: z.number().nullable(),
    currency: z.string(),
    budgetSource: z.string(),
    status: z.enum(ACTIVITY_STATUSES),
    statusReason: z.string(),
    carriedFromId: z.string().nullable(),
  } satisfies Record<FieldName, z.ZodType>)
  .partial();

const Writes = z
  .array(
    z.object({
      key: z.string().max(100),
      activityId: z.string().nullable(),
      rev: z.number().int(),
      cells: CellValues,
    }),
  )
  .max(1000);

export interface ChangeCellsInput {
  readonly planId: string;
  /** Rows with the cells that change, each naming the `rev` of the activity it was made on. */
  readonly rows: readonly ActivityWrite[];
  /** Rows that leave the matrix in the same act: what one entered is taken back. */
  readonly removed?: readonly SeenRow[];
}

/**
 * Changes cells of the matrix and enters new rows: all of it or nothing, with what is wrong cell by cell. The
 * secretariat changes everything; a delegation what it reports of the activities that its country leads (PL16).
 */
export async function changeCells(
  runtime: Runtime,
  actor: Actor,
  input: ChangeCellsInput,
): Promise<Outcome<WrittenActivities>> {
  const at = runtime.clock.now();
  return atomic(runtime.db, (tx): Outcome<WrittenActivities> => {
    const plan = findPlan(tx, input.planId);
    if (plan === null) return refuse('PO1');
    const allowed = permittedInBody(tx, actor, 'reportActivity', plan.bodyId);
    if (!allowed.ok) return allowed;
    if (plan.state === 'closed') return refuse('PL18');
    const read = readInput(Writes, input.rows);
    if (!read.ok) return read;
    const rows = read.value as readonly ActivityWrite[];
    const barred = barredCells(tx, actor, plan, rows);
    if (barred.length > 0) return accept({ ok: false, findings: barred });
    const leaving = leavingOf(tx, actor, at, plan, input.removed ?? []);
    if (!leaving.ok) return leaving;
    if (rows.length + leaving.value.length === 0) return refuse('PL25');
    const ids = new Set(leaving.value.map(({ id }) => id));
    const written = writeActivities(tx, actor, at, plan, rows, ids);
    if (!written.ok || ids.size === 0) return accept(written);
    // PL1: where the rows came to something, their number is that of the whole act.
    const drawn = written.seq === plan.seq ? undefined : written.seq;
    return accept({ ...written, seq: takeOut(tx, actor, at, plan, leaving.value, drawn) });
  });
}

/** What the delegation of a lead country reports on one of its activities. */
export async function reportActivity(
  runtime: Runtime,
  actor: Actor,
  input: {
    readonly planId: string;
    readonly activityId: string;
    readonly rev: number;
    readonly cells: Pick<ActivityCells, 'status' | 'statusReason' | 'revisedFrom' | 'revisedTo'>;
  },
): Promise<Outcome<{ rev: number }>> {
  const { planId, activityId, rev, cells } = input;
  const done = await changeCells(runtime, actor, {
    planId,
    rows: [{ key: activityId, activityId, rev, cells }],
  });
  if (!done.ok) return done;
  return firstRow(done.value);
}

/** Of a write of one row: the row, or the first thing that is wrong with it, as a form says it. */
export function firstRow(written: WrittenActivities): Outcome<{ activityId: string; rev: number }> {
  if (!written.ok) return written.findings[0]?.refusal ?? refuse('PL25');
  const [row] = written.rows;
  return row === undefined ? refuse('PL25') : accept({ activityId: row.activityId, rev: row.rev });
}

/** Rows that may leave: the actor edits the plan, saw them as they stand, and nothing measures them. */
function leavingOf(
  tx: Db,
  actor: Actor,
  at: string,
  plan: PlanRow,
  seen: readonly SeenRow[],
): ReturnType<typeof leavingRows> {
  if (seen.length === 0) return accept([]);
  const edited = editedPlan(tx, actor, plan.id);
  if (!edited.ok) return edited;
  const leaving = leavingRows(tx, plan, seen);
  if (!leaving.ok) return leaving;
  const going = indicatorsGo(tx, plan.id, new Set(leaving.value.map(({ id }) => id)), null, at);
  return going.ok ? leaving : going;
}

/** PL16, PL18: cells that are not the actor's to change. */
function barredCells(db: Db, actor: Actor, plan: PlanRow, rows: readonly ActivityWrite[]): RowFinding[] {
  if (canInBody(actor, 'editPlan', plan.bodyId).ok) return [];
  const rights = planRights(actor, plan);
  const standing = new Map(activitiesOf(db, plan.id).map((activity) => [activity.id, activity]));
  return rows.flatMap(({ key, activityId, cells }): RowFinding[] => {
    const activity = activityId === null ? undefined : standing.get(activityId);
    if (activity === undefined)
      return [{ key, field: null, refusal: refuse(activityId === null ? 'PL16' : 'PL25') }];
    const open = changeableFields(plan.state, rights, activity);
    return FIELD_NAMES.filter((name) => cells[name] !== undefined && !open.includes(name)).map((field) => ({
      key,
      field,
      refusal: refuse('PL16', { field }),
    }));
  });
}
