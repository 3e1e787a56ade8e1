import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { activitiesOf } from '../../db/plans';
import { findReturnOf, standingValues } from '../../db/rounds';
import type { ActivityCells } from '../../domain/plan/matrix';
import { countRows } from '../../domain/sheets/dry-run';
import { getSheetFile, getSheetFindings, getSheetImport } from '../queries/sheets';
import { readWorkbook } from '../sheets/reading/read-workbook';
import { refill, type Typed } from '../sheets/testing/refill';
import { addIndicator, type MonitoredPlan, monitoredPlan, openedRound } from '../tests/monitoring';
import { accepted, ruleOf } from '../tests/outcome';
import { createWorld, type Person, type World } from '../tests/world';
import { addActivity } from './add-activity';
import { changeCells } from './change-cells';
import { checkSheet } from './check-sheet';
import { fillReturn } from './fill-return';
import { dropSheet, importSheet } from './import-sheet';
import { submitReturn } from './return-steps';
import type { SheetTarget } from './sheet-facts';

describe('files that go out and come back', () => {
  let world: World;
  let plan: MonitoredPlan;
  beforeEach(async () => {
    world = createWorld();
    plan = await monitoredPlan(world);
  });
  afterEach(() => world.close());

  const template = async (person: Person, target: SheetTarget, format: 'xlsx' | 'csv' = 'xlsx') =>
    accepted(await getSheetFile(world.runtime, world.actor(person), { target, locale: 'en', format })).bytes;
  const check = (person: Person, target: SheetTarget, bytes: Uint8Array, fileName = 'file.xlsx') =>
    checkSheet(world.runtime, world.actor(person), { target, locale: 'en', fileName, bytes });
  const waiting = (person: Person, target: SheetTarget) => {
    const page = accepted(getSheetImport(world.runtime, world.actor(person), { target, locale: 'en' }));
    if (page.waiting === null) throw new Error('no file waits');
    return page.waiting;
  };
  const checked = async (person: Person, target: SheetTarget, bytes: Uint8Array) => {
    accepted(await check(person, target, bytes));
    return waiting(person, target);
  };
  const confirm = (person: Person, target: SheetTarget, id: string) =>
    importSheet(world.runtime, world.actor(person), { target, locale: 'en', id });
  const found = ({ run }: ReturnType<typeof waiting>) =>
    run.findings.map(({ address, refusal }) => [address, refusal.rule]);

  describe('activities of a plan', () => {
    let target: SheetTarget;
    let ids: string[];
    beforeEach(async () => {
      target = { kind: 'activities', id: plan.planId };
      ids = [await added('A.1'), await added('A.2', { budget: 0, leads: ['ID', 'PH'] }), await added('A.3')];
    });
    const added = async (code: string, cells: Partial<ActivityCells> = {}) => {
      const all = { resultId: plan.areaId, code, title: `Title of ${code}`, ...cells };
      const input = { planId: plan.planId, cells: all };
      return accepted(await addActivity(world.runtime, world.actor('secretariat'), input)).activityId;
    };
    const matrix = () => activitiesOf(world.db, plan.planId);
    const edited = async (typed: Typed) =>
      checked('secretariat', target, refill(await template('secretariat', target), typed));

    test('XL1 XL19 cells that changed and a row without a key are written at once, the rest is left', async () => {
      const file = await edited({
        D4: 'Another title',
        L4: '๑๒,๕๐๐',
        B6: 'A',
        C6: 'A.4',
        D6: 'A new one',
        E6: 'Thailand, ID',
      });
      expect(found(file)).toEqual([]);
      expect(countRows(file.run.rows)).toEqual({ new: 1, changed: 1, unchanged: 2, wrong: 0 });
      expect(file.run.rows[1]?.changes).toEqual([
        { column: 'title', before: 'Title of A.2', after: 'Another title' },
        { column: 'budget', before: '0', after: '12500' },
      ]);
      expect(matrix()).toHaveLength(3);
      expect(accepted(await confirm('secretariat', target, file.id)).rows).toBe(2);
      expect(matrix().map(({ code, title, budget, rev }) => [code, title, budget, rev])).toEqual([
        ['A.1', 'Title of A.1', null, 0],
        ['A.2', 'Another title', 12500, 1],
        ['A.3', 'Title of A.3', null, 0],
        ['A.4', 'A new one', null, 0],
      ]);
      expect(matrix()[3]?.leads).toEqual(['TH', 'ID']);
      expect(ruleOf(await confirm('secretariat', target, file.id))).toBe('XL22');
    });

    test('XL16 XL18 XL19 XL20 each thing that is wrong has the address of its cell', async () => {
      const keys = accepted(readWorkbook(await template('secretariat', target))).sheets[1]?.rows ?? [];
      const keyOf = (row: number) => keys.find(({ number }) => number === row)?.cells.get(0)?.words ?? '';
      const file = await edited({
        D3: '<c r="D3"><f>1+1</f><v>2</v></c>',
        L3: '<c r="L3" t="e"><v>#REF!</v></c>',
        H4: 'next spring',
        A6: keyOf(5),
        B6: 'A',
        C6: 'A.3',
        D6: 'Again',
        A7: 'act_nobody~1',
        C7: 'A.7',
        D7: 'Of another plan',
        B8: 'Z',
        C8: 'A.8',
        D8: 'No such area',
        O8: 'dancing',
        E8: 'Atlantis',
      });
      expect(found(file)).toEqual([
        ['D3', 'XL16'],
        ['L3', 'XL18'],
        ['H4', 'PL5'],
        ['A6', 'XL20'],
        ['A7', 'XL19'],
        ['B8', 'PL13'],
        ['E8', 'PL9'],
        ['O8', 'PL7'],
      ]);
      expect(ruleOf(await confirm('secretariat', target, file.id))).toBe('XL23');
      expect(matrix().map(({ rev }) => rev)).toEqual([0, 0, 0]);
    });

    test('XL1 XL23 a wrong last row: nothing of the file is written, and it is given back with what is wrong', async () => {
      const file = await edited({ D3: 'Changed', D4: 'Changed', D5: 'Changed', H5: '13/2019' });
      expect(countRows(file.run.rows)).toMatchObject({ changed: 2, wrong: 1 });
      expect(ruleOf(await confirm('secretariat', target, file.id))).toBe('XL23');
      expect(matrix().map(({ title }) => title)).toEqual(['Title of A.1', 'Title of A.2', 'Title of A.3']);

      const ask = { target, locale: 'en' } as const;
      const back = accepted(await getSheetFindings(world.runtime, world.actor('secretariat'), ask));
      expect(back.fileName).toBe('file-findings.xlsx');
      const rows = accepted(readWorkbook(back.bytes)).sheets[1]?.rows ?? [];
      const last = [...(rows.find(({ number }) => number === 5)?.cells.values() ?? [])].at(-1)?.words;
      expect(last).toMatch(/^H5: /);
      const mended = await checked('secretariat', target, refill(back.bytes, { H5: '2019-03' }));
      expect(found(mended)).toEqual([]);
      expect(accepted(await confirm('secretariat', target, mended.id)).rows).toBe(3);
      expect(matrix().map(({ plannedFrom }) => plannedFrom)).toEqual([null, null, '2019-03']);
    });

    test('XL21 XL24 what somebody else changed is not written over unseen, before the check or after', async () => {
      const bytes = refill(await template('secretariat', target), { D3: 'Mine', D4: 'Mine, too' });
      const before = await checked('secretariat', target, bytes);
      const rows = [{ key: 'x', activityId: ids[1] ?? '', rev: 0, cells: { title: 'Theirs' } }];
      accepted(await changeCells(world.runtime, world.actor('secretariat'), { planId: plan.planId, rows }));
      const stopped = await confirm('secretariat', target, before.id);
      expect(stopped).toMatchObject({ ok: false, rule: 'XL24', detail: { row: 4 } });
      expect(matrix().map(({ title }) => title)).toEqual(['Title of A.1', 'Theirs', 'Title of A.3']);
      const after = await checked('secretariat', target, bytes);
      expect(found(after)).toEqual([['4', 'XL21']]);
    });

    test('XL13 the file of another plan, PO1 PO4 the file of somebody who may not', async () => {
      const other = await monitoredPlan(world);
      const bytes = await template('secretariat', { kind: 'activities', id: other.planId });
      expect(ruleOf(await check('secretariat', target, bytes))).toBe('XL13');
      const own = await template('secretariat', target);
      expect(ruleOf(await check('indonesia', target, own))).toBe('PO4');
      expect(ruleOf(await check('stranger', target, own))).toBe('PO1');
      expect(ruleOf(await check('secretariat', { kind: 'activities', id: 'plan_none' }, own))).toBe('PO1');
    });

    test('XL22 XL25 a file waits for its person for a day; the same again is nothing new', async () => {
      const same = await checked('secretariat', target, await template('secretariat', target));
      expect(ruleOf(await confirm('secretariat', target, same.id))).toBe('XL25');
      accepted(dropSheet(world.runtime, world.actor('secretariat'), { target, locale: 'en', id: same.id }));
      expect(ruleOf(await confirm('secretariat', target, same.id))).toBe('XL22');
      const file = await edited({ D3: 'Late' });
      world.clock.advance(25 * 60 * 60);
      expect(ruleOf(await confirm('secretariat', target, file.id))).toBe('XL22');
    });

    test('XL2 XL11 XL14 XL15 files that are not read at all leave what waits as it was', async () => {
      const file = await edited({ D3: 'Waits' });
      const text = (words: string) => check('secretariat', target, new TextEncoder().encode(words), 'a.csv');
      expect(ruleOf(await text('Name,Age\nA,3\n'))).toBe('XL11');
      expect(ruleOf(await text('Code,Activity\n'))).toBe('XL15');
      expect(ruleOf(await text(`Code,Activity\n${'x,y\n'.repeat(5001)}`))).toBe('XL14');
      expect(ruleOf(await check('secretariat', target, new Uint8Array([0x25, 0x50, 0x44, 0x46, 0])))).toBe(
        'XL2',
      );
      expect(waiting('secretariat', target).id).toBe(file.id);
    });
  });

  describe("a country's return", () => {
    let roundId: string;
    let trained: string;
    let target: SheetTarget;
    beforeEach(async () => {
      trained = await addIndicator(world, plan, 'A.1');
      await addIndicator(world, plan, 'A.2', { type: 'percent', aggregation: 'mean' });
      await addIndicator(world, plan, 'A.3', { type: 'yesNo', aggregation: 'none' });
      roundId = await openedRound(world, plan);
      target = { kind: 'return', id: standing().id };
    });
    const standing = (country = 'ID') => {
      const found_ = findReturnOf(world.db, roundId, country);
      if (found_ === null) throw new Error(`no return of ${country}`);
      return found_;
    };
    const answers = () =>
      standingValues(world.db, target.id)
        .map(({ kind, value, note }) => [kind, value, note])
        .sort();
    const filled = async (typed: Typed) =>
      checked('indonesia', target, refill(await template('indonesia', target), typed));

    test('XL1 answers are written at once; zero, not available and nothing are three things', async () => {
      const file = await filled({ H4: '0', I4: 'Nobody was sent', H5: 'ไม่มีข้อมูล' });
      expect(countRows(file.run.rows)).toEqual({ new: 0, changed: 2, unchanged: 1, wrong: 0 });
      expect(answers()).toEqual([]);
      expect(accepted(await confirm('indonesia', target, file.id)).rows).toBe(2);
      expect(answers()).toEqual([
        ['notAvailable', null, ''],
        ['value', 0, 'Nobody was sent'],
      ]);
      expect(standing().state).toBe('inProgress');
    });

    test('XL1 XL16 wrong cells are named, and nothing of the file is written', async () => {
      const file = await filled({ H4: '12', H5: '450', H6: '<c r="H6"><f>A1</f><v>1</v></c>' });
      expect(found(file)).toEqual([
        ['H5', 'MO21'],
        ['H6', 'XL16'],
      ]);
      expect(ruleOf(await confirm('indonesia', target, file.id))).toBe('XL23');
      expect(answers()).toEqual([]);
      expect(found(await filled({ H4: 'n/a' }))).toEqual([['H4', 'MO25']]);
    });

    test('XL16 XL18 what could not be read is given back as what is refused again', async () => {
      const formula = '<c r="H4"><f>A1</f><v>12</v></c>';
      const file = await filled({ H4: formula, H5: '450' });
      const ask = { target, id: file.id, locale: 'en' as const };
      const back = accepted(await getSheetFindings(world.runtime, world.actor('indonesia'), ask));
      const mended = refill(back.bytes, { H5: '45' });
      expect(found(await checked('indonesia', target, mended))).toEqual([['H4', 'XL18']]);
    });

    test('MO42 remarks that are too long are named by their cell, before anything is imported', async () => {
      const file = await filled({ H4: '12', I4: 'x'.repeat(2001) });
      expect(found(file)).toEqual([['I4', 'MO42']]);
    });

    test('XL13 the file of another country or of another plan is not taken for this one', async () => {
      const theirs = await template('philippines', { kind: 'return', id: standing('PH').id });
      expect(ruleOf(await check('indonesia', target, theirs))).toBe('XL13');
      const matrix = await template('secretariat', { kind: 'activities', id: plan.planId });
      expect(ruleOf(await check('indonesia', target, matrix))).toBe('XL13');
      const own = await template('indonesia', target);
      expect(ruleOf(await check('philippines', target, own))).toBe('PO4');
      expect(ruleOf(await check('stranger', target, own))).toBe('PO1');
    });

    test('XL21 XL24 an answer that somebody entered meanwhile is told', async () => {
      const bytes = refill(await template('indonesia', target), { H4: '12' });
      const file = await checked('indonesia', target, bytes);
      const row = { indicatorId: trained, kind: 'value', value: 11, seen: '' } as const;
      accepted(
        await fillReturn(world.runtime, world.actor('indonesia'), { returnId: target.id, rows: [row] }),
      );
      expect(await confirm('indonesia', target, file.id)).toMatchObject({ rule: 'XL24', detail: { row: 4 } });
      expect(answers()).toEqual([['value', 11, '']]);
      expect(found(await checked('indonesia', target, bytes))).toEqual([['4', 'XL21']]);
    });

    test('XL1 a return that was submitted meanwhile takes no file', async () => {
      // The file is about others than what is entered meanwhile: only the state of the return is against it.
      const file = await filled({ H5: '40', H6: 'yes' });
      const { id, rev } = standing();
      const row = { indicatorId: trained, kind: 'value', value: 11, seen: '' } as const;
      accepted(
        await fillReturn(world.runtime, world.actor('indonesia'), { returnId: target.id, rows: [row] }),
      );
      const act = { returnId: id, rev: standing().rev, reason: 'The others follow' };
      expect(rev).toBeLessThan(act.rev);
      accepted(await submitReturn(world.runtime, world.actor('indonesia'), act));
      expect(ruleOf(await confirm('indonesia', target, file.id))).toBe('MO14');
      expect(answers()).toEqual([['value', 11, '']]);
    });

    test('XL26 a CSV file comes back as the same, also words that look like a formula', async () => {
      const row = {
        indicatorId: trained,
        kind: 'value',
        value: 3,
        note: '=HYPERLINK("x")',
        seen: '',
      } as const;
      accepted(
        await fillReturn(world.runtime, world.actor('indonesia'), { returnId: target.id, rows: [row] }),
      );
      const csv = await template('indonesia', target, 'csv');
      expect(new TextDecoder().decode(csv)).toContain(`"'=HYPERLINK(""x"")"`);
      const file = await checked('indonesia', target, csv);
      expect(countRows(file.run.rows)).toMatchObject({ unchanged: 3, wrong: 0 });
    });
  });
});
