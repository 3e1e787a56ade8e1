import { findBody, listBodies } from '../../db/bodies';
import type { Db } from '../../db/client';
import { type IndicatorRow, indicatorsOf, type TargetRow, targetsOf } from '../../db/indicators';
import { activitiesOf, type PlanRow, plansOf, resultsOf } from '../../db/plans';
import type { MonitoringRules } from '../../domain/monitoring/lights';
import { type Actor, canInBody } from '../../domain/policy/can';
import { accept, type Outcome } from '../../domain/refusal';
import type { Runtime } from '../runtime';
import { isFixed } from '../use-cases/indicators';
import { permittedPlan, rulesFor } from '../use-cases/return-act';

/** A plan as the pages of its monitoring need it. */
export interface MonitoredPlan {
  readonly plan: PlanRow;
  readonly body: { readonly id: string; readonly acronym: string };
  readonly rules: MonitoringRules;
  readonly may: { readonly edit: boolean; readonly run: boolean };
}

export function getMonitoredPlan(runtime: Runtime, actor: Actor, planId: string): Outcome<MonitoredPlan> {
  const plan = permittedPlan(runtime.db, actor, 'readPlan', planId);
  if (!plan.ok) return plan;
  const { bodyId } = plan.value;
  return accept({
    plan: plan.value,
    body: { id: bodyId, acronym: findBody(runtime.db, bodyId)?.acronym ?? '' },
    rules: rulesFor(runtime.db, bodyId),
    may: {
      edit: canInBody(actor, 'editPlan', bodyId).ok,
      run: canInBody(actor, 'runRound', bodyId).ok,
    },
  });
}

/** Plans with indicators that the actor may read, the latest first. */
export function plansMonitored(runtime: Runtime, actor: Actor): PlanRow[] {
  const bodyIds = listBodies(runtime.db)
    .map(({ id }) => id)
    .filter((id) => canInBody(actor, 'readPlan', id).ok);
  return plansOf(runtime.db, bodyIds).filter(({ id }) => indicatorsOf(runtime.db, id).length > 0);
}

/** A priority area, or what stands below none. */
export interface AreaName {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly titleThai: string;
}

/** For each indicator the area that it belongs to, by what it measures. */
export function areasOfIndicators(
  runtime: Runtime,
  planId: string,
  indicators: readonly Pick<IndicatorRow, 'id' | 'resultId' | 'activityId'>[],
): { readonly areas: readonly AreaName[]; readonly areaOf: ReadonlyMap<string, string> } {
  const results = new Map(resultsOf(runtime.db, planId).map((result) => [result.id, result]));
  const activities = new Map(activitiesOf(runtime.db, planId).map(({ id, resultId }) => [id, resultId]));
  const areaOf = new Map<string, string>();
  for (const { id, resultId, activityId } of indicators) {
    let above = results.get(resultId ?? activities.get(activityId ?? '') ?? '');
    while (above !== undefined && above.level !== 'area') above = results.get(above.parentId ?? '');
    if (above !== undefined) areaOf.set(id, above.id);
  }
  const areas = [...results.values()].filter(({ level }) => level === 'area');
  return { areas, areaOf };
}

export interface IndicatorLine {
  readonly indicator: IndicatorRow;
  readonly targets: readonly TargetRow[];
  /** Code and title of what it measures. */
  readonly measures: { readonly code: string; readonly title: string } | null;
  /** What gives its figures their meaning can no longer change (MO7). */
  readonly isFixed: boolean;
}

export interface IndicatorsView extends MonitoredPlan {
  readonly groups: readonly { readonly area: AreaName | null; readonly lines: readonly IndicatorLine[] }[];
  readonly retired: readonly IndicatorRow[];
  readonly measurable: readonly Measurable[];
}

/** What an indicator can measure. */
export interface Measurable {
  readonly id: string;
  readonly of: 'result' | 'activity';
  readonly code: string;
  readonly title: string;
}

/** Results and activities of the plan that stand. */
export function measurableIn(db: Db, planId: string): Measurable[] {
  const named = ({ id, code, title }: { id: string; code: string; title: string }) => ({ id, code, title });
  return [
    ...resultsOf(db, planId).map((result) => ({ of: 'result' as const, ...named(result) })),
    ...activitiesOf(db, planId).map((activity) => ({ of: 'activity' as const, ...named(activity) })),
  ];
}

/** The indicators of a plan by priority area. */
export function listIndicators(runtime: Runtime, actor: Actor, planId: string): Outcome<IndicatorsView> {
  const found = getMonitoredPlan(runtime, actor, planId);
  if (!found.ok) return found;
  const all = indicatorsOf(runtime.db, planId);
  const standing = all.filter(({ retiredAt }) => retiredAt === null);
  const { areas, areaOf } = areasOfIndicators(runtime, planId, standing);
  const targets = targetsOf(
    runtime.db,
    standing.map(({ id }) => id),
  );
  const measurable = measurableIn(runtime.db, planId);
  const line = (indicator: IndicatorRow): IndicatorLine => ({
    indicator,
    targets: targets.filter(({ indicatorId }) => indicatorId === indicator.id),
    measures: measurable.find(({ id }) => id === (indicator.resultId ?? indicator.activityId)) ?? null,
    isFixed: isFixed(runtime.db, indicator, runtime.clock.now()),
  });
  const groups = [...areas, null].map((area) => ({
    area,
    lines: standing.filter(({ id }) => (areaOf.get(id) ?? null) === (area?.id ?? null)).map(line),
  }));
  return accept({
    ...found.value,
    groups: groups.filter(({ lines }) => lines.length > 0),
    retired: all.filter(({ retiredAt }) => retiredAt !== null),
    measurable,
  });
}
