import { listCountries } from '../../db/bodies';
import type { Db } from '../../db/client';
import { indicatorsOf, targetsOf } from '../../db/indicators';
import { activitiesOf, resultsOf } from '../../db/plans';
import { standingValues } from '../../db/rounds';
import { nameIn } from '../../domain/body/names';
import { periodOf } from '../../domain/monitoring/periods';
import { milestoneFor } from '../../domain/monitoring/targets';
import type { Actor } from '../../domain/policy/can';
import { accept, type Outcome } from '../../domain/refusal';
import type {
  ActivitiesFacts,
  NamedCountry,
  PlanIndicatorsFacts,
  ReturnFacts,
  SheetFacts,
  SheetKind,
  SheetLanguage,
} from '../../domain/sheets/facts';
import type { IndicatorGround } from '../../domain/sheets/indicators';
import { askedIn } from './fill-return';
import { isFixed } from './indicators';
import { editedPlan, writeFacts } from './plan-act';
import { ownReturn, type ReturnFacts as ReturnStanding } from './return-act';

/** What a file is of: the activities of a plan, or a country's return. */
export interface SheetTarget {
  readonly kind: SheetKind;
  /** Of the plan or of the return. */
  readonly id: string;
}

export interface SheetAsk {
  readonly target: SheetTarget;
  readonly locale: SheetLanguage;
  readonly at: string;
}

/** All that a file is written from and tried on, for whoever may import it. */
export function importFacts(db: Db, actor: Actor, { target, locale, at }: SheetAsk): Outcome<SheetFacts> {
  if (target.kind === 'activities') {
    const plan = editedPlan(db, actor, target.id);
    return plan.ok ? accept(activitiesFacts(db, plan.value.id, plan.value, locale, at)) : plan;
  }
  if (target.kind === 'indicators') {
    const plan = editedPlan(db, actor, target.id);
    return plan.ok ? accept(indicatorsFacts(db, plan.value, locale, at)) : plan;
  }
  const own = ownReturn(db, actor, 'fillReturn', target.id);
  if (!own.ok) return own;
  return accept(returnFacts(db, own.value, '', locale, at));
}

/** What a page says of the target of a file: nothing of its thousands of rows. */
export type SheetHead =
  | Pick<ActivitiesFacts | PlanIndicatorsFacts, 'kind' | 'planId' | 'title' | 'countries'>
  | Pick<ReturnFacts, 'kind' | 'returnId' | 'period' | 'country' | 'title' | 'countries'>;

export function importHead(db: Db, actor: Actor, ask: SheetAsk): Outcome<SheetHead> {
  const { kind } = ask.target;
  if (kind === 'return') return importFacts(db, actor, ask);
  const plan = editedPlan(db, actor, ask.target.id);
  if (!plan.ok) return plan;
  const { id: planId } = plan.value;
  const title = nameIn(ask.locale, plan.value.title, plan.value.titleThai);
  return accept({ kind, planId, title, countries: namedCountries(db) });
}

type Plan = Parameters<typeof writeFacts>[1];

export function activitiesFacts(
  db: Db,
  planId: string,
  plan: Plan,
  locale: SheetLanguage,
  at: string,
): ActivitiesFacts {
  const before = plan.predecessorId === null ? [] : activitiesOf(db, plan.predecessorId);
  return {
    kind: 'activities',
    planId,
    locale,
    at,
    title: nameIn(locale, plan.title, plan.titleThai),
    countries: namedCountries(db),
    write: writeFacts(db, plan, at),
    predecessors: before.map(({ id, code }) => ({ id, code })),
  };
}

export function indicatorsFacts(db: Db, plan: Plan, locale: SheetLanguage, at: string): PlanIndicatorsFacts {
  return {
    kind: 'indicators',
    planId: plan.id,
    locale,
    at,
    title: nameIn(locale, plan.title, plan.titleThai),
    countries: namedCountries(db),
    ground: indicatorGround(db, plan, at),
  };
}

/** What the indicators of a plan are tried on. */
export function indicatorGround(db: Db, plan: Plan, at: string): IndicatorGround {
  const all = indicatorsOf(db, plan.id);
  const standing = all.filter(({ retiredAt }) => retiredAt === null);
  const targets = targetsOf(
    db,
    standing.map(({ id }) => id),
  );
  return {
    years: { fromYear: plan.fromYear, toYear: plan.toYear },
    indicators: standing.map(({ planId: _, position: __, retiredAt: ___, ...indicator }) => ({
      ...indicator,
      isFixed: isFixed(db, { ...indicator, planId: plan.id }, at),
      targets: targets
        .filter(({ indicatorId }) => indicatorId === indicator.id)
        .map(({ period, country, value }) => ({ period, country, value })),
    })),
    retiredCodes: all.flatMap(({ code, retiredAt }) => (retiredAt === null ? [] : code)),
    measurable: [
      ...resultsOf(db, plan.id).map(({ id, code }) => ({ id, code, of: 'result' as const })),
      ...activitiesOf(db, plan.id).map(({ id, code }) => ({ id, code, of: 'activity' as const })),
    ],
    countries: new Set(listCountries(db).map(({ code }) => code)),
  };
}

/** A return as it stood at `until`; "" is now. */
export function returnFacts(
  db: Db,
  { round, plan, standing }: ReturnStanding,
  until: string,
  locale: SheetLanguage,
  at: string,
): ReturnFacts {
  const asked = askedIn(db, round);
  const targets = targetsOf(
    db,
    asked.map(({ id }) => id),
  );
  const answers = new Map(standingValues(db, standing.id, until).map((value) => [value.indicatorId, value]));
  return {
    kind: 'return',
    returnId: standing.id,
    period: round.period,
    country: standing.country,
    locale,
    at,
    title: [nameIn(locale, plan.title, plan.titleThai), round.title]
      .filter((part) => part !== '')
      .join(' · '),
    countries: namedCountries(db),
    asked: asked.map((indicator) => {
      const { id, code, title, unit, type, scale, baseline } = indicator;
      const answer = answers.get(id);
      const milestone = milestoneFor(
        indicator,
        targets.filter(({ indicatorId }) => indicatorId === id),
        periodOf(round.period).name,
        standing.country,
      );
      return {
        id,
        code,
        title,
        unit,
        type,
        scale,
        baseline,
        target: milestone?.value ?? null,
        standing:
          answer === undefined
            ? null
            : {
                id: answer.id,
                kind: answer.kind,
                value: answer.value,
                words: answer.words,
                note: answer.note,
                evidence: answer.evidence,
              },
      };
    }),
  };
}

export function namedCountries(db: Db): NamedCountry[] {
  return listCountries(db).map(({ code, shortName, thaiName }) => ({ code, shortName, thaiName }));
}
