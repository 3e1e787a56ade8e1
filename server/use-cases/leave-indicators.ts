import type { Db } from '../../db/client';
import { changeIndicator, type IndicatorRow, indicatorsOf } from '../../db/indicators';
import { activitiesOf, type PlanRow, resultsOf } from '../../db/plans';
import type { Actor } from '../../domain/policy/can';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import { recordAct } from './body-act';

/**
 * What becomes of the indicators of what leaves the matrix: they are retired, or measure another result or activity
 * (by its id). Null: nobody said.
 */
export type IndicatorsGo = { readonly to: 'retire' } | { readonly to: 'measure'; readonly id: string } | null;

interface Going {
  readonly indicator: IndicatorRow;
  readonly change: Partial<Pick<IndicatorRow, 'resultId' | 'activityId' | 'retiredAt'>>;
}

/**
 * MO3, PL35: nothing that an indicator measures leaves the matrix before it is said what becomes of the indicator.
 * Nothing is written here.
 */
export function indicatorsGo(
  db: Db,
  planId: string,
  leaving: ReadonlySet<string>,
  go: IndicatorsGo,
  at: string,
): Outcome<readonly Going[]> {
  const measuring = indicatorsOf(db, planId).filter(
    ({ resultId, activityId, retiredAt }) => retiredAt === null && leaving.has(resultId ?? activityId ?? ''),
  );
  if (measuring.length === 0) return accept([]);
  if (go === null) {
    const codes = measuring.map(({ code }) => code).join(', ');
    return refuse('PL35', { codes, field: 'indicators' });
  }
  if (go.to === 'retire') {
    return accept(measuring.map((indicator) => ({ indicator, change: { retiredAt: at } })));
  }
  const isResult = resultsOf(db, planId).some(({ id }) => id === go.id);
  const isActivity = activitiesOf(db, planId).some(({ id }) => id === go.id);
  if (leaving.has(go.id) || !(isResult || isActivity)) return refuse('MO3', { field: 'indicators' });
  const change = { resultId: isResult ? go.id : null, activityId: isActivity ? go.id : null };
  return accept(measuring.map((indicator) => ({ indicator, change })));
}

/** Writes what `indicatorsGo` found, in the same transaction. */
export function letIndicatorsGo(
  tx: Db,
  actor: Actor,
  at: string,
  plan: PlanRow,
  going: readonly Going[],
): void {
  for (const { indicator, change } of going) {
    changeIndicator(tx, indicator.id, indicator.rev, change);
    recordAct(tx, actor, at, {
      kind: change.retiredAt === undefined ? 'indicator.changed' : 'indicator.retired',
      bodyId: plan.bodyId,
      subjectType: 'indicator',
      subjectId: indicator.id,
      data: { plan: plan.title, code: indicator.code },
    });
  }
}
