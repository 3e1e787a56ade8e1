import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { indicatorsOf } from '../../db/indicators';
import { activitiesOf, changesOf, findPlan, resultsOf } from '../../db/plans';
import { type Result, resultsInOrder } from '../../domain/plan/matrix';
import { seenPlan, seenResult } from '../../domain/plan/seen';
import { planNews } from '../queries/plans';
import { addIndicator, type MonitoredPlan, monitoredPlan, openedRound } from '../tests/monitoring';
import { accepted, ruleOf } from '../tests/outcome';
import { createWorld, type World } from '../tests/world';
import { moveActivity } from './activity-acts';
import { addActivity } from './add-activity';
import { changeCells } from './change-cells';
import { createPlan } from './create-plan';
import { type DescribePlanInput, describePlan } from './describe-plan';
import { setTargets } from './indicators';
import type { IndicatorsGo } from './leave-indicators';
import { removeActivities, restoreActivities } from './remove-activities';
import { moveResult, removeResult, saveResult } from './save-result';

describe('the shape of a plan', () => {
  let world: World;
  let plan: MonitoredPlan;
  beforeEach(async () => {
    world = createWorld();
    plan = await monitoredPlan(world);
  });
  afterEach(() => world.close());

  const secretariat = () => world.actor('secretariat');
  const added = async (code: string, cells: object = {}) =>
    accepted(
      await addActivity(world.runtime, secretariat(), {
        planId: plan.planId,
        cells: { resultId: plan.areaId, code, title: code, ...cells },
      }),
    ).activityId;
  const codes = () => activitiesOf(world.db, plan.planId).map(({ code }) => code);
  const remove = (activityId: string, indicators?: IndicatorsGo, rev = 0) =>
    removeActivities(world.runtime, secretariat(), {
      planId: plan.planId,
      rows: [{ activityId, rev }],
      ...(indicators === undefined ? {} : { indicators }),
    });
  const restore = (...activityIds: string[]) =>
    restoreActivities(world.runtime, secretariat(), { planId: plan.planId, activityIds });

  describe('describing it', () => {
    const standing = () => {
      const found = findPlan(world.db, plan.planId);
      if (found === null) throw new Error('no plan');
      return found;
    };
    const say = (said: Partial<DescribePlanInput>) => {
      const { title, titleThai, fromYear, toYear, documentId, predecessorId } = standing();
      return describePlan(world.runtime, secretariat(), {
        planId: plan.planId,
        ...{ title, titleThai, fromYear, toYear, documentId, predecessorId },
        seen: seenPlan(standing()),
        ...said,
      });
    };

    test('PL34 of two who describe it the second is told, and nothing is written over', async () => {
      const seen = seenPlan(standing());
      accepted(await say({ title: 'Theirs', seen }));
      expect(ruleOf(await say({ title: 'Ours', seen }))).toBe('PL34');
      expect(standing().title).toBe('Theirs');
    });

    test('PL19 PL33 the years can be others as long as they hold its rounds and targets', async () => {
      const indicatorId = await addIndicator(world, plan, 'I.1');
      const targets = [{ period: '2019-H1', country: null, value: 5 }];
      accepted(await setTargets(world.runtime, secretariat(), { indicatorId, rev: 0, targets }));
      expect(ruleOf(await say({ fromYear: 2021 }))).toBe('PL19');
      const refused = await say({ toYear: 2018 });
      expect(refused).toMatchObject({ rule: 'PL33', detail: { period: '2019-H1', field: 'toYear' } });
      accepted(await say({ fromYear: 2017, toYear: 2019 }));
      await openedRound(world, plan, '2018');
      expect(await say({ fromYear: 2019 })).toMatchObject({ rule: 'PL33', detail: { field: 'fromYear' } });
      expect(standing()).toMatchObject({ fromYear: 2017, toYear: 2019 });
    });

    test('PL36 the plan before stays while activities carry on its own', async () => {
      const old = await added('A.1');
      const before = plan.planId;
      const input = { bodyId: standing().bodyId, title: 'Next', fromYear: 2021, toYear: 2025 };
      const { planId } = accepted(
        await createPlan(world.runtime, secretariat(), { ...input, predecessorId: before }),
      );
      const area = { planId, level: 'area', parentId: null, code: 'A', title: 'Area' } as const;
      const { resultId } = accepted(await saveResult(world.runtime, secretariat(), area));
      plan = { ...plan, planId, areaId: resultId };
      await added('N.1', { carriedFromId: old });
      expect(ruleOf(await say({ predecessorId: null }))).toBe('PL36');
      expect(standing().predecessorId).toBe(before);
      accepted(await say({ title: 'Next plan' }));
    });
  });

  describe('areas, outcomes and outputs', () => {
    const results = () => resultsInOrder(resultsOf(world.db, plan.planId));
    const find = (code: string): Result => {
      const found = results().find((result) => result.code === code);
      if (found === undefined) throw new Error(`no result ${code}`);
      return found;
    };
    const enter = async (level: 'area' | 'outcome' | 'output', above: string | null, code: string) => {
      const parentId = above === null ? null : find(above).id;
      const input = { planId: plan.planId, level, parentId, code, title: code };
      return accepted(await saveResult(world.runtime, secretariat(), input)).resultId;
    };
    const change = (code: string, to: Partial<Result>, seen = seenResult(find(code))) =>
      saveResult(world.runtime, secretariat(), {
        planId: plan.planId,
        ...find(code),
        ...to,
        resultId: find(code).id,
        seen,
      });

    test('PL34 of two who rename one the second is told', async () => {
      const seen = seenResult(find('A'));
      accepted(await change('A', { title: 'Theirs' }, seen));
      expect(ruleOf(await change('A', { title: 'Ours' }, seen))).toBe('PL34');
      expect(find('A').title).toBe('Theirs');
    });

    test('PL21 one goes under another of the same level with all below it, behind what is there', async () => {
      await enter('area', null, 'B');
      await enter('outcome', 'A', 'A1');
      await enter('output', 'A1', 'A1a');
      await enter('outcome', 'B', 'B1');
      expect(ruleOf(await change('A1', { parentId: find('B1').id }))).toBe('PL21');
      expect(ruleOf(await change('A1', { parentId: null }))).toBe('PL21');
      accepted(await change('A1', { parentId: find('B').id }));
      expect(results().map(({ code }) => code)).toEqual(['A', 'B', 'B1', 'A1', 'A1a']);
    });

    test('PL25 one goes up or down among its siblings, and among no others', async () => {
      await enter('area', null, 'B');
      await enter('outcome', 'A', 'A1');
      const move = (code: string, before: string | null) =>
        moveResult(world.runtime, secretariat(), {
          planId: plan.planId,
          resultId: find(code).id,
          beforeId: before === null ? null : find(before).id,
        });
      accepted(await move('B', 'A'));
      expect(results().map(({ code }) => code)).toEqual(['B', 'A', 'A1']);
      accepted(await move('B', null));
      expect(results().map(({ code }) => code)).toEqual(['A', 'A1', 'B']);
      // Where it stands already nothing is written.
      const seq = findPlan(world.db, plan.planId)?.seq;
      accepted(await move('B', null));
      expect(findPlan(world.db, plan.planId)?.seq).toBe(seq);
      expect(ruleOf(await move('B', 'A1'))).toBe('PL25');
      const foreign = { planId: plan.planId, resultId: find('B').id, beforeId: null };
      expect(ruleOf(await moveResult(world.runtime, world.actor('indonesia'), foreign))).toBe('PO4');
    });

    test('MO3 PL35 one that is measured leaves when it is said what becomes of its indicators', async () => {
      await addIndicator(world, plan, 'I.1');
      await enter('area', null, 'B');
      const take = (indicators?: IndicatorsGo) =>
        removeResult(world.runtime, secretariat(), {
          planId: plan.planId,
          resultId: plan.areaId,
          seen: seenResult(find('A')),
          ...(indicators === undefined ? {} : { indicators }),
        });
      expect(await take()).toMatchObject({ rule: 'PL35', detail: { codes: 'I.1' } });
      expect(ruleOf(await take({ to: 'measure', id: plan.areaId }))).toBe('MO3');
      accepted(await take({ to: 'measure', id: find('B').id }));
      expect(indicatorsOf(world.db, plan.planId)).toMatchObject([
        { resultId: find('B').id, activityId: null, retiredAt: null, rev: 1 },
      ]);
    });
  });

  describe('rows', () => {
    test('MO3 PL35 a row that is measured leaves when it is said what becomes of its indicators', async () => {
      const first = await added('A.1');
      const second = await added('A.2');
      await addIndicator(world, plan, 'I.1', { resultId: null, activityId: first });
      const mine = indicatorsOf(world.db, plan.planId)[0];
      expect(await remove(first)).toMatchObject({ rule: 'PL35', detail: { codes: 'I.1' } });
      expect(codes()).toEqual(['A.1', 'A.2']);
      accepted(await remove(first, { to: 'measure', id: second }));
      expect(indicatorsOf(world.db, plan.planId)[0]).toMatchObject({ activityId: second, retiredAt: null });
      accepted(await remove(second, { to: 'retire' }));
      expect(indicatorsOf(world.db, plan.planId)[0]).toMatchObject({ id: mine?.id, activityId: second });
      expect(indicatorsOf(world.db, plan.planId)[0]?.retiredAt).not.toBeNull();
      expect(codes()).toEqual([]);
    });

    test('PL1 PL3 a row comes back as it was, at its place, unless another has its code', async () => {
      const first = await added('A.1');
      await added('A.2');
      accepted(await remove(first));
      expect(accepted(await restore(first)).rows).toEqual([{ activityId: first, rev: 1 }]);
      expect(codes()).toEqual(['A.1', 'A.2']);
      expect(changesOf(world.db, first)[0]).toMatchObject({ field: 'restored', after: 'A.1' });
      expect(ruleOf(await restore(first))).toBe('PL25');
      accepted(await remove(first, undefined, 1));
      await added('a.1');
      expect(ruleOf(await restore(first))).toBe('PL3');
      expect(ruleOf(await restore('act_none'))).toBe('PL25');
    });

    test('a row that comes back where another stands by then gets a place of its own, and can be moved', async () => {
      const first = await added('A.1');
      const second = await added('A.2');
      accepted(await remove(second));
      await added('A.3');
      accepted(await restore(second));
      expect(codes()).toEqual(['A.1', 'A.3', 'A.2']);
      accepted(
        await moveActivity(world.runtime, secretariat(), { activityId: second, rev: 1, beforeId: first }),
      );
      const third = activitiesOf(world.db, plan.planId).find(({ code }) => code === 'A.3')?.id ?? '';
      accepted(
        await moveActivity(world.runtime, secretariat(), { activityId: third, rev: 0, beforeId: first }),
      );
      expect(codes()).toEqual(['A.2', 'A.3', 'A.1']);
    });

    test('PL13 a row whose result left does not come back under nothing', async () => {
      const input = { planId: plan.planId, level: 'area', parentId: null, code: 'B', title: 'B' } as const;
      const { resultId } = accepted(await saveResult(world.runtime, secretariat(), input));
      const row = await added('B.1', { resultId });
      accepted(await remove(row));
      const result = resultsOf(world.db, plan.planId).find(({ id }) => id === resultId);
      if (result === undefined) throw new Error('no result');
      const seen = seenResult(result);
      accepted(await removeResult(world.runtime, secretariat(), { planId: plan.planId, resultId, seen }));
      expect(ruleOf(await restore(row))).toBe('PL13');
    });

    test('PL1 PL15 cells that go back and rows that leave are one act: all of it or nothing', async () => {
      const first = await added('A.1');
      const second = await added('A.2');
      const act = (rev: number) =>
        changeCells(world.runtime, secretariat(), {
          planId: plan.planId,
          // The code of the row that leaves is free in the same act.
          rows: [{ key: first, activityId: first, rev: 0, cells: { code: 'A.2' } }],
          removed: [{ activityId: second, rev }],
        });
      expect(ruleOf(await act(7))).toBe('PL15');
      expect(codes()).toEqual(['A.1', 'A.2']);
      const seq = findPlan(world.db, plan.planId)?.seq ?? 0;
      expect(accepted(await act(0))).toMatchObject({ ok: true, seq: seq + 1 });
      // PL1: one act, one number.
      expect(findPlan(world.db, plan.planId)?.seq).toBe(seq + 1);
      expect([first, second].map((id) => changesOf(world.db, id)[0]?.seq)).toEqual([seq + 1, seq + 1]);
      expect(codes()).toEqual(['A.2']);
      const foreign = { planId: plan.planId, rows: [], removed: [{ activityId: first, rev: 1 }] };
      expect(ruleOf(await changeCells(world.runtime, world.actor('indonesia'), foreign))).toBe('PO4');
      expect(ruleOf(await changeCells(world.runtime, secretariat(), { ...foreign, removed: [] }))).toBe(
        'PL25',
      );
    });

    test('a row that is moved to where it stands changes nothing', async () => {
      await added('A.1');
      const second = await added('A.2');
      const seq = findPlan(world.db, plan.planId)?.seq;
      const input = { activityId: second, rev: 0, beforeId: null };
      expect(accepted(await moveActivity(world.runtime, secretariat(), input))).toEqual({ seq, rev: 0 });
      expect(findPlan(world.db, plan.planId)?.seq).toBe(seq);
      expect(changesOf(world.db, second)[0]?.field).toBe('added');
    });

    test('PL15 whoever looks on is told the places of all rows when one is moved', async () => {
      await added('A.1');
      await added('A.2');
      const third = await added('A.3');
      const seq = findPlan(world.db, plan.planId)?.seq ?? 0;
      const moved = { activityId: third, rev: 0, beforeId: activitiesOf(world.db, plan.planId)[0]?.id ?? '' };
      expect(accepted(await moveActivity(world.runtime, secretariat(), moved))).toEqual({
        seq: seq + 1,
        rev: 1,
      });
      const { news } = accepted(planNews(world.runtime, world.actor('indonesia'), plan.planId, seq));
      expect(news?.activities.map(({ code }) => code)).toEqual(['A.3', 'A.1', 'A.2']);
    });
  });
});
