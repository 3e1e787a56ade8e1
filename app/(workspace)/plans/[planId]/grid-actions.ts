'use server';

import { refusalText } from '@/app/_lib/refusal';
import { getLocale, getViewer } from '@/app/_lib/viewer';
import type { AddAnswer } from '@/components/plans/grid/add-dialog';
import type { GridAnswer } from '@/components/plans/grid/grid-store';
import type { ActivityCells } from '@/domain/plan/matrix';
import type { ActivityWrite } from '@/domain/plan/writes';
import { translator } from '@/messages/translate';
import { getRuntime } from '@/server/runtime';
import { addActivity } from '@/server/use-cases/add-activity';
import { changeCells } from '@/server/use-cases/change-cells';

/** Writes cells and new rows of the grid: all of them, or what is wrong cell by cell in the reader's words. */
export async function changeCellsAction(planId: string, rows: readonly ActivityWrite[]): Promise<GridAnswer> {
  const viewer = await getViewer();
  const locale = await getLocale();
  if (viewer === null) return signedOut(locale);
  const outcome = await changeCells(getRuntime(), viewer.actor, { planId, rows });
  if (!outcome.ok) return { ok: false, message: refusalText(outcome, locale), findings: [] };
  if (outcome.value.ok) return outcome.value;
  const findings = outcome.value.findings.map(({ key, field, refusal }) => ({
    key,
    field,
    rule: refusal.rule,
    message: refusalText(refusal, locale),
  }));
  return { ok: false, message: findings[0]?.message ?? '', findings };
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
