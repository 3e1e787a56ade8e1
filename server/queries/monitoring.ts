import {
  type IndicatorRow,
  indicatorsOf,
  lightsOf,
  type ManualLightRow,
  type TargetRow,
  targetsOf,
} from '../../db/indicators';
import { activitiesOf, resultsOf } from '../../db/plans';
import { type AcceptedFigure, acceptedFigures, returnsOf, roundsOf } from '../../db/rounds';
import { type Achievement, achievementOf } from '../../domain/monitoring/achievement';
import { type Entry, NOT_REPORTED } from '../../domain/monitoring/entries';
import { answerFor } from '../../domain/monitoring/figures';
import { isJudgedByHand } from '../../domain/monitoring/indicators';
import { LIGHTS, type Light, lightOf, type MonitoringRules } from '../../domain/monitoring/lights';
import { asks, comparePeriods, length, periodOf } from '../../domain/monitoring/periods';
import { type CountryAnswer, type RegionFigure, regionFigure } from '../../domain/monitoring/region';
import { milestoneFor, ofCountry } from '../../domain/monitoring/targets';
import { type Actor, canInBody } from '../../domain/policy/can';
import { innerRingOf } from '../../domain/policy/rings';
import { accept, type Outcome } from '../../domain/refusal';
import type { Runtime } from '../runtime';
import { membersNow } from '../use-cases/roster-now';
import { type AreaName, areasOfIndicators, getMonitoredPlan, type MonitoredPlan } from './indicators';

/** A country's answer on one indicator, judged. */
export interface Cell {
  readonly indicatorId: string;
  readonly answer: Entry;
  readonly achievement: Achievement;
  readonly light: Light;
}

export interface TrendPoint {
  readonly period: string;
  /** The region's figure; null where there is none. */
  readonly value: number | null;
  /** A sum from which countries are missing. */
  readonly isAtLeast: boolean;
  readonly reported: number;
  readonly asked: number;
  /** The figure of the actor's own delegation. */
  readonly own: number | null;
}

export interface JudgedIndicator {
  readonly indicator: IndicatorRow;
  readonly areaId: string | null;
  readonly figure: RegionFigure;
  readonly light: Light;
  /** The light that people set by hand for this period. */
  readonly manual: ManualLightRow | null;
  readonly isByHand: boolean;
  readonly trend: readonly TrendPoint[];
  /** What the region aims at. */
  readonly targets: readonly TargetRow[];
}

export interface MonitoringView extends MonitoredPlan {
  /** Periods for which there was a round, the latest first. */
  readonly periods: readonly string[];
  readonly period: string | null;
  /** Countries asked for this period, and of how many a return was accepted. */
  readonly asked: readonly string[];
  readonly accepted: number;
  readonly areas: readonly (AreaName & { readonly lights: Readonly<Record<Light, number>> })[];
  readonly indicators: readonly JudgedIndicator[];
  /** Rows of countries that the actor may see by name. */
  readonly rows: readonly { readonly country: string; readonly cells: readonly Cell[] }[];
  /** Why rows are shown: all are named, or the secretariat sees what it collects, or only the actor's own. */
  readonly naming: 'everybody' | 'secretariat' | 'own' | 'nobody';
  readonly own: string | null;
  readonly activities: readonly {
    readonly area: AreaName | null;
    readonly statuses: Readonly<Record<string, number>>;
    readonly total: number;
  }[];
}

/**
 * How far a plan is, of what was accepted and nothing else: so everybody reads the same figures of the region. Which
 * countries stand there by name is the body's to say (MO26).
 */
export function monitoringOf(
  runtime: Runtime,
  actor: Actor,
  input: { readonly planId: string; readonly period?: string | undefined },
): Outcome<MonitoringView> {
  const found = getMonitoredPlan(runtime, actor, input.planId);
  if (!found.ok) return found;
  const { db } = runtime;
  const { plan, rules, may, body } = found.value;
  const indicators = indicatorsOf(db, plan.id).filter(({ retiredAt }) => retiredAt === null);
  const ids = indicators.map(({ id }) => id);
  const { areas, areaOf } = areasOfIndicators(runtime, plan.id, indicators);
  const rounds = roundsOf(db, plan.id);
  const returns = returnsOf(
    db,
    rounds.map(({ id }) => id),
  );
  const periods = [...new Set(rounds.map(({ period }) => period))]
    .map(periodOf)
    .toSorted(comparePeriods)
    .map(({ name }) => name);
  const wanted = periods.find((period) => period === input.period);
  const period = wanted ?? periodToShow(rounds, returns, periods);
  const askedFor = (name: string) => {
    const round = rounds.find((one) => one.period === name);
    return returns.filter(({ roundId }) => roundId === round?.id);
  };
  const figures = byIndicator(acceptedFigures(db, plan.id));
  const targets = groupBy(targetsOf(db, ids), ({ indicatorId }) => indicatorId);
  const manual = lightsOf(db, ids);
  const own = innerRingOf(actor, body.id);
  const asked = period === null ? [] : inOrder(runtime, body.id, askedFor(period), ({ country }) => country);
  const countries = asked.map(({ country }) => country);
  const facts: Facts = { rules, own, figures, targets, manual };
  const askedByPeriod = new Map(periods.map((name) => [name, askedFor(name).map(({ country }) => country)]));
  const judged =
    period === null
      ? []
      : indicators
          .filter(({ frequency }) => asks(periodOf(period), frequency))
          .map((indicator) =>
            judge(indicator, areaOf.get(indicator.id) ?? null, period, askedByPeriod, facts),
          );
  const naming = rules.namesCountries
    ? 'everybody'
    : may.run
      ? 'secretariat'
      : own !== null && countries.includes(own)
        ? 'own'
        : 'nobody';
  const shown = naming === 'own' ? countries.filter((country) => country === own) : countries;
  return accept({
    ...found.value,
    periods: periods.toReversed(),
    period,
    asked: countries,
    accepted: asked.filter(({ acceptedAt }) => acceptedAt !== null).length,
    areas: areas.map((area) => ({ ...area, lights: lightsIn(judged, area.id) })),
    indicators: judged,
    rows:
      period === null || naming === 'nobody'
        ? []
        : shown.map((country) => ({
            country,
            cells: indicators.map((indicator) => cellOf(indicator, country, period, facts)),
          })),
    naming,
    own,
    activities: canInBody(actor, 'readPlan', body.id).ok ? activitiesByArea(runtime, plan.id, areas) : [],
  });
}

interface Facts {
  readonly rules: MonitoringRules;
  readonly own: string | null;
  /** For each indicator and country the answers by period. */
  readonly figures: ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<string, Entry>>>;
  readonly targets: ReadonlyMap<string, readonly TargetRow[]>;
  readonly manual: readonly ManualLightRow[];
}

function judge(
  indicator: IndicatorRow,
  areaId: string | null,
  period: string,
  askedByPeriod: ReadonlyMap<string, readonly string[]>,
  facts: Facts,
): JudgedIndicator {
  const targets = facts.targets.get(indicator.id) ?? [];
  const figureOf = (name: string): RegionFigure =>
    regionFigure(indicator, targets, name, answersOf(indicator, askedByPeriod.get(name) ?? [], name, facts));
  const figure = figureOf(period);
  const isByHand = isJudgedByHand(indicator);
  const manual = isByHand
    ? (facts.manual.find((one) => one.indicatorId === indicator.id && one.period === period) ?? null)
    : null;
  const size = length(periodOf(period));
  return {
    indicator,
    areaId,
    figure,
    light: manual?.light ?? lightOf(figure.achievement, facts.rules, figure.milestone?.isDue === true),
    manual,
    isByHand,
    targets: targets.filter(({ country }) => country === null),
    trend: [...askedByPeriod.keys()]
      .filter((name) => length(periodOf(name)) === size)
      .map((name) => {
        const then = name === period ? figure : figureOf(name);
        return {
          period: name,
          value: then.value,
          isAtLeast: then.isAtLeast,
          reported: then.coverage.value,
          asked: then.coverage.asked,
          own: facts.own === null ? null : answer(indicator, facts.own, name, facts).value,
        };
      }),
  };
}

function answersOf(
  indicator: IndicatorRow,
  countries: readonly string[],
  period: string,
  facts: Facts,
): CountryAnswer[] {
  return countries.map((country) => ({ country, answer: answer(indicator, country, period, facts) }));
}

function answer(indicator: IndicatorRow, country: string, period: string, facts: Facts): Entry {
  const answers = facts.figures.get(indicator.id)?.get(country);
  return answers === undefined ? NOT_REPORTED : answerFor(indicator, answers, period);
}

function cellOf(indicator: IndicatorRow, country: string, period: string, facts: Facts): Cell {
  const milestone = milestoneFor(indicator, facts.targets.get(indicator.id) ?? [], period, country);
  const given = answer(indicator, country, period, facts);
  const achievement = achievementOf(ofCountry(indicator), milestone, given);
  return {
    indicatorId: indicator.id,
    answer: given,
    achievement,
    light: lightOf(achievement, facts.rules, milestone?.isDue === true),
  };
}

/** The latest period of which a return was accepted, else the latest there is. */
function periodToShow(
  rounds: readonly { readonly id: string; readonly period: string }[],
  returns: readonly { readonly roundId: string; readonly acceptedAt: string | null }[],
  periods: readonly string[],
): string | null {
  const withFigures = new Set(
    returns.filter(({ acceptedAt }) => acceptedAt !== null).map(({ roundId }) => roundId),
  );
  const known = rounds.filter(({ id }) => withFigures.has(id)).map((round) => round.period);
  return periods.findLast((period) => known.includes(period)) ?? periods.at(-1) ?? null;
}

function lightsIn(judged: readonly JudgedIndicator[], areaId: string): Record<Light, number> {
  const own = judged.filter((one) => one.areaId === areaId);
  const count = (light: Light) => own.filter((one) => one.light === light).length;
  return Object.fromEntries(LIGHTS.map((light) => [light, count(light)])) as Record<Light, number>;
}

/** Those asked, in the order of the body's countries; those that left it since come last. */
function inOrder<T>(
  runtime: Runtime,
  bodyId: string,
  items: readonly T[],
  country: (item: T) => string,
): T[] {
  const members = membersNow(runtime.db, bodyId, runtime.clock.now());
  const place = (item: T) => {
    const index = members.indexOf(country(item));
    return index < 0 ? members.length : index;
  };
  return items.toSorted((a, b) => place(a) - place(b));
}

function byIndicator(figures: readonly AcceptedFigure[]): Facts['figures'] {
  const grouped = new Map<string, Map<string, Map<string, Entry>>>();
  for (const { indicatorId, country, period, kind, value, words } of figures) {
    if (kind === 'notReported') continue;
    const countries = grouped.get(indicatorId) ?? new Map<string, Map<string, Entry>>();
    const periods = countries.get(country) ?? new Map<string, Entry>();
    periods.set(period, { kind, value, words });
    countries.set(country, periods);
    grouped.set(indicatorId, countries);
  }
  return grouped;
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
}

/** Counts of activities by area and status; a status is never turned into a share of anything. */
function activitiesByArea(runtime: Runtime, planId: string, areas: readonly AreaName[]) {
  const results = new Map(resultsOf(runtime.db, planId).map((result) => [result.id, result]));
  const counted = new Map<string, Record<string, number>>();
  for (const { resultId, status } of activitiesOf(runtime.db, planId)) {
    let above = results.get(resultId);
    while (above !== undefined && above.level !== 'area') above = results.get(above.parentId ?? '');
    const statuses = counted.get(above?.id ?? '') ?? {};
    statuses[status] = (statuses[status] ?? 0) + 1;
    counted.set(above?.id ?? '', statuses);
  }
  return [...areas, null].flatMap((area) => {
    const statuses = counted.get(area?.id ?? '');
    if (statuses === undefined) return [];
    return [{ area, statuses, total: Object.values(statuses).reduce((sum, count) => sum + count, 0) }];
  });
}
