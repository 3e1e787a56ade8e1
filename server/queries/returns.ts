import type { IndicatorRow } from '../../db/indicators';
import { targetsOf } from '../../db/indicators';
import {
  type AcceptedFigure,
  acceptedFigures,
  eventsOf,
  findReturnOf,
  firstSubmissions,
  type NamedEvent,
  type RoundRow,
  type StandingValue,
  valueHistory,
} from '../../db/rounds';
import type { Milestone } from '../../domain/monitoring/achievement';
import { type Entry, NOT_REPORTED } from '../../domain/monitoring/entries';
import { comparePeriods, endMonth, length, periodOf } from '../../domain/monitoring/periods';
import { isOwed } from '../../domain/monitoring/reminders';
import { isLate, type ShownState, type Sight, seenUntil, shownState } from '../../domain/monitoring/returns';
import { everStanding, standingAt } from '../../domain/monitoring/standing-at';
import { milestoneFor } from '../../domain/monitoring/targets';
import { type Actor, canInBody } from '../../domain/policy/can';
import { delegationLedBy } from '../../domain/policy/rings';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import type { Runtime } from '../runtime';
import { askedIn } from '../use-cases/fill-return';
import { permittedRound, sightFor } from '../use-cases/return-act';
import { type AreaName, areasOfIndicators, getMonitoredPlan, type MonitoredPlan } from './indicators';
import { phaseOf, type RoundView } from './rounds';

/** One indicator of a return, as the form shows it. */
export interface AnswerLine {
  readonly indicator: IndicatorRow;
  readonly areaId: string | null;
  readonly answer: Entry & { readonly note: string; readonly evidence: string };
  /** Id of the answer that stands, "" where none does: what a form must have seen. */
  readonly seen: string;
  readonly by: string | null;
  readonly at: string | null;
  /** The answer of the period before, where one was accepted. */
  readonly previous: Entry | null;
  readonly milestone: Milestone | null;
  /** Earlier answers, the latest first, as far as the actor sees them. */
  readonly earlier: readonly StandingValue[];
}

export interface ReturnView extends MonitoredPlan {
  readonly round: RoundRow;
  readonly phase: RoundView['phase'];
  readonly returnId: string;
  readonly rev: number;
  readonly country: string;
  readonly state: ShownState;
  readonly isLate: boolean;
  readonly sight: Exclude<Sight, 'none'>;
  readonly areas: readonly AreaName[];
  readonly lines: readonly AnswerLine[];
  readonly previousPeriod: string | null;
  /** Steps between the delegation and the secretariat; nobody else sees them. */
  readonly events: readonly NamedEvent[];
  readonly actions: {
    readonly fill: boolean;
    readonly submit: boolean;
    readonly answer: boolean;
    readonly askClarification: boolean;
    readonly accept: boolean;
    readonly reopen: boolean;
  };
}

/**
 * A country's return as the actor may see it (MO26): its delegation as it stands, the secretariat as it was submitted,
 * others as it was accepted. Whoever may see nothing of it is answered as if it did not exist.
 */
export function getReturn(
  runtime: Runtime,
  actor: Actor,
  input: { readonly roundId: string; readonly country: string },
): Outcome<ReturnView> {
  const { db } = runtime;
  const found = permittedRound(db, actor, 'readPlan', input.roundId);
  if (!found.ok) return found;
  const { round, plan } = found.value;
  const head = getMonitoredPlan(runtime, actor, plan.id);
  if (!head.ok) return head;
  const standing = findReturnOf(db, round.id, input.country);
  if (standing === null) return refuse('PO1');
  const sight = sightFor(actor, plan.bodyId, head.value.rules, standing.country);
  const until = seenUntil(sight, standing);
  if (sight === 'none' || until === null) return refuse('PO1');
  const asked = askedIn(db, round);
  const { areas, areaOf } = areasOfIndicators(runtime, plan.id, asked);
  const now = runtime.clock.now();
  const figures = acceptedFigures(db, plan.id);
  const previousPeriod = periodBefore(figures, round);
  const state = shownState(sight, standing);
  const isOwn = sight === 'all';
  const speaks = isOwn && delegationLedBy(actor, plan.bodyId) === standing.country;
  const fills = isOwn && canInBody(actor, 'fillReturn', plan.bodyId).ok;
  const settles = canInBody(actor, 'acceptReturn', plan.bodyId).ok;
  // As long as the delegation works on it the return is in nobody else's hand.
  const isInHand = settles && !isOwed(standing.state);
  const started = standing.state === 'inProgress' || standing.state === 'clarification';
  return accept({
    ...head.value,
    round,
    phase: phaseOf(round, now),
    returnId: standing.id,
    // How often a delegation saved within itself shows in no number.
    rev: isOwn || isInHand ? standing.rev : 0,
    country: standing.country,
    state,
    isLate:
      sight !== 'accepted' &&
      isLate(firstSubmissions(db, [standing.id]).get(standing.id) ?? null, round.closesAt, now),
    sight,
    areas,
    previousPeriod,
    lines: linesOf(runtime, { asked, areaOf, round, figures, sight, until, previousPeriod, ...standing }),
    events: isOwn || sight === 'released' ? eventsFor(db, standing.id, isOwn) : [],
    actions: {
      fill: fills && now >= round.opensAt && (standing.state === 'notStarted' || started),
      submit: speaks && standing.state === 'inProgress',
      answer: speaks && standing.state === 'clarification',
      askClarification: settles && standing.state === 'submitted',
      accept: settles && standing.state === 'submitted',
      reopen: settles && (standing.state === 'accepted' || standing.state === 'locked'),
    },
  });
}

interface LinesOf {
  readonly asked: readonly IndicatorRow[];
  readonly areaOf: ReadonlyMap<string, string>;
  readonly round: RoundRow;
  /** Accepted ones of the whole plan. */
  readonly figures: readonly AcceptedFigure[];
  readonly id: string;
  readonly country: string;
  readonly sight: Exclude<Sight, 'none'>;
  readonly until: string;
  readonly previousPeriod: string | null;
}

function linesOf({ db }: Runtime, of: LinesOf): AnswerLine[] {
  const { asked, areaOf, round, figures, id, country, sight, until, previousPeriod } = of;
  const all = valueHistory(db, id);
  const values = new Map(standingAt(all, until).map((value) => [value.indicatorId, value]));
  const history = sight === 'all' ? all : everStanding(all, releasesOf(db, id, sight, until));
  const before = new Map(
    previousPeriod === null
      ? []
      : figures
          .filter((figure) => figure.period === previousPeriod && figure.country === country)
          .map(({ indicatorId, kind, value, words }) => [indicatorId, { kind, value, words }]),
  );
  const targets = targetsOf(
    db,
    asked.map((indicator) => indicator.id),
  );
  return asked.map((indicator) => {
    const stands = values.get(indicator.id);
    const { kind, value, words } = stands ?? NOT_REPORTED;
    const own = targets.filter(({ indicatorId }) => indicatorId === indicator.id);
    return {
      indicator,
      areaId: areaOf.get(indicator.id) ?? null,
      answer: { kind, value, words, note: stands?.note ?? '', evidence: stands?.evidence ?? '' },
      seen: stands?.id ?? '',
      by: stands?.byName ?? null,
      at: stands?.at ?? null,
      previous: before.get(indicator.id) ?? null,
      milestone: milestoneFor(indicator, own, round.period, country),
      earlier: history
        .filter((one) => one.indicatorId === indicator.id && one.id !== stands?.id)
        .toReversed(),
    };
  });
}

/** When the delegation showed its figures to whoever sees so much of them. */
function releasesOf(
  db: Runtime['db'],
  returnId: string,
  sight: 'released' | 'accepted',
  until: string,
): string[] {
  const acts = sight === 'released' ? ['submitted', 'answered'] : ['accepted'];
  return eventsOf(db, returnId)
    .filter(({ act, at }) => acts.includes(act) && at <= until)
    .map(({ at }) => at);
}

/** The period of the same length that ended last before the round's, of those for which there was a round. */
function periodBefore(figures: readonly AcceptedFigure[], round: RoundRow): string | null {
  const own = periodOf(round.period);
  const earlier = [...new Set(figures.map(({ period }) => period))]
    .map(periodOf)
    .filter((period) => length(period) === length(own) && endMonth(period) < endMonth(own));
  return earlier.toSorted(comparePeriods).at(-1)?.name ?? null;
}

/** When the delegation began is its own affair. */
function eventsFor(db: Runtime['db'], returnId: string, isOwn: boolean): NamedEvent[] {
  return eventsOf(db, returnId).filter(({ act }) => act !== 'reminded' && (isOwn || act !== 'started'));
}
