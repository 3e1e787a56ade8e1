import { z } from 'zod';
import { atomic } from '../../db/atomic';
import type { Db } from '../../db/client';
import {
  changeIndicator,
  findIndicator,
  hasReleasedFigures,
  type IndicatorRow,
  indicatorsOf,
  insertIndicator,
  replaceTargets,
  targetsOf,
} from '../../db/indicators';
import { findActivity, type PlanRow, resultsOf } from '../../db/plans';
import { roundsOf } from '../../db/rounds';
import {
  AGGREGATIONS,
  checkSheet,
  DIRECTIONS,
  FREQUENCIES,
  INDICATOR_TYPES,
  keepsMeaning,
} from '../../domain/monitoring/indicators';
import { asks, periodOf } from '../../domain/monitoring/periods';
import { checkTargets, type Target, targetField } from '../../domain/monitoring/targets';
import type { Actor } from '../../domain/policy/can';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import { newId } from '../ids';
import type { Runtime } from '../runtime';
import { checkCountries, readInput, recordAct } from './body-act';
import { nameText, optionalText } from './input-shapes';
import { permittedPlan } from './return-act';

const Sheet = z.object({
  resultId: z.string().nullable(),
  activityId: z.string().nullable(),
  code: nameText(40),
  title: nameText(300),
  definition: optionalText(2000),
  unit: optionalText(80),
  type: z.enum(INDICATOR_TYPES),
  scale: z.array(nameText(120)).max(50).default([]),
  direction: z.enum(DIRECTIONS),
  cumulative: z.boolean(),
  baseline: z.number().nullable(),
  baselineYear: z.number().int().min(1980).max(2100).nullable(),
  meansOfVerification: optionalText(1000),
  source: optionalText(500),
  responsible: optionalText(300),
  frequency: z.enum(FREQUENCIES),
  disaggregation: optionalText(500),
  aggregation: z.enum(AGGREGATIONS),
});

export type SaveIndicatorInput = z.input<typeof Sheet> & {
  readonly planId: string;
  /** Left out: a new one, as the last. */
  readonly indicatorId?: string;
  /** The `rev` of the page; needed to change one. */
  readonly rev?: number;
};

/** Writes an indicator's sheet (MO2–MO7). */
export async function saveIndicator(
  runtime: Runtime,
  actor: Actor,
  input: SaveIndicatorInput,
): Promise<Outcome<{ indicatorId: string }>> {
  const at = runtime.clock.now();
  return atomic(runtime.db, (tx): Outcome<{ indicatorId: string }> => {
    const plan = permittedPlan(tx, actor, 'editPlan', input.planId);
    if (!plan.ok) return plan;
    const read = readInput(Sheet, input);
    if (!read.ok) return read;
    const sheet = read.value;
    const all = indicatorsOf(tx, input.planId);
    const standing = all.find(({ id }) => id === input.indicatorId);
    if (input.indicatorId !== undefined && (standing === undefined || standing.retiredAt !== null)) {
      return refuse('MO41');
    }
    const checked = checkSheet(
      sheet,
      all.filter(({ id }) => id !== standing?.id).map(({ code }) => code),
    );
    if (!checked.ok) return checked;
    if (!measuresSomething(tx, input.planId, sheet)) return refuse('MO3', { field: 'measures' });
    const id = standing?.id ?? newId('ind');
    if (standing === undefined) {
      const position = Math.max(0, ...all.map((other) => other.position)) + 1;
      insertIndicator(tx, { id, planId: input.planId, position, rev: 0, retiredAt: null, ...sheet });
    } else {
      if (isFixed(tx, standing, at) && !keepsMeaning(standing, sheet))
        return refuse('MO7', { field: 'type' });
      const targets = checkTargets(sheet, targetsOf(tx, [id]), plan.value);
      if (!targets.ok) return refuse(targets.rule, { ...targets.detail, field: 'baseline' });
      if (!changeIndicator(tx, id, input.rev ?? -1, sheet)) return refuse('MO40');
    }
    recordIndicator(
      tx,
      actor,
      at,
      plan.value,
      { id, code: sheet.code },
      standing === undefined ? 'entered' : 'changed',
    );
    return accept({ indicatorId: id });
  });
}

/** MO3: what it measures is a result or an activity that stands in the plan's matrix. */
function measuresSomething(
  tx: Db,
  planId: string,
  { resultId, activityId }: { readonly resultId: string | null; readonly activityId: string | null },
): boolean {
  if (resultId !== null) return resultsOf(tx, planId).some(({ id }) => id === resultId);
  return activityId !== null && findActivity(tx, activityId)?.planId === planId;
}

/** MO7: whether a round that runs asks for it, or figures on it were released. */
export function isFixed(
  db: Db,
  indicator: Pick<IndicatorRow, 'id' | 'planId' | 'frequency'>,
  at: string,
): boolean {
  const isAsked = roundsOf(db, indicator.planId).some(
    ({ lockedAt, opensAt, period }) =>
      lockedAt === null && opensAt <= at && asks(periodOf(period), indicator.frequency),
  );
  return isAsked || hasReleasedFigures(db, indicator.id);
}

/** Takes an indicator out of the rounds to come. What was reported on it stays. */
export async function retireIndicator(
  runtime: Runtime,
  actor: Actor,
  input: { readonly indicatorId: string; readonly rev: number },
): Promise<Outcome<true>> {
  const at = runtime.clock.now();
  return atomic(runtime.db, (tx): Outcome<true> => {
    const found = standingIndicator(tx, actor, input.indicatorId);
    if (!found.ok) return found;
    const { indicator, plan } = found.value;
    if (!changeIndicator(tx, indicator.id, input.rev, { retiredAt: at })) return refuse('MO40');
    recordIndicator(tx, actor, at, plan, indicator, 'retired');
    return accept(true);
  });
}

/** Puts targets in place of all that stood for the indicator (MO11–MO13). */
export async function setTargets(
  runtime: Runtime,
  actor: Actor,
  input: { readonly indicatorId: string; readonly rev: number; readonly targets: readonly Target[] },
): Promise<Outcome<true>> {
  const at = runtime.clock.now();
  return atomic(runtime.db, (tx): Outcome<true> => {
    const found = standingIndicator(tx, actor, input.indicatorId);
    if (!found.ok) return found;
    const { indicator, plan } = found.value;
    const checked = checkTargets(indicator, input.targets, plan);
    if (!checked.ok) return checked;
    for (const { country, period } of input.targets) {
      const known =
        country === null ? accept(true) : checkCountries(tx, [country], targetField(period, country));
      if (!known.ok) return known;
    }
    if (!changeIndicator(tx, indicator.id, input.rev, { code: indicator.code })) return refuse('MO40');
    replaceTargets(
      tx,
      indicator.id,
      input.targets.map(({ period, country, value }) => ({
        id: newId('tgt'),
        indicatorId: indicator.id,
        period: period.trim(),
        country,
        value,
      })),
    );
    recordIndicator(tx, actor, at, plan, indicator, 'targetsSet', { targets: input.targets.length });
    return accept(true);
  });
}

/** The indicator with its plan, where the actor may edit that and the indicator is not retired. */
export function standingIndicator(
  tx: Db,
  actor: Actor,
  indicatorId: string,
  operation: 'editPlan' | 'runRound' = 'editPlan',
): Outcome<{ indicator: IndicatorRow; plan: PlanRow }> {
  const indicator = findIndicator(tx, indicatorId);
  if (indicator === null) return refuse('PO1');
  const plan = permittedPlan(tx, actor, operation, indicator.planId);
  if (!plan.ok) return plan;
  return indicator.retiredAt === null ? accept({ indicator, plan: plan.value }) : refuse('MO41');
}

export function recordIndicator(
  tx: Db,
  actor: Actor,
  at: string,
  plan: PlanRow,
  { id, code }: Pick<IndicatorRow, 'id' | 'code'>,
  act: string,
  more: Readonly<Record<string, string | number>> = {},
): void {
  recordAct(tx, actor, at, {
    kind: `indicator.${act}`,
    bodyId: plan.bodyId,
    subjectType: 'indicator',
    subjectId: id,
    data: { plan: plan.title, code, ...more },
  });
}
