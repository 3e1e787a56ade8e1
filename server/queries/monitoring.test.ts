import { afterEach, describe, expect, test } from 'vitest';
import { findReturnOf, standingValues } from '../../db/rounds';
import { DEFAULT_RULES, rulesStamp } from '../../domain/monitoring/lights';
import { addIndicator, type MonitoredPlan, monitoredPlan, openedRound } from '../tests/monitoring';
import { accepted, ruleOf } from '../tests/outcome';
import { BODY, createWorld, type Person, type World } from '../tests/world';
import { type EnteredRow, fillReturn } from '../use-cases/fill-return';
import { setTargets } from '../use-cases/indicators';
import { setManualLight, setMonitoringRules } from '../use-cases/judge-monitoring';
import {
  acceptReturn,
  answerClarification,
  askClarification,
  lockRound,
  reopenReturn,
  submitReturn,
} from '../use-cases/return-steps';
import { readAudit } from './audit';
import { homeFor } from './home';
import { inboxFor, unreadCount } from './inbox';
import { listIndicators } from './indicators';
import { monitoringOf } from './monitoring';
import { getReturn } from './returns';
import { getRound, listRounds, owedReturns } from './rounds';

/** Thailand's and the Philippines' people besides Indonesia's head: a world in which several return. */
interface Stage {
  readonly world: World;
  readonly plan: MonitoredPlan;
  readonly trained: string;
  readonly share: string;
  readonly roundId: string;
}

async function stage(): Promise<Stage> {
  const world = createWorld();
  const plan = await monitoredPlan(world);
  const trained = await addIndicator(world, plan, 'A.1');
  const share = await addIndicator(world, plan, 'A.2', {
    type: 'percent',
    aggregation: 'mean',
    baseline: 20,
  });
  const target = (indicatorId: string, value: number) =>
    setTargets(world.runtime, world.actor('secretariat'), {
      indicatorId,
      rev: 0,
      targets: [{ period: '2020', country: null, value }],
    });
  accepted(await target(trained, 100));
  accepted(await target(share, 60));
  return { world, plan, trained, share, roundId: await openedRound(world, plan) };
}

function standing({ world, roundId }: Stage, country = 'ID') {
  const found = findReturnOf(world.db, roundId, country);
  if (found === null) throw new Error(`no return of ${country}`);
  return found;
}

async function fill(on: Stage, indicatorId: string, answer: Partial<EnteredRow>) {
  on.world.clock.advance(60);
  const { id } = standing(on);
  const seen = standingValues(on.world.db, id).find((value) => value.indicatorId === indicatorId)?.id ?? '';
  const row = { indicatorId, kind: 'value', seen, ...answer } as EnteredRow;
  return fillReturn(on.world.runtime, on.world.actor('indonesia'), { returnId: id, rows: [row] });
}

async function step(on: Stage, act: typeof submitReturn, person: Person, reason = '') {
  on.world.clock.advance(60);
  const { id, rev } = standing(on);
  accepted(await act(on.world.runtime, on.world.actor(person), { returnId: id, rev, reason }));
}

function firstDifference(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return at;
}

const worlds: World[] = [];
afterEach(() => {
  for (const world of worlds.splice(0)) world.close();
});

async function staged(): Promise<Stage> {
  const on = await stage();
  worlds.push(on.world);
  return on;
}

const USUAL = rulesStamp(DEFAULT_RULES);

describe('MO26 nothing of a return that a delegation has not released reaches another', () => {
  const OUTSIDERS: readonly Person[] = [
    'chair',
    'thaiDelegate',
    'philippines',
    'secretariat',
    'reviewer',
    'observer',
    'auditor',
    'administrator',
  ];

  async function told(on: Stage, person: Person): Promise<string> {
    const { runtime } = on.world;
    const actor = on.world.actor(person);
    const { planId } = on.plan;
    const everything = [
      getReturn(runtime, actor, { roundId: on.roundId, country: 'ID' }),
      getRound(runtime, actor, on.roundId),
      listRounds(runtime, actor, planId),
      listIndicators(runtime, actor, planId),
      monitoringOf(runtime, actor, { planId }),
      monitoringOf(runtime, actor, { planId, period: '2018' }),
      owedReturns(runtime, actor),
      await homeFor(runtime, actor),
      inboxFor(runtime, actor, { unreadOnly: false, documentId: null, before: null }),
      unreadCount(runtime, actor),
      await readAudit(runtime, actor, {}),
    ];
    const numbers = new Map<string, number>();
    return JSON.stringify(everything).replace(/[a-z]{3,8}_[0-9a-z]{16}|[0-9a-f]{64}/g, (id) => {
      const number = numbers.get(id) ?? numbers.size;
      numbers.set(id, number);
      return `#${number}`;
    });
  }

  /** Works within itself: figures, a remark, a figure taken back. */
  async function draft(on: Stage): Promise<void> {
    accepted(await fill(on, on.trained, { value: 987_654, note: 'SECRET' }));
    accepted(await fill(on, on.share, { value: 12.5 }));
    accepted(await fill(on, on.share, { kind: 'notReported', value: null }));
  }

  /** Released first, so that there is something to be reopened. */
  async function released(on: Stage, upTo: 'submitted' | 'clarification' | 'reopened'): Promise<void> {
    accepted(await fill(on, on.trained, { value: 40 }));
    await step(on, submitReturn, 'indonesia');
    if (upTo === 'clarification')
      await step(on, askClarification, 'secretariat', 'Are these people or days?');
    if (upTo !== 'reopened') return;
    await step(on, acceptReturn, 'secretariat');
    await step(on, reopenReturn, 'secretariat', 'A mistake was found.');
  }

  test.each([
    ['nothing was returned yet', null, false],
    ['the secretariat has asked', 'clarification', false],
    ['it was accepted and reopened', 'reopened', false],
    ['countries are named and it was reopened', 'reopened', true],
  ] as const)('while %s', async (_, before, namesCountries) => {
    const [full, bare] = [await staged(), await staged()];
    for (const on of [full, bare]) {
      const rules = { bodyId: BODY, onTrackFrom: 0.85, behindFrom: 0.5, namesCountries, seen: USUAL };
      accepted(await setMonitoringRules(on.world.runtime, on.world.actor('secretariat'), rules));
      if (before !== null) await released(on, before);
    }
    await draft(full);
    for (const on of [full, bare]) on.world.clock.set('2019-06-01T02:00:00.000Z');
    for (const outsider of OUTSIDERS) {
      const inFull = await told(full, outsider);
      const inBare = await told(bare, outsider);
      const from = Math.max(0, firstDifference(inFull, inBare) - 80);
      expect(inFull.slice(from, from + 400), outsider).toBe(inBare.slice(from, from + 400));
      expect(inFull).not.toMatch(/SECRET|987654/);
    }
    // The test can fail: whoever is inside is told.
    expect(await told(full, 'indonesia')).toMatch(/SECRET/);
  });

  test('MO14 MO38 what never came and was locked is open to the secretariat, to be reopened, and shows nothing', async () => {
    const on = await staged();
    const { runtime } = on.world;
    accepted(await fill(on, on.trained, { value: 987654 }));
    accepted(await lockRound(runtime, on.world.actor('secretariat'), { roundId: on.roundId }));
    const look = (person: Person) =>
      getReturn(runtime, on.world.actor(person), { roundId: on.roundId, country: 'ID' });
    const seen = accepted(look('secretariat'));
    expect(JSON.stringify(seen.lines)).not.toContain('987654');
    expect(seen.actions.reopen).toBe(true);
    expect(ruleOf(look('philippines'))).toBe('PO1');
  });

  test('the secretariat sees what was submitted, others what was accepted, and by name where the body says so', async () => {
    const on = await staged();
    const { runtime } = on.world;
    const look = (person: Person) => {
      const found = getReturn(runtime, on.world.actor(person), { roundId: on.roundId, country: 'ID' });
      return found.ok ? found.value.lines.map(({ answer }) => answer.value) : found.rule;
    };
    accepted(await fill(on, on.trained, { value: 40 }));
    expect([look('indonesia'), look('secretariat'), look('philippines')]).toEqual([[40, null], 'PO1', 'PO1']);
    await step(on, submitReturn, 'indonesia');
    expect([look('secretariat'), look('philippines')]).toEqual([[40, null], 'PO1']);
    await step(on, acceptReturn, 'secretariat');
    expect(look('philippines')).toBe('PO1');
    accepted(
      await setMonitoringRules(runtime, on.world.actor('secretariat'), {
        bodyId: BODY,
        onTrackFrom: 0.85,
        behindFrom: 0.5,
        namesCountries: true,
        seen: USUAL,
      }),
    );
    expect(look('philippines')).toEqual([40, null]);
    expect(look('stranger')).toBe('PO1');
  });
});

test('MO26 of what a delegation saved and overwrote others see what stood when it was released, and no draft', async () => {
  const on = await staged();
  const { runtime } = on.world;
  const earlier = (person: Person) =>
    accepted(getReturn(runtime, on.world.actor(person), { roundId: on.roundId, country: 'ID' }))
      .lines.flatMap((line) => line.earlier)
      .map(({ value }) => value);
  const save = async (value: number) => {
    on.world.clock.advance(60);
    accepted(await fill(on, on.trained, { value }));
    on.world.clock.advance(60);
  };
  await save(11);
  await save(22);
  await step(on, submitReturn, 'indonesia');
  expect([earlier('indonesia'), earlier('secretariat')]).toEqual([[11], []]);
  await step(on, askClarification, 'secretariat', 'Are these people or days?');
  await save(33);
  await save(44);
  expect([earlier('indonesia'), earlier('secretariat')]).toEqual([[33, 22, 11], []]);
  await step(on, answerClarification, 'indonesia', 'People.');
  expect(earlier('secretariat')).toEqual([22]);
  await step(on, acceptReturn, 'secretariat');
  const rules = { bodyId: BODY, onTrackFrom: 0.85, behindFrom: 0.5, namesCountries: true, seen: USUAL };
  accepted(await setMonitoringRules(runtime, on.world.actor('secretariat'), rules));
  expect([earlier('philippines'), earlier('secretariat')]).toEqual([[], [22]]);
});

describe('the dashboard', () => {
  const seen = (on: Stage, person: Person, period?: string) =>
    accepted(monitoringOf(on.world.runtime, on.world.actor(person), { planId: on.plan.planId, period }));

  test('MO39 coverage is stated, and rests on what was accepted', async () => {
    const on = await staged();
    accepted(await fill(on, on.trained, { value: 90 }));
    accepted(await fill(on, on.share, { kind: 'notApplicable', value: null }));
    await step(on, submitReturn, 'indonesia');
    expect(seen(on, 'secretariat').indicators[0]?.figure.coverage).toMatchObject({ asked: 5, value: 0 });
    await step(on, acceptReturn, 'secretariat');
    const view = seen(on, 'philippines', '2018');
    expect(view).toMatchObject({ accepted: 1, asked: ['ID', 'MY', 'PH', 'SG', 'TH'] });
    expect(view.indicators.map(({ figure }) => figure.coverage)).toMatchObject([
      { asked: 5, value: 1, notReported: 4 },
      { asked: 5, notApplicable: 1, notReported: 4 },
    ]);
    // Ninety of a hundred, and four countries can only add to it.
    expect(view.indicators.map(({ light }) => light)).toEqual(['onTrack', 'noData']);
    expect(view.areas).toMatchObject([
      { code: 'A', lights: { onTrack: 1, noData: 1, behind: 0, offTrack: 0 } },
    ]);
  });

  test('MO26 rows by name: one’s own, the secretariat’s, or everybody’s where the body says so', async () => {
    const on = await staged();
    const rows = (person: Person) => seen(on, person).rows.map(({ country }) => country);
    expect(rows('indonesia')).toEqual(['ID']);
    expect(rows('reviewer')).toEqual(['SG']);
    expect(rows('observer')).toEqual([]);
    expect(rows('secretariat')).toEqual(['ID', 'MY', 'PH', 'SG', 'TH']);
    expect(
      ruleOf(monitoringOf(on.world.runtime, on.world.actor('stranger'), { planId: on.plan.planId })),
    ).toBe('PO1');
  });

  test('MO36 a light set by hand stands in the place of none', async () => {
    const on = await staged();
    const words = await addIndicator(on.world, on.plan, 'A.3', {
      type: 'text',
      aggregation: 'none',
      baseline: null,
    });
    const last = () => seen(on, 'philippines').indicators.at(-1);
    expect(last()).toMatchObject({ light: 'noData', isByHand: true });
    accepted(
      await setManualLight(on.world.runtime, on.world.actor('secretariat'), {
        indicatorId: words,
        period: '2018',
        light: 'behind',
        reason: 'Two of five laws were passed.',
        seen: '',
      }),
    );
    expect(last()).toMatchObject({ light: 'behind', manual: { reason: 'Two of five laws were passed.' } });
  });

  test('MO14 what waits stands on the home pages of those who owe it and of the secretariat', async () => {
    const on = await staged();
    const owed = (person: Person) =>
      owedReturns(on.world.runtime, on.world.actor(person)).map(({ task, isLate }) => [task, isLate]);
    expect(owed('indonesia')).toEqual([['fill', false]]);
    expect([owed('secretariat'), owed('reviewer'), owed('observer')]).toEqual([[], [], []]);
    accepted(await fill(on, on.trained, { value: 1 }));
    await step(on, submitReturn, 'indonesia');
    expect([owed('indonesia'), owed('secretariat')]).toEqual([[], [['settle', false]]]);
    await step(on, askClarification, 'secretariat', 'What is counted?');
    expect([owed('indonesia'), owed('secretariat')]).toEqual([[['clarify', false]], []]);
    on.world.clock.set('2019-07-01T02:00:00.000Z');
    expect(owed('philippines')).toEqual([['fill', true]]);
  });
});
