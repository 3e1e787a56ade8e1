import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { indicatorsOf, targetsOf } from '../../db/indicators';
import { countRows } from '../../domain/sheets/dry-run';
import { getSheetFile, getSheetImport } from '../queries/sheets';
import { readWorkbook } from '../sheets/reading/read-workbook';
import { refill, type Typed } from '../sheets/testing/refill';
import { addIndicator, type MonitoredPlan, monitoredPlan, openedRound } from '../tests/monitoring';
import { accepted, ruleOf } from '../tests/outcome';
import { createWorld, type Person, type World } from '../tests/world';
import { addActivity } from './add-activity';
import { checkSheet } from './check-sheet';
import { importSheet } from './import-sheet';
import { retireIndicator, setTargets } from './indicators';
import type { SheetTarget } from './sheet-facts';

/** Columns of the file by their letters: key A, code B, title C, measures D, … aggregation R, targets from S. */
describe('indicators that go out and come back', () => {
  let world: World;
  let plan: MonitoredPlan;
  let target: SheetTarget;
  let first: string;
  beforeEach(async () => {
    world = createWorld();
    plan = await monitoredPlan(world);
    target = { kind: 'indicators', id: plan.planId };
    first = await addIndicator(world, plan, 'I.1', { unit: 'people', baseline: null });
    await addIndicator(world, plan, 'I.2', {
      type: 'scale',
      scale: ['none', 'drafted', 'in use'],
      aggregation: 'none',
      baseline: 1,
    });
    const targets = [
      { period: '2018', country: null, value: 40 },
      { period: '2019-H1', country: 'TH', value: 5 },
    ];
    accepted(
      await setTargets(world.runtime, world.actor('secretariat'), { indicatorId: first, rev: 0, targets }),
    );
  });
  afterEach(() => world.close());

  const template = async (
    person: Person = 'secretariat',
    locale: 'en' | 'th' = 'en',
    format: 'xlsx' | 'csv' = 'xlsx',
  ) => accepted(await getSheetFile(world.runtime, world.actor(person), { target, locale, format })).bytes;
  const check = (bytes: Uint8Array, person: Person = 'secretariat') =>
    checkSheet(world.runtime, world.actor(person), { target, locale: 'en', fileName: 'i.xlsx', bytes });
  const checked = async (bytes: Uint8Array) => {
    accepted(await check(bytes));
    const page = accepted(
      getSheetImport(world.runtime, world.actor('secretariat'), { target, locale: 'en' }),
    );
    if (page.waiting === null) throw new Error('no file waits');
    return page.waiting;
  };
  const edited = async (typed: Typed) => checked(refill(await template(), typed));
  const confirm = (id: string) =>
    importSheet(world.runtime, world.actor('secretariat'), { target, locale: 'en', id });
  const found = ({ run }: Awaited<ReturnType<typeof checked>>) =>
    run.findings.map(({ address, refusal }) => [address, refusal.rule]);
  const lettersOf = async () => {
    const rows = accepted(readWorkbook(await template())).sheets[1]?.rows ?? [];
    const head = rows.find(({ cells }) => cells.get(1)?.words.startsWith('Code'));
    return new Map(
      [...(head?.cells ?? [])].map(([place, cell]) => [
        cell.words.replace(/ \*$/, ''),
        String.fromCharCode(65 + place),
      ]),
    );
  };
  const aims = (indicatorId: string) =>
    targetsOf(world.db, [indicatorId]).map(({ period, country, value }) => [period, country, value]);
  const codes = () => indicatorsOf(world.db, plan.planId).map(({ code, title, rev }) => [code, title, rev]);

  test('XL25 what went out comes back as no change, in both languages and as CSV', async () => {
    for (const bytes of [await template(), await template('secretariat', 'th')]) {
      const same = await checked(bytes);
      expect(found(same)).toEqual([]);
      expect(countRows(same.run.rows)).toEqual({ new: 0, changed: 0, unchanged: 2, wrong: 0 });
      expect(ruleOf(await confirm(same.id))).toBe('XL25');
    }
    const csv = await checked(await template('secretariat', 'en', 'csv'));
    expect(countRows(csv.run.rows)).toMatchObject({ unchanged: 2 });
  });

  test('XL1 XL19 MO11 sheets, targets set and not set, and a new indicator are written at once', async () => {
    const at = await lettersOf();
    const letter = (name: string) => at.get(name) ?? '?';
    const file = await edited({
      C3: 'Officials trained',
      [`${letter('Baseline')}3`]: '๑๐',
      [`${letter('Target 2018')}3`]: '',
      [`${letter('Target 2019')}3`]: '60',
      [`${letter('Target 2019')}4`]: 'in use',
      B5: 'I.3',
      C5: 'Standards adopted',
      D5: 'a',
      [`${letter('Type')}5`]: 'a feeling',
    });
    // An unknown word for a choice is said with its cell; nothing of the file is written.
    expect(found(file)).toEqual([[`${letter('Type')}5`, 'XL29']]);
    expect(ruleOf(await confirm(file.id))).toBe('XL23');
    const mended = await edited({
      C3: 'Officials trained',
      [`${letter('Baseline')}3`]: '๑๐',
      [`${letter('Target 2018')}3`]: '',
      [`${letter('Target 2019')}3`]: '60',
      [`${letter('Target 2019')}4`]: 'in use',
      B5: 'I.3',
      C5: 'Standards adopted',
      D5: 'a',
      [`${letter('Target 2020')}5`]: '0',
    });
    expect(found(mended)).toEqual([]);
    expect(countRows(mended.run.rows)).toEqual({ new: 1, changed: 2, unchanged: 0, wrong: 0 });
    expect(mended.run.rows[0]?.changes).toEqual([
      { column: 'title', before: 'Indicator I.1', after: 'Officials trained' },
      { column: 'baseline', before: '', after: '10' },
      { column: 'target:2018:', before: '40', after: '' },
      { column: 'target:2019:', before: '', after: '60' },
    ]);
    expect(codes()).toEqual([
      ['I.1', 'Indicator I.1', 1],
      ['I.2', 'Indicator I.2', 0],
    ]);
    expect(accepted(await confirm(mended.id)).rows).toBe(3);
    expect(codes()).toEqual([
      ['I.1', 'Officials trained', 2],
      ['I.2', 'Indicator I.2', 1],
      ['I.3', 'Standards adopted', 0],
    ]);
    // Columns of one country, and what the file does not touch, stay; zero is a target and not "not set".
    expect(aims(first)).toEqual([
      ['2019', null, 60],
      ['2019-H1', 'TH', 5],
    ]);
    const [, second, third] = indicatorsOf(world.db, plan.planId);
    expect(aims(second?.id ?? '')).toEqual([['2019', null, 3]]);
    expect(aims(third?.id ?? '')).toEqual([['2020', null, 0]]);
    expect(third).toMatchObject({ resultId: plan.areaId, activityId: null, type: 'number' });
  });

  test('XL1 XL16 MO2 MO3 MO5 MO13 XL28 each thing that is wrong has the address of its cell', async () => {
    const at = await lettersOf();
    const letter = (name: string) => at.get(name) ?? '?';
    const file = await edited({
      C3: '<c r="C3"><f>1+1</f><v>2</v></c>',
      D4: 'Nowhere',
      [`${letter('Baseline')}4`]: '9',
      B5: 'I.5',
      C5: 'x'.repeat(301),
      D5: 'A',
      B6: 'i.2',
      C6: 'Doubled',
      D6: 'A',
      B7: 'I.7',
      C7: 'Falls',
      D7: 'A',
      [`${letter('Baseline')}7`]: '50',
      [`${letter('Target 2019')}7`]: '40',
      B8: 'I.8',
      C8: 'Soon',
      D8: 'A',
      [`${letter('Target 2019')}8`]: 'many',
    });
    expect(found(file)).toEqual([
      ['C3', 'XL16'],
      ['D4', 'MO3'],
      ['C5', 'XL28'],
      ['B6', 'XL20'],
      [`${letter('Target 2019')}7`, 'MO13'],
      [`${letter('Target 2019')}8`, 'MO20'],
    ]);
    expect(ruleOf(await confirm(file.id))).toBe('XL23');
    const step = await edited({ [`${letter('Baseline')}4`]: '9' });
    expect(found(step)).toEqual([[`${letter('Baseline')}4`, 'MO5']]);
  });

  test('MO2 the code of a retired indicator is taken for good', async () => {
    accepted(
      await retireIndicator(world.runtime, world.actor('secretariat'), { indicatorId: first, rev: 1 }),
    );
    const file = await edited({ B4: 'i.1', C4: 'Another', D4: 'A' });
    expect(found(file)).toEqual([['B4', 'MO2']]);
  });

  test.each(['xlsx', 'csv'] as const)('XL25 a step of a scale may hold a semicolon: %s', async (format) => {
    const scale = ['none; nowhere', 'drafted', 'in use'];
    await addIndicator(world, plan, 'I.3', { type: 'scale', scale, aggregation: 'none', baseline: 1 });
    const same = await checked(await template('secretariat', 'en', format));
    expect(found(same)).toEqual([]);
    expect(countRows(same.run.rows)).toEqual({ new: 0, changed: 0, unchanged: 3, wrong: 0 });
    const file = await edited({ C5: 'Renamed' });
    accepted(await confirm(file.id));
    expect(indicatorsOf(world.db, plan.planId)[2]).toMatchObject({ title: 'Renamed', scale });
  });

  test('MO7 what a running round asks for keeps what gives its figures their meaning', async () => {
    await openedRound(world, plan);
    const at = await lettersOf();
    const file = await edited({ [`${at.get('Unit')}3`]: 'officials', C4: 'Another name' });
    expect(found(file)).toEqual([[`${at.get('Type')}3`, 'MO7']]);
  });

  test('XL21 XL24 what somebody changed meanwhile is not written over unseen, before the check or after', async () => {
    const bytes = refill(await template(), { C3: 'Mine', C4: 'Mine, too' });
    const file = await checked(bytes);
    const targets = [{ period: '2018', country: null, value: 41 }];
    accepted(
      await setTargets(world.runtime, world.actor('secretariat'), { indicatorId: first, rev: 1, targets }),
    );
    expect(await confirm(file.id)).toMatchObject({ rule: 'XL24', detail: { row: 3 } });
    expect(codes().map(([, title]) => title)).toEqual(['Indicator I.1', 'Indicator I.2']);
    expect(found(await checked(bytes))).toEqual([['3', 'XL21']]);
  });

  test('XL19 XL24 one that was retired meanwhile is not known again', async () => {
    const bytes = refill(await template(), { C3: 'Mine' });
    const file = await checked(bytes);
    accepted(
      await retireIndicator(world.runtime, world.actor('secretariat'), { indicatorId: first, rev: 1 }),
    );
    expect(ruleOf(await confirm(file.id))).toBe('XL24');
    expect(found(await checked(bytes))).toEqual([['A3', 'XL19']]);
  });

  test('XL13 PO1 PO4 the file of the matrix, and people who may not', async () => {
    const cells = { resultId: plan.areaId, code: 'A.1', title: 'One' };
    accepted(await addActivity(world.runtime, world.actor('secretariat'), { planId: plan.planId, cells }));
    const matrix = {
      target: { kind: 'activities', id: plan.planId } as const,
      locale: 'en',
      format: 'xlsx',
    } as const;
    const { bytes } = accepted(await getSheetFile(world.runtime, world.actor('secretariat'), matrix));
    expect(ruleOf(await check(bytes))).toBe('XL13');
    expect(ruleOf(await check(await template(), 'indonesia'))).toBe('PO4');
    expect(ruleOf(await check(await template(), 'stranger'))).toBe('PO1');
  });
});
