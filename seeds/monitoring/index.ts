import { indicatorsOf } from '../../db/indicators';
import { resultsOf } from '../../db/plans';
import { findReturnOf, roundsOf, standingValues } from '../../db/rounds';
import { parseEntry } from '../../domain/monitoring/parse-value';
import { type EnteredRow, fillReturn } from '../../server/use-cases/fill-return';
import { saveIndicator, setTargets } from '../../server/use-cases/indicators';
import { setManualLight } from '../../server/use-cases/judge-monitoring';
import { remindRound } from '../../server/use-cases/remind-round';
import { acceptReturn, askClarification, lockRound, submitReturn } from '../../server/use-cases/return-steps';
import { openRound } from '../../server/use-cases/rounds';
import { accepted, actorAt, known, runtimeAt, type SeedState } from '../actors';
import { instant } from '../history';
import type { PersonKey } from '../people';
import type { TimedAct } from '../timeline';
import { ANSWERS } from './figures';
import { INDICATORS, type SeedIndicator } from './indicators';

const PLAN = 'workPlan2016';

/** Returns of 2018 that were submitted, and what became of them. What is not named here stands as it was filled. */
const SUBMITTED_2018 = ['ID', 'LA', 'MY', 'MM', 'PH', 'SG', 'TH', 'VN'];
const ACCEPTED_2018 = ['MY', 'MM', 'PH', 'SG', 'TH', 'VN'];

const CLARIFICATION =
  'The number of civil servants trained rose from 180 to 2,900 in one year. Does it count days of training rather than persons?';

/**
 * Monitoring as the Concept Note has it: templates in July 2019, returns within ten weeks. The years 2016 and 2017 are
 * collected and locked; for 2018 one return stands in every state.
 */
export function monitoringActs(): TimedAct[] {
  return [
    act('2019-06-12 09:00', enterIndicators),
    act('2019-07-16 09:00', (state, at) => open(state, at, '2016', '2019-08-30')),
    act('2019-07-16 09:05', (state, at) => open(state, at, '2017', '2019-08-30')),
    act('2019-07-16 09:10', (state, at) => open(state, at, '2018', '2019-09-24')),
    ...['2016', '2017'].flatMap((year, month) =>
      Object.keys(ANSWERS[year] ?? {}).flatMap((country, index) => [
        act(`2019-08-${String(1 + month * 12 + index).padStart(2, '0')} 10:00`, (state, at) =>
          fill(state, at, year, country),
        ),
        act(`2019-08-${String(1 + month * 12 + index).padStart(2, '0')} 16:00`, (state, at) =>
          step(state, at, year, country, 'submit'),
        ),
        act(`2019-08-26 ${10 + month}:${10 + index}`, (state, at) =>
          step(state, at, year, country, 'accept'),
        ),
      ]),
    ),
    act('2019-09-02 09:00', (state, at) => lock(state, at, '2016')),
    act('2019-09-02 09:05', (state, at) => lock(state, at, '2017')),
    ...Object.keys(ANSWERS['2018'] ?? {}).flatMap((country, index) => [
      act(`2019-09-${10 + index} 10:00`, (state, at) => fill(state, at, '2018', country)),
      ...(SUBMITTED_2018.includes(country)
        ? [act(`2019-09-${10 + index} 15:00`, (state, at) => step(state, at, '2018', country, 'submit'))]
        : []),
      ...(ACCEPTED_2018.includes(country)
        ? [act(`2019-09-20 10:${10 + index}`, (state, at) => step(state, at, '2018', country, 'accept'))]
        : []),
    ]),
    act('2019-09-20 11:00', (state, at) => step(state, at, '2018', 'LA', 'ask')),
    act('2019-09-20 11:30', (state, at) =>
      judge(state, at, '2016', 'behind', 'Four members report a change; six report none or nothing.'),
    ),
    act('2019-09-20 11:35', (state, at) =>
      judge(state, at, '2017', 'onTrack', 'Eight members name a reform that others took up.'),
    ),
    ...[
      '2019-08-23 09:00',
      '2019-08-29 09:00',
      '2019-09-17 09:00',
      '2019-09-23 09:00',
      '2019-09-25 09:00',
    ].map((time) =>
      act(time, async (state, at) => {
        for (const { id } of roundsOf(state.runtime.db, known(state.plans, PLAN, 'plan'))) {
          remindRound(runtimeAt(state, at), id);
        }
      }),
    ),
  ];
}

function act(time: string, run: (state: SeedState, at: string) => Promise<void>): TimedAct {
  const at = instant(time);
  return { at, run: (state) => run(state, at) };
}

async function enterIndicators(state: SeedState, at: string): Promise<void> {
  const planId = known(state.plans, PLAN, 'plan');
  const results = new Map(resultsOf(state.runtime.db, planId).map(({ code, id }) => [code, id]));
  for (const indicator of INDICATORS) await enterIndicator(state, at, planId, indicator, results);
}

async function enterIndicator(
  state: SeedState,
  at: string,
  planId: string,
  { measures, sheet, targets }: SeedIndicator,
  results: ReadonlyMap<string, string>,
): Promise<void> {
  const runtime = runtimeAt(state, at);
  const secretariat = actorAt(state, 'secretariat', at);
  const saved = await saveIndicator(runtime, secretariat, {
    direction: 'up',
    cumulative: false,
    baseline: null,
    baselineYear: sheet.baseline === null ? null : 2015,
    frequency: 'yearly',
    responsible: 'Focal points for monitoring',
    source: 'Illustrative',
    ...sheet,
    planId,
    resultId: known(results, measures, 'output'),
    activityId: null,
  });
  const { indicatorId } = accepted(saved, `indicator ${sheet.code}`);
  const set = await setTargets(runtime, secretariat, {
    indicatorId,
    rev: 0,
    targets: Object.entries(targets).map(([period, value]) => ({ period, country: null, value })),
  });
  accepted(set, `targets of ${sheet.code}`);
}

async function open(state: SeedState, at: string, period: string, closesAt: string): Promise<void> {
  const opened = await openRound(runtimeAt(state, at), actorAt(state, 'secretariat', at), {
    planId: known(state.plans, PLAN, 'plan'),
    conceptNoteId: known(state.documents, 'conceptNote', 'document'),
    period,
    title: '',
    opensAt: at,
    closesAt,
  });
  accepted(opened, `round of ${period}`);
}

function roundOf(state: SeedState, period: string): string {
  const rounds = roundsOf(state.runtime.db, known(state.plans, PLAN, 'plan'));
  return rounds.find((round) => round.period === period)?.id ?? '';
}

function returnOf(state: SeedState, period: string, country: string) {
  const found = findReturnOf(state.runtime.db, roundOf(state, period), country);
  if (found === null) throw new Error(`seed: there is no return of ${country} for ${period}`);
  return found;
}

function headOf(country: string): PersonKey {
  return `${country.toLowerCase()}Head` as PersonKey;
}

async function fill(state: SeedState, at: string, period: string, country: string): Promise<void> {
  const { db } = state.runtime;
  const { id } = returnOf(state, period, country);
  const indicators = indicatorsOf(db, known(state.plans, PLAN, 'plan'));
  const standing = new Map(standingValues(db, id).map((value) => [value.indicatorId, value.id]));
  const rows = indicators.map((indicator, index): EnteredRow => {
    const typed = ANSWERS[period]?.[country]?.[index] ?? '';
    const entry = accepted(parseEntry(indicator, typed), `${country} ${indicator.code} ${typed}`);
    return { ...entry, indicatorId: indicator.id, seen: standing.get(indicator.id) ?? '' };
  });
  const filled = await fillReturn(runtimeAt(state, at), actorAt(state, headOf(country), at), {
    returnId: id,
    rows,
  });
  accepted(filled, `return of ${country} for ${period}`);
}

async function step(
  state: SeedState,
  at: string,
  period: string,
  country: string,
  what: 'submit' | 'accept' | 'ask',
): Promise<void> {
  const { id, rev } = returnOf(state, period, country);
  const runtime = runtimeAt(state, at);
  const by = actorAt(state, what === 'submit' ? headOf(country) : 'secretariat', at);
  const take = { submit: submitReturn, accept: acceptReturn, ask: askClarification }[what];
  const reason = what === 'ask' ? CLARIFICATION : '';
  accepted(await take(runtime, by, { returnId: id, rev, reason }), `${what} ${country} ${period}`);
}

async function lock(state: SeedState, at: string, period: string): Promise<void> {
  const locked = await lockRound(runtimeAt(state, at), actorAt(state, 'secretariat', at), {
    roundId: roundOf(state, period),
  });
  accepted(locked, `locking of ${period}`);
}

async function judge(
  state: SeedState,
  at: string,
  period: string,
  light: 'onTrack' | 'behind',
  reason: string,
): Promise<void> {
  const indicators = indicatorsOf(state.runtime.db, known(state.plans, PLAN, 'plan'));
  const set = await setManualLight(runtimeAt(state, at), actorAt(state, 'secretariat', at), {
    indicatorId: indicators.find(({ code }) => code === 'E-4')?.id ?? '',
    period,
    light,
    reason,
    seen: '',
  });
  accepted(set, `light of E-4 for ${period}`);
}
