import { performance } from 'node:perf_hooks';
import { atomic } from '../../db/atomic';
import { indicators, indicatorTargets, returns, returnValues, rounds } from '../../db/schema/plans';
import { monitoringOf } from '../../server/queries/monitoring';
import { getReturn } from '../../server/queries/returns';
import { monitoredPlan } from '../../server/tests/monitoring';
import { accepted } from '../../server/tests/outcome';
import { createWorld } from '../../server/tests/world';
import { enterValues } from '../../server/use-cases/fill-return';

/** `npm run bench:monitoring`: 100 indicators, 11 countries, 10 periods; what the pages of monitoring ask the server. */
const INDICATORS = 100;
const PERIODS = ['2016', '2017', '2018', '2019', '2020'].flatMap((year) => [`${year}-H1`, `${year}-H2`]);
const COUNTRIES = 11;
const RUNS = 15;

const world = createWorld();
const plan = await monitoredPlan(world);
const last = PERIODS.at(-1) ?? '';
const codes = furnish();
const secretariat = world.actor('secretariat');
time('dashboard, with heat map and trends', () =>
  monitoringOf(world.runtime, secretariat, { planId: plan.planId, period: last }),
);
time('a return page', () =>
  getReturn(world.runtime, world.actor('indonesia'), { roundId: `rnd_${last}`, country: 'ID' }),
);
entering();
console.log(
  `heap in use ${Math.round(process.memoryUsage().heapUsed / 2 ** 20)} MB; ${codes} countries, ${INDICATORS} indicators, ${PERIODS.length} periods`,
);
world.close();

function furnish(): number {
  const { db } = world;
  const area = { planId: plan.planId, resultId: plan.areaId, activityId: null };
  const sheet = {
    title: 'An indicator',
    type: 'number',
    direction: 'up',
    cumulative: false,
    baseline: 10,
    baselineYear: 2015,
    frequency: 'quarterly',
    aggregation: 'mean',
  } as const;
  for (let index = 0; index < INDICATORS; index += 1) {
    db.insert(indicators)
      .values({ id: `ind_${index}`, position: index, code: `I-${index}`, ...area, ...sheet })
      .run();
    db.insert(indicatorTargets)
      .values({ id: `tgt_${index}`, indicatorId: `ind_${index}`, period: '2020', country: null, value: 100 })
      .run();
  }
  // The world has six countries; the others only report.
  const names = [
    'ID',
    'MY',
    'PH',
    'SG',
    'TH',
    'TL',
    ...Array.from({ length: COUNTRIES - 6 }, (_, index) => `X${index}`),
  ];
  world.raw('PRAGMA foreign_keys = OFF');
  const known = new Set(['ID', 'MY', 'PH', 'SG', 'TH', 'TL']);
  for (const code of names) {
    if (!known.has(code))
      world.raw(
        `INSERT INTO countries (code, shortName, formalName, localName, thaiName, sortKey, color) VALUES (?, ?, ?, ?, ?, 99, '#000000')`,
        code,
        code,
        code,
        code,
        code,
      );
  }
  for (const period of PERIODS) {
    db.insert(rounds)
      .values({
        id: `rnd_${period}`,
        planId: plan.planId,
        conceptNoteId: plan.conceptNoteId,
        period,
        title: '',
        opensAt: '2016-01-01T00:00:00.000Z',
        closesAt: '2030-01-01T00:00:00.000Z',
        createdBy: 'user_secretariat',
        createdAt: '2016-01-01T00:00:00.000Z',
      })
      .run();
    for (const country of names) {
      const id = `ret_${period}_${country}`;
      const isOpen = period === last && country === 'ID';
      const at = '2019-04-01T00:00:00.000Z';
      db.insert(returns)
        .values({
          id,
          roundId: `rnd_${period}`,
          country,
          state: isOpen ? 'inProgress' : 'accepted',
          submittedAt: isOpen ? null : at,
          acceptedAt: isOpen ? null : at,
        })
        .run();
      if (isOpen) continue;
      db.insert(returnValues)
        .values(
          Array.from({ length: INDICATORS }, (_, index) => ({
            id: `val_${period}_${country}_${index}`,
            returnId: id,
            indicatorId: `ind_${index}`,
            kind: 'value' as const,
            value: index,
            by: 'user_secretariat',
            at,
          })),
        )
        .run();
    }
  }
  return names.length;
}

/** A whole return of a hundred answers in one transaction, each time with other figures. */
function entering(): void {
  const returnId = `ret_${last}_ID`;
  const actor = world.actor('indonesia');
  let seen = new Map<string, string>();
  time('entering a whole return', () => {
    world.clock.advance(1);
    const rows = Array.from({ length: INDICATORS }, (_, index) => ({
      indicatorId: `ind_${index}`,
      kind: 'value' as const,
      value: Math.round(performance.now() * 1000) + index,
      seen: seen.get(`ind_${index}`) ?? '',
    }));
    accepted(atomic(world.db, (tx) => enterValues(tx, actor, world.clock.now(), returnId, rows)));
    const view = accepted(getReturn(world.runtime, actor, { roundId: `rnd_${last}`, country: 'ID' }));
    seen = new Map(view.lines.map((line) => [line.indicator.id, line.seen]));
  });
}

function time(what: string, work: () => unknown): void {
  work();
  const took = Array.from({ length: RUNS }, () => {
    const from = performance.now();
    work();
    return performance.now() - from;
  }).toSorted((a, b) => a - b);
  const at = (share: number) => (took[Math.floor(share * (took.length - 1))] ?? 0).toFixed(1);
  console.log(`${what}: median ${at(0.5)} ms, worst ${at(1)} ms`);
}
