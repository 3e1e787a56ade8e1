import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { activitiesOf, changesOf, changesSince, findPlan, resultsOf } from '../../db/plans';
import { findVersionById, listVersionHeads } from '../../db/versions';
import type { ActivityCells } from '../../domain/plan/matrix';
import { seenPlan, seenResult } from '../../domain/plan/seen';
import { clausesOf } from '../../domain/text/clauses';
import { digestText } from '../../domain/text/digest';
import type { DocumentJson } from '../../domain/text/document-json';
import { keptMatrix } from '../queries/plans';
import { adoptedStatement, draftStatement } from '../tests/adopted';
import { accepted, ruleOf } from '../tests/outcome';
import { BODY, createWorld, OTHER_BODY, type Person, type World } from '../tests/world';
import { moveActivity, tieActivity } from './activity-acts';
import { addActivity } from './add-activity';
import { changeCells, reportActivity } from './change-cells';
import { createPlan } from './create-plan';
import { type DescribePlanInput, describePlan } from './describe-plan';
import { keepSnapshot, movePlan } from './move-plan';
import { removeActivities } from './remove-activities';
import { removeResult, saveResult } from './save-result';

describe('work plans', () => {
  let world: World;
  let planId: string;
  let areaId: string;
  let first: string;
  beforeEach(async () => {
    world = createWorld();
    planId = await begun('ACCSM Work Plan 2016–2020', 2016, 2020);
    areaId = await area('A', 'Workforce competencies and standards');
    first = await added('A.1', { leads: ['ID'] });
  });
  afterEach(() => world.close());

  async function begun(title: string, fromYear: number, toYear: number, predecessorId: string | null = null) {
    const input = { bodyId: BODY, title, fromYear, toYear, predecessorId };
    return accepted(await createPlan(world.runtime, world.actor('secretariat'), input)).planId;
  }
  async function area(code: string, title: string) {
    const input = { planId, level: 'area', parentId: null, code, title } as const;
    return accepted(await saveResult(world.runtime, world.actor('secretariat'), input)).resultId;
  }
  async function added(code: string, cells: Partial<ActivityCells> = {}) {
    const all = { resultId: areaId, code, title: `Title of ${code}`, ...cells };
    const input = { planId, cells: all };
    return accepted(await addActivity(world.runtime, world.actor('secretariat'), input)).activityId;
  }
  const inForce = async () =>
    accepted(
      await movePlan(world.runtime, world.actor('secretariat'), {
        planId,
        to: 'inForce',
        name: 'As adopted',
      }),
    );
  const change = (person: Person, activityId: string, rev: number, cells: Partial<ActivityCells>) =>
    changeCells(world.runtime, world.actor(person), {
      planId,
      rows: [{ key: activityId, activityId, rev, cells }],
    });
  const findings = async (outcome: ReturnType<typeof changeCells>) => {
    const written = accepted(await outcome);
    return written.ok ? [] : written.findings.map(({ field, refusal }) => [field, refusal.rule]);
  };
  const describe_ = (said: Partial<DescribePlanInput>) => {
    const plan = findPlan(world.db, planId);
    if (plan === null) throw new Error('no plan');
    const { title, titleThai, fromYear, toYear, documentId, predecessorId } = plan;
    const standing = { planId, title, titleThai, fromYear, toYear, documentId, predecessorId };
    const input = { ...standing, seen: seenPlan(plan), ...said };
    return describePlan(world.runtime, world.actor('secretariat'), input);
  };
  const matrix = () => activitiesOf(world.db, planId);

  test('PO4 PO1 the secretariat begins and changes plans; others read, strangers know of none', async () => {
    const input = { bodyId: BODY, title: 'Ours', fromYear: 2021, toYear: 2025 };
    expect(ruleOf(await createPlan(world.runtime, world.actor('chair'), input))).toBe('PO4');
    expect(ruleOf(await createPlan(world.runtime, world.actor('stranger'), input))).toBe('PO1');
    expect(ruleOf(await change('reviewer', first, 0, { title: 'x' }))).toBe('PO4');
    expect(ruleOf(await change('stranger', first, 0, { title: 'x' }))).toBe('PO1');
    const row = { planId, cells: { resultId: areaId, code: 'N', title: 'n' } };
    expect(ruleOf(await addActivity(world.runtime, world.actor('indonesia'), row))).toBe('PO4');
    const removed = { planId, rows: [{ activityId: first, rev: 0 }] };
    expect(ruleOf(await removeActivities(world.runtime, world.actor('indonesia'), removed))).toBe('PO4');
    expect(ruleOf(await removeActivities(world.runtime, world.actor('stranger'), removed))).toBe('PO1');
  });

  test('PL1 every changed cell is on record with the number of the plan that it made', async () => {
    const seq = findPlan(world.db, planId)?.seq ?? 0;
    expect(await findings(change('secretariat', first, 0, { budget: 12000, partners: 'ARC' }))).toEqual([]);
    expect(await findings(change('secretariat', first, 1, { budget: null }))).toEqual([]);
    const entries = changesSince(world.db, planId, seq).map((entry) => [
      entry.seq - seq,
      entry.field,
      entry.before,
      entry.after,
    ]);
    expect(entries).toEqual([
      [1, 'partners', '', 'ARC'],
      [1, 'budget', '', '12000'],
      [2, 'budget', '12000', ''],
    ]);
    expect(() => world.raw('DELETE FROM activity_changes')).toThrow(/PL1/);
  });

  test('a change that changes nothing leaves everything as it was', async () => {
    const seq = findPlan(world.db, planId)?.seq;
    expect(await findings(change('secretariat', first, 0, { title: 'Title of A.1' }))).toEqual([]);
    expect(findPlan(world.db, planId)?.seq).toBe(seq);
    expect(matrix()[0]?.rev).toBe(0);
  });

  test('PL3 all rows are written or none of them', async () => {
    const second = await added('A.2');
    const outcome = changeCells(world.runtime, world.actor('secretariat'), {
      planId,
      rows: [
        { key: 'one', activityId: first, rev: 0, cells: { title: 'Changed' } },
        { key: 'two', activityId: second, rev: 0, cells: { code: 'A.1' } },
        { key: 'three', activityId: null, rev: 0, cells: { resultId: areaId, code: 'A.3', title: 'Third' } },
      ],
    });
    expect(await findings(outcome)).toEqual([['code', 'PL3']]);
    expect(matrix().map(({ title }) => title)).toEqual(['Title of A.1', 'Title of A.2']);
  });

  test('PL15 of two who change one row the second is told, and nothing is written over', async () => {
    expect(await findings(change('secretariat', first, 0, { title: 'Theirs' }))).toEqual([]);
    expect(await findings(change('secretariat', first, 0, { title: 'Ours' }))).toEqual([[null, 'PL15']]);
    expect(matrix()[0]?.title).toBe('Theirs');
    expect(await findings(change('secretariat', first, 1, { title: 'Ours' }))).toEqual([]);
  });

  test('PL16 the delegation of the lead country reports status, reason and revised timeline', async () => {
    const report = {
      status: 'delayed',
      statusReason: 'Floods',
      revisedFrom: null,
      revisedTo: '2019-12',
    } as const;
    const say = (person: Person, rev: number, cells: typeof report = report) =>
      reportActivity(world.runtime, world.actor(person), { planId, activityId: first, rev, cells });
    expect(ruleOf(await say('indonesia', 0))).toBe('PL16');
    await inForce();
    accepted(await say('indonesia', 0));
    expect(matrix()[0]).toMatchObject({
      status: 'delayed',
      statusReason: 'Floods',
      revisedTo: '2019-12',
      rev: 1,
    });
    expect(changesOf(world.db, first)[0]?.country).toBe('ID');
    expect(ruleOf(await say('philippines', 1))).toBe('PL16');
    expect(ruleOf(await say('observer', 1))).toBe('PO4');
    expect(ruleOf(await say('indonesia', 1, { ...report, statusReason: '' } as never))).toBe('PL8');
    const both = { title: 'Ours', status: 'ongoing' } as const;
    expect(await findings(change('indonesia', first, 1, both))).toEqual([['title', 'PL16']]);
    const row = { planId, rows: [{ key: 'n', activityId: null, rev: 0, cells: {} }] };
    expect(await findings(changeCells(world.runtime, world.actor('indonesia'), row))).toEqual([
      [null, 'PL16'],
    ]);
  });

  test('PL9 leads are the members of the day: an observer today may lead when it is a member', async () => {
    expect(await findings(change('secretariat', first, 0, { leads: ['TL'] }))).toEqual([['leads', 'PL9']]);
    world.raw("UPDATE memberships SET standing = 'member' WHERE country = 'TL'");
    expect(await findings(change('secretariat', first, 0, { leads: ['TL'] }))).toEqual([]);
    world.raw("UPDATE memberships SET to_at = '2019-04-22T00:00:00.000Z' WHERE country = 'MY'");
    expect(await findings(change('secretariat', first, 1, { leads: ['TL', 'MY'] }))).toEqual([
      ['leads', 'PL9'],
    ]);
  });

  test('PL21 PL22 PL26 results stand in their levels, and under what they hold', async () => {
    const save = (level: 'area' | 'outcome' | 'output', parentId: string | null, code: string) =>
      saveResult(world.runtime, world.actor('secretariat'), { planId, level, parentId, code, title: code });
    expect(ruleOf(await save('output', areaId, 'A.x'))).toBe('PL21');
    expect(ruleOf(await save('area', areaId, 'B'))).toBe('PL21');
    expect(ruleOf(await save('area', null, 'a'))).toBe('PL26');
    const { resultId } = accepted(await save('outcome', areaId, 'A.1'));
    accepted(await save('output', resultId, 'A.1.1'));
    const remove = (id: string) => {
      const standing = resultsOf(world.db, planId).find((result) => result.id === id);
      const seen = standing === undefined ? '' : seenResult(standing);
      return removeResult(world.runtime, world.actor('secretariat'), { planId, resultId: id, seen });
    };
    expect(ruleOf(await remove(resultId))).toBe('PL22');
    const output = resultsOf(world.db, planId).find(({ code }) => code === 'A.1.1');
    accepted(await remove(output?.id ?? ''));
    accepted(await remove(resultId));
    expect(ruleOf(await remove(areaId))).toBe('PL22');
  });

  test('a row is moved among those of its result, and removed; both stay on record', async () => {
    const second = await added('A.2');
    const third = await added('A.3');
    const actor = world.actor('secretariat');
    accepted(await moveActivity(world.runtime, actor, { activityId: third, rev: 0, beforeId: first }));
    expect(matrix().map(({ code }) => code)).toEqual(['A.3', 'A.1', 'A.2']);
    accepted(await moveActivity(world.runtime, actor, { activityId: first, rev: 0, beforeId: null }));
    expect(matrix().map(({ code }) => code)).toEqual(['A.3', 'A.2', 'A.1']);
    expect(
      ruleOf(await moveActivity(world.runtime, actor, { activityId: first, rev: 0, beforeId: null })),
    ).toBe('PL15');
    const remove = (rev: number) =>
      removeActivities(world.runtime, actor, { planId, rows: [{ activityId: second, rev }] });
    expect(ruleOf(await remove(7))).toBe('PL15');
    accepted(await remove(0));
    expect(ruleOf(await remove(0))).toBe('PL25');
    expect(matrix().map(({ code }) => code)).toEqual(['A.3', 'A.1']);
    expect(changesOf(world.db, second)[0]).toMatchObject({ field: 'removed', before: 'A.2' });
    await added('A.2');
  });

  test('PL2 PL20 the matrix is kept by name, when it comes into force, and when it is closed', async () => {
    const kept = await inForce();
    expect(kept.number).toBe(1);
    const again = { planId, name: 'In April' };
    const same = accepted(await keepSnapshot(world.runtime, world.actor('secretariat'), again));
    expect(same).toEqual({ number: 2, hash: kept.hash });
    await change('secretariat', first, 0, { title: 'Other' });
    const other = accepted(await keepSnapshot(world.runtime, world.actor('secretariat'), again));
    expect(other.hash).not.toBe(kept.hash);
    const matrixKept = (person: Person, number: number) =>
      keptMatrix(world.runtime, world.actor(person), planId, number);
    const { matrix, hash } = accepted(matrixKept('observer', 1));
    expect([hash, matrix]).toEqual([digestText(matrix), expect.stringContaining('Title of A.1')]);
    expect(accepted(matrixKept('indonesia', 3)).matrix).toContain('Other');
    for (const [person, number] of [
      ['stranger', 1],
      ['indonesia', 4],
      ['indonesia', Number.NaN],
    ] as const)
      expect(ruleOf(matrixKept(person, number))).toBe('PO1');
    expect(() => world.raw("UPDATE plan_snapshots SET name = 'x'")).toThrow(/PL2/);
    const move = (to: string) =>
      movePlan(world.runtime, world.actor('secretariat'), { planId, to, name: 'At the end' });
    expect(ruleOf(await move('inForce'))).toBe('PL20');
    accepted(await move('closed'));
    expect(ruleOf(await change('secretariat', first, 1, { title: 'Late' }))).toBe('PL18');
  });

  test('PL19 PL23 PL28 a plan has its years, its text and the plan before it', async () => {
    const create = (input: object) =>
      createPlan(world.runtime, world.actor('secretariat'), {
        bodyId: BODY,
        title: 'Next',
        fromYear: 2021,
        toYear: 2025,
        ...input,
      });
    expect(ruleOf(await create({ toYear: 2020 }))).toBe('PL19');
    expect(ruleOf(await create({ predecessorId: 'gone' }))).toBe('PL28');
    expect(ruleOf(await create({ documentId: 'gone' }))).toBe('PL28');
    expect(ruleOf(await create({ bodyId: OTHER_BODY }))).toBe('PO1');
    const { planId: next } = accepted(await create({ predecessorId: planId }));
    expect(ruleOf(await describe_({ title: 'Before', predecessorId: next }))).toBe('PL28');
    const old = first;
    planId = next;
    areaId = await area('A', 'Workforce');
    await added('N.1', { carriedFromId: old });
    const twice = { resultId: areaId, code: 'N.2', title: 'n', carriedFromId: areaId };
    const refused = await addActivity(world.runtime, world.actor('secretariat'), { planId, cells: twice });
    expect(ruleOf(refused)).toBe('PL23');
  });

  test('PL17 PL27 an activity stems from a clause of an adopted text; a plan is in force with its text', async () => {
    const secretariat = world.actor('secretariat');
    const tie = (clauseId: string | null, versionId: string | null, rev = 0) =>
      tieActivity(world.runtime, secretariat, { activityId: first, rev, clauseId, versionId });
    const move = () => movePlan(world.runtime, secretariat, { planId, to: 'inForce', name: 'As adopted' });
    const draft = await draftStatement(world);
    accepted(await describe_({ title: 'Plan', documentId: draft }));
    expect(ruleOf(await move())).toBe('PL27');
    const adopted = await adoptedStatement(world);
    accepted(await describe_({ title: 'Plan', documentId: adopted }));
    accepted(await move());
    // A plan in force is not laid upon a text that is not adopted.
    expect(await describe_({ title: 'Plan', documentId: draft })).toMatchObject({
      rule: 'PL27',
      detail: { field: 'documentId' },
    });
    const versions = listVersionHeads(world.db, adopted);
    const [final, before] = ['adopted', 'named'].map((kind) => versions.find((head) => head.kind === kind));
    const text = JSON.parse(findVersionById(world.db, final?.id ?? '')?.text ?? '') as DocumentJson;
    const clauseId = clausesOf(text)[1]?.id ?? null;
    expect(ruleOf(await tie(clauseId, before?.id ?? 'ver_x'))).toBe('PL17');
    expect(ruleOf(await tie('c_unknown', final?.id ?? ''))).toBe('PL17');
    expect(ruleOf(await tie(null, final?.id ?? ''))).toBe('PL17');
    accepted(await tie(clauseId, final?.id ?? ''));
    expect(matrix()[0]).toMatchObject({ clauseId, versionId: final?.id, rev: 1 });
    accepted(await tie(null, null, 1));
    expect(changesOf(world.db, first)[0]).toMatchObject({ field: 'clause', after: '' });
    const other = { activityId: first, rev: 2, clauseId, versionId: final?.id ?? '' };
    expect(ruleOf(await tieActivity(world.runtime, world.actor('indonesia'), other))).toBe('PO4');
  });
});
