import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { listAudit } from '../../db/audit-log';
import { insertMembership, saveCountryRow } from '../../db/bodies';
import { eventsOf, findReturnOf, findRound, returnsOf, standingValues, valueHistory } from '../../db/rounds';
import { DEFAULT_RULES, rulesStamp } from '../../domain/monitoring/lights';
import { addIndicator, type MonitoredPlan, monitoredPlan, openedRound } from '../tests/monitoring';
import { accepted, ruleOf } from '../tests/outcome';
import { BODY, createWorld, type Person, type World } from '../tests/world';
import { type EnteredRow, fillReturn } from './fill-return';
import { fillTyped } from './fill-typed';
import { retireIndicator, saveIndicator, setTargets } from './indicators';
import { setManualLight, setMonitoringRules } from './judge-monitoring';
import {
  acceptReturn,
  answerClarification,
  askClarification,
  lockRound,
  reopenReturn,
  submitReturn,
} from './return-steps';
import { changeWindow, openRound } from './rounds';

describe('collection of figures', () => {
  let world: World;
  let plan: MonitoredPlan;
  let trained: string;
  let roundId: string;
  beforeEach(async () => {
    world = createWorld();
    plan = await monitoredPlan(world);
    trained = await addIndicator(world, plan, 'A.1');
    roundId = await openedRound(world, plan);
  });
  afterEach(() => world.close());

  const standing = (country = 'ID') => {
    const found = findReturnOf(world.db, roundId, country);
    if (found === null) throw new Error(`no return of ${country}`);
    return found;
  };
  const seen = (indicatorId: string, country = 'ID') =>
    standingValues(world.db, standing(country).id).find((value) => value.indicatorId === indicatorId)?.id ??
    '';
  const row = (value: number | null, more: Partial<EnteredRow> = {}): EnteredRow => ({
    indicatorId: trained,
    kind: value === null ? 'notAvailable' : 'value',
    value,
    seen: seen(trained),
    ...more,
  });
  const fill = (person: Person, rows: EnteredRow[], country = 'ID') => {
    world.clock.advance(60);
    return fillReturn(world.runtime, world.actor(person), { returnId: standing(country).id, rows });
  };
  type Step = typeof submitReturn;
  const step = (act: Step, person: Person, reason = '', country = 'ID') => {
    world.clock.advance(60);
    const { id, rev } = standing(country);
    return act(world.runtime, world.actor(person), { returnId: id, rev, reason });
  };
  const submitted = async () => {
    accepted(await fill('indonesia', [row(12)]));
    accepted(await step(submitReturn, 'indonesia'));
  };

  test('MO27 a return for each member at the end of the period, however many they are', async () => {
    for (const [country, from, to] of [
      ['VN', '2017-06-01T00:00:00.000Z', '2019-01-15T00:00:00.000Z'],
      ['BN', '2019-01-15T00:00:00.000Z', null],
    ] as const) {
      const names = { shortName: country, formalName: country, localName: country, thaiName: country };
      saveCountryRow(world.db, { code: country, ...names, sortKey: 90, color: '#1b4f7c' });
      insertMembership(world.db, { id: `m_${country}`, bodyId: BODY, country, standing: 'member', from, to });
    }
    const asked = async (period: string) =>
      returnsOf(world.db, [await openedRound(world, plan, period)])
        .map(({ country }) => country)
        .sort();
    expect(await asked('2016')).toEqual(['ID', 'MY', 'PH', 'SG', 'TH']);
    expect(await asked('2017')).toEqual(['ID', 'MY', 'PH', 'SG', 'TH', 'VN']);
    // Not over yet: whoever is a member at the opening.
    expect(await asked('2019')).toEqual(['BN', 'ID', 'MY', 'PH', 'SG', 'TH']);
  });

  test('MO30 MO31 MO9 a round needs the adopted note, a period of its own, within the plan', async () => {
    const open = (change: object) =>
      openRound(world.runtime, world.actor('secretariat'), {
        planId: plan.planId,
        conceptNoteId: plan.conceptNoteId,
        period: '2017',
        opensAt: '2019-05-01',
        closesAt: '2019-06-30',
        ...change,
      });
    expect(ruleOf(await open({ conceptNoteId: 'doc_none' }))).toBe('MO30');
    expect(ruleOf(await open({ period: '2018' }))).toBe('MO31');
    expect(ruleOf(await open({ period: '2021' }))).toBe('MO9');
    expect(ruleOf(await open({ closesAt: '2019-04-30' }))).toBe('MO33');
    expect(ruleOf(await open({}))).toBe('accepted');
  });

  test('PO4 PO1 only the secretariat runs rounds; strangers learn nothing', async () => {
    const open = (person: Person) =>
      openRound(world.runtime, world.actor(person), {
        planId: plan.planId,
        conceptNoteId: plan.conceptNoteId,
        period: '2017',
        opensAt: '2019-05-01',
        closesAt: '2019-06-30',
      });
    expect(ruleOf(await open('indonesia'))).toBe('PO4');
    expect(ruleOf(await open('stranger'))).toBe('PO1');
    expect(ruleOf(await fill('stranger', [row(1)]))).toBe('PO1');
    expect(ruleOf(await fill('philippines', [row(1)]))).toBe('PO4');
    expect(ruleOf(await fill('secretariat', [row(1)]))).toBe('PO4');
    expect(ruleOf(await step(submitReturn, 'philippines', '', 'PH'))).toBe('PO4');
    expect(ruleOf(await step(acceptReturn, 'indonesia'))).toBe('PO4');
  });

  test('MO14 filled, submitted, asked, answered, accepted, locked: each step stays on record', async () => {
    await submitted();
    expect(ruleOf(await fill('indonesia', [row(13)]))).toBe('MO14');
    expect(ruleOf(await step(askClarification, 'secretariat'))).toBe('MO15');
    accepted(await step(askClarification, 'secretariat', 'Are courses of one day counted?'));
    accepted(await fill('indonesia', [row(14)]));
    expect(ruleOf(await step(acceptReturn, 'secretariat'))).toBe('MO14');
    accepted(await step(answerClarification, 'indonesia', 'No. Corrected.'));
    accepted(await step(acceptReturn, 'secretariat'));
    accepted(await lockRound(world.runtime, world.actor('secretariat'), { roundId }));
    expect(standing().state).toBe('locked');
    expect(eventsOf(world.db, standing().id).map(({ act }) => act)).toEqual([
      'started',
      'submitted',
      'clarificationAsked',
      'answered',
      'accepted',
      'locked',
    ]);
    expect(valueHistory(world.db, standing().id).map(({ value }) => value)).toEqual([12, 14]);
  });

  test('MO35 a step is taken on the return as it was looked at', async () => {
    await submitted();
    const stale = { returnId: standing().id, rev: standing().rev - 1 };
    expect(ruleOf(await acceptReturn(world.runtime, world.actor('secretariat'), stale))).toBe('MO35');
  });

  test('MO19 zero, not available, not applicable and not reported are four answers', async () => {
    const answers: Partial<EnteredRow>[] = [
      { kind: 'value', value: 0 },
      { kind: 'notAvailable', value: null },
      { kind: 'notApplicable', value: null },
      { kind: 'notReported', value: null },
    ];
    for (const answer of answers) {
      accepted(await fill('indonesia', [row(0, { ...answer, seen: seen(trained) })]));
      expect(standingValues(world.db, standing().id)).toMatchObject([answer]);
    }
    expect(valueHistory(world.db, standing().id)).toHaveLength(4);
    expect(ruleOf(await fill('indonesia', [row(0, { kind: 'notAvailable' })]))).toBe('MO19');
    expect(ruleOf(await step(submitReturn, 'indonesia'))).toBe('MO37');
  });

  test('MO35 an answer that somebody else changed meanwhile is not written over', async () => {
    accepted(await fill('indonesia', [row(5)]));
    const unseen = row(6, { seen: '' });
    expect(ruleOf(await fill('indonesia', [unseen]))).toBe('MO35');
    // Saying the same as stands is no overwriting.
    expect(accepted(await fill('indonesia', [row(5, { seen: '' })]))).toEqual({ changed: [] });
    accepted(await fill('indonesia', [row(6)]));
  });

  test('MO35 two people at one form: rows nobody touched are nobody’s word, and one that both answered is shown', async () => {
    const second = await addIndicator(world, plan, 'A.2');
    const save = async (person: Person, rows: Record<string, [typed: string, seen: string]>) =>
      accepted(
        await fillTyped(world.runtime, world.actor(person), {
          returnId: standing().id,
          rows: Object.entries(rows).map(([indicatorId, [typed, seen]]) => ({
            ...{ indicatorId, typed, seen, kind: 'value', note: '', evidence: '' },
          })),
        }),
      );
    const first = await save('indonesia', { [trained]: ['5', ''], [second]: ['7', ''] });
    const [one = '', two = ''] = [first.written[trained], first.written[second]];
    // Both opened the form here. One writes the first row, the other the second, and each sends all of them.
    await save('indonesia', { [trained]: ['6', one], [second]: ['7', two] });
    const other = await save('indonesia', { [trained]: ['5', one], [second]: ['8', two] });
    expect([other.refused, Object.keys(other.written)]).toEqual([[], [second]]);
    expect(
      standingValues(world.db, standing().id)
        .map(({ value }) => value)
        .toSorted(),
    ).toEqual([6, 8]);
    const both = await save('indonesia', { [trained]: ['9', one] });
    expect(both.refused.map(({ rule }) => rule)).toEqual(['MO35']);
    expect(both.met).toMatchObject([{ indicator: { id: trained }, answer: { value: 6 } }]);
    const decided = await save('indonesia', { [trained]: ['9', both.met[0]?.answer.id ?? ''] });
    expect(decided.refused).toEqual([]);
  });

  test('MO41 MO42 MO43 all rows or none', async () => {
    const second = await addIndicator(world, plan, 'A.2');
    const quarterly = await addIndicator(world, plan, 'A.3', { type: 'percent', aggregation: 'mean' });
    const good = row(5);
    expect(ruleOf(await fill('indonesia', [good, { ...good, indicatorId: 'ind_none' }]))).toBe('MO41');
    expect(ruleOf(await fill('indonesia', [good, good]))).toBe('MO43');
    expect(
      ruleOf(await fill('indonesia', [good, { ...good, indicatorId: second, note: 'x'.repeat(2001) }])),
    ).toBe('MO42');
    expect(ruleOf(await fill('indonesia', [good, { ...good, indicatorId: quarterly, value: 101 }]))).toBe(
      'MO19',
    );
    expect(valueHistory(world.db, standing().id)).toEqual([]);
    expect(standing().state).toBe('notStarted');
  });

  test('MO34 nothing before the window opens; late is no hindrance', async () => {
    world.clock.set('2019-04-25T02:00:00.000Z');
    expect(ruleOf(await fill('indonesia', [row(5)]))).toBe('MO34');
    world.clock.set('2019-08-25T02:00:00.000Z');
    accepted(await fill('indonesia', [row(5)]));
  });

  test('MO38 a round is locked when nothing waits, and reopened return by return with a reason', async () => {
    await submitted();
    const lock = () => lockRound(world.runtime, world.actor('secretariat'), { roundId });
    expect(ruleOf(await lock())).toBe('MO38');
    accepted(await step(acceptReturn, 'secretariat'));
    accepted(await lock());
    expect(ruleOf(await lock())).toBe('MO44');
    expect(standing('TH')).toMatchObject({ state: 'locked', submittedAt: null });
    expect(ruleOf(await step(reopenReturn, 'secretariat'))).toBe('MO15');
    const { acceptedAt } = standing();
    accepted(await step(reopenReturn, 'secretariat', 'A mistake was found.'));
    expect(standing()).toMatchObject({ state: 'inProgress', acceptedAt });
    accepted(await fill('indonesia', [row(20)]));
    accepted(await step(submitReturn, 'indonesia'));
    accepted(await step(acceptReturn, 'secretariat'));
    expect(standing().state).toBe('locked');
  });

  test('MO33 MO35 the window is changed from a page that shows it', async () => {
    const round = findRound(world.db, roundId);
    if (round === null) throw new Error('no round');
    const change = (closesAt: string, shown = round) =>
      changeWindow(world.runtime, world.actor('secretariat'), {
        roundId,
        opensAt: '2019-05-01',
        closesAt,
        seen: { opensAt: shown.opensAt, closesAt: shown.closesAt },
      });
    expect(ruleOf(await change('2019-04-01'))).toBe('MO33');
    accepted(await change('2019-07-31'));
    expect(ruleOf(await change('2019-08-31'))).toBe('MO35');
    expect(findRound(world.db, roundId)?.closesAt).toBe('2019-07-31T17:00:00.000Z');
  });

  test('MO26 that a delegation has begun is in no trail; what it releases is', async () => {
    accepted(await fill('indonesia', [row(5)]));
    const kinds = () =>
      listAudit(world.db, { bodyIds: [BODY], system: false }, {}, 100).map(({ kind }) => kind);
    expect(kinds().filter((kind) => kind.startsWith('return.'))).toEqual([]);
    accepted(await step(submitReturn, 'indonesia'));
    expect(kinds()).toContain('return.submitted');
  });

  test('MO7 MO40 a sheet keeps its meaning once figures were reported, and is changed as it stands', async () => {
    const save = (rev: number, change: object) =>
      saveIndicator(world.runtime, world.actor('secretariat'), {
        planId: plan.planId,
        indicatorId: trained,
        rev,
        resultId: plan.areaId,
        activityId: null,
        code: 'A.1',
        title: 'People trained',
        type: 'number',
        direction: 'up',
        cumulative: false,
        baseline: 0,
        baselineYear: 2015,
        frequency: 'yearly',
        aggregation: 'sum',
        ...change,
      });
    // A round runs that asks for it.
    expect(ruleOf(await save(0, { unit: 'courses' }))).toBe('MO7');
    accepted(await save(0, { baseline: 3 }));
    expect(ruleOf(await save(0, { baseline: 4 }))).toBe('MO40');
    expect(ruleOf(await save(1, { resultId: 'res_none' }))).toBe('MO3');
    accepted(await lockRound(world.runtime, world.actor('secretariat'), { roundId }));
    accepted(await save(1, { unit: 'courses' }));
    expect(
      ruleOf(
        await retireIndicator(world.runtime, world.actor('secretariat'), { indicatorId: trained, rev: 1 }),
      ),
    ).toBe('MO40');
    accepted(
      await retireIndicator(world.runtime, world.actor('secretariat'), { indicatorId: trained, rev: 2 }),
    );
    expect(ruleOf(await save(3, {}))).toBe('MO41');
  });

  test('MO13 targets and baseline stay on their sides', async () => {
    const set = (value: number, rev: number) =>
      setTargets(world.runtime, world.actor('secretariat'), {
        indicatorId: trained,
        rev,
        targets: [{ period: '2020', country: null, value }],
      });
    expect(ruleOf(await set(-1, 0))).toBe('MO13');
    accepted(await set(10, 0));
    expect(ruleOf(await set(20, 0))).toBe('MO40');
  });

  test('MO36 MO15 MO40 a light by hand is for what no number tells, with its reason', async () => {
    const words = await addIndicator(world, plan, 'A.4', {
      type: 'text',
      aggregation: 'none',
      baseline: null,
    });
    const set = (indicatorId: string, reason: string, person: Person = 'secretariat') =>
      setManualLight(world.runtime, world.actor(person), {
        indicatorId,
        period: '2018',
        light: 'behind',
        reason,
        seen: '',
      });
    expect(ruleOf(await set(trained, 'Because.'))).toBe('MO36');
    expect(ruleOf(await set(words, ' '))).toBe('MO15');
    expect(ruleOf(await set(words, 'Because.', 'indonesia'))).toBe('PO4');
    accepted(await set(words, 'Two of five laws were passed.'));
    expect(ruleOf(await set(words, 'Another view.'))).toBe('MO40');
  });

  test('MO28 the thresholds of a body', async () => {
    const usual = rulesStamp(DEFAULT_RULES);
    const set = (
      onTrackFrom: number,
      behindFrom: number,
      person: Person = 'secretariat',
      seen: string = usual,
    ) =>
      setMonitoringRules(world.runtime, world.actor(person), {
        bodyId: BODY,
        onTrackFrom,
        behindFrom,
        namesCountries: false,
        seen,
      });
    expect(ruleOf(await set(0.5, 0.5))).toBe('MO28');
    expect(ruleOf(await set(1.1, 0.5))).toBe('MO28');
    expect(ruleOf(await set(0.9, 0.4, 'chair'))).toBe('PO4');
    accepted(await set(0.9, 0.4));
    // MO46: a page from before would put back what it showed.
    expect(ruleOf(await set(0.8, 0.4))).toBe('MO46');
  });
});
