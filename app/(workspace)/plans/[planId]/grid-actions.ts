'use server';

import { refusalText } from '@/app/_lib/refusal';
import { getLocale, getViewer } from '@/app/_lib/viewer';
import type { AddAnswer } from '@/components/plans/grid/add-dialog';
import type { GridAnswer, IndicatorsGo, SeenRow } from '@/components/plans/grid/grid-state';
import type { GridSeat } from '@/components/plans/grid/use-grid-store';
import type { ActivityCells } from '@/domain/plan/matrix';
import type { ActivityWrite } from '@/domain/plan/writes';
import type { Actor } from '@/domain/policy/can';
import { accept, type Outcome } from '@/domain/refusal';
import type { Locale } from '@/messages/locale';
import { translator } from '@/messages/translate';
import { getRuntime, type Runtime } from '@/server/runtime';
import { moveActivity } from '@/server/use-cases/activity-acts';
import { addActivity } from '@/server/use-cases/add-activity';
import { changeCells } from '@/server/use-cases/change-cells';
import { removeActivities, restoreActivities } from '@/server/use-cases/remove-activities';

/** Writes cells and new rows of the grid: all of them, or what is wrong cell by cell in the reader's words. */
export async function changeCellsAction(
  seat: GridSeat,
  rows: readonly ActivityWrite[],
  removed: readonly SeenRow[],
): Promise<GridAnswer> {
  return answered(seat, async (runtime, actor, locale) => {
    const outcome = await changeCells(runtime, actor, {
      planId: seat.planId,
      rows,
      removed: rowsFrom(removed),
    });
    if (!outcome.ok) return outcome;
    if (outcome.value.ok) return accept(outcome.value);
    const findings = outcome.value.findings.map(({ key, field, refusal }) => ({
      key,
      field,
      rule: refusal.rule,
      message: refusalText(refusal, locale),
    }));
    const [first] = findings;
    return accept({ ok: false, rule: first?.rule ?? '', message: first?.message ?? '', findings });
  });
}

/** Moves a row before another of its result, or behind all of them. */
export async function moveRowAction(
  seat: GridSeat,
  row: SeenRow,
  beforeId: string | null,
): Promise<GridAnswer> {
  return answered(seat, async (runtime, actor) => {
    const [seen = { activityId: '', rev: -1 }] = rowsFrom([row]);
    const outcome = await moveActivity(runtime, actor, {
      ...seen,
      beforeId: beforeId === null ? null : String(beforeId),
    });
    if (!outcome.ok) return outcome;
    const { seq, rev } = outcome.value;
    return accept({ ok: true, seq, rows: [{ key: seen.activityId, activityId: seen.activityId, rev }] });
  });
}

/** Takes rows out of the matrix, with what becomes of the indicators that measure them. */
export async function removeRowsAction(
  seat: GridSeat,
  rows: readonly SeenRow[],
  indicators: IndicatorsGo,
): Promise<GridAnswer> {
  return answered(seat, async (runtime, actor) => {
    const outcome = await removeActivities(runtime, actor, {
      planId: seat.planId,
      rows: rowsFrom(rows),
      indicators: goFrom(indicators),
    });
    return outcome.ok ? accept({ ok: true, seq: outcome.value.seq, rows: [] }) : outcome;
  });
}

export async function restoreRowsAction(seat: GridSeat, activityIds: readonly string[]): Promise<GridAnswer> {
  return answered(seat, async (runtime, actor) => {
    const ids = Array.isArray(activityIds) ? activityIds.map(String) : [];
    const outcome = await restoreActivities(runtime, actor, { planId: seat.planId, activityIds: ids });
    if (!outcome.ok) return outcome;
    const { seq, rows } = outcome.value;
    return accept({ ok: true, seq, rows: rows.map((row) => ({ key: row.activityId, ...row })) });
  });
}

/** What a browser sends as arguments may be anything. */
function rowsFrom(rows: readonly SeenRow[]): SeenRow[] {
  return Array.isArray(rows)
    ? rows.map((row) => ({ activityId: String(row?.activityId), rev: Number(row?.rev) }))
    : [];
}

function goFrom(indicators: IndicatorsGo): IndicatorsGo {
  if (indicators?.to === 'retire') return { to: 'retire' };
  return indicators?.to === 'measure' ? { to: 'measure', id: String(indicators.id) } : null;
}

/** What was typed by somebody whose place another person took in this browser is not written under the other's name. */
async function answered(
  seat: GridSeat,
  work: (runtime: Runtime, actor: Actor, locale: Locale) => Promise<Outcome<GridAnswer>>,
): Promise<GridAnswer> {
  const viewer = await getViewer();
  const locale = await getLocale();
  if (viewer === null || viewer.actor.userId !== seat?.me) return { ...signedOut(locale), rule: '' };
  const outcome = await work(getRuntime(), viewer.actor, locale);
  if (outcome.ok) return outcome.value;
  return { ok: false, rule: outcome.rule, message: refusalText(outcome, locale), findings: [] };
}

/** Enters one activity; what is wrong with it is said of its field. */
export async function addActivityAction(
  planId: string,
  cells: Pick<ActivityCells, 'resultId' | 'code' | 'title'>,
): Promise<AddAnswer> {
  const viewer = await getViewer();
  const locale = await getLocale();
  if (viewer === null) return { ...signedOut(locale), field: null };
  const outcome = await addActivity(getRuntime(), viewer.actor, { planId, cells });
  if (outcome.ok) return { ok: true, activityId: outcome.value.activityId };
  const field = outcome.detail?.field;
  return {
    ok: false,
    message: refusalText(outcome, locale),
    field: typeof field === 'string' ? field : null,
  };
}

function signedOut(locale: Awaited<ReturnType<typeof getLocale>>) {
  return { ok: false as const, message: translator(locale, 'errors')('form.signedOut'), findings: [] };
}
