import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findReturnOf } from '../../db/rounds';
import { readWorkbook } from '../sheets/reading/read-workbook';
import { addIndicator, type MonitoredPlan, monitoredPlan, openedRound } from '../tests/monitoring';
import { accepted, ruleOf } from '../tests/outcome';
import { createWorld, type Person, type World } from '../tests/world';
import { addActivity } from '../use-cases/add-activity';
import { fillReturn } from '../use-cases/fill-return';
import { type Export, getExport } from './sheet-exports';

describe('files that only go out', () => {
  let world: World;
  let plan: MonitoredPlan;
  let trained: string;
  beforeEach(async () => {
    world = createWorld();
    plan = await monitoredPlan(world);
    trained = await addIndicator(world, plan, 'A.1', { unit: 'persons' });
    const cells = { resultId: plan.areaId, code: 'A.1.1', title: '=Training', leads: ['ID'] };
    accepted(await addActivity(world.runtime, world.actor('secretariat'), { planId: plan.planId, cells }));
  });
  afterEach(() => world.close());

  const taken = (person: Person, what: Export, id = plan.planId, locale: 'en' | 'th' = 'en') =>
    getExport(world.runtime, world.actor(person), { what, id, locale });
  const rowsOf = async (person: Person, what: Export, id = plan.planId) => {
    const sheets = accepted(readWorkbook(accepted(await taken(person, what, id)).bytes)).sheets;
    return sheets.at(-1)?.rows.map(({ cells }) => [...cells.values()].map(({ words }) => words)) ?? [];
  };

  test('XL26 Tool 1 says how far each activity is, in words that are never formulas', async () => {
    const rows = await rowsOf('reviewer', 'tool1');
    expect(rows[1]?.[0]).toMatch(/^Tool 1: implementation status/);
    expect(rows.at(-1)).toEqual(['A Workforce competencies', 'A.1.1', '=Training', 'Indonesia', 'Planned']);
  });

  test('Tool 2 is made in Thai, too; indicators have their milestones; a stranger is told of no plan (PO1)', async () => {
    expect(accepted(await taken('chair', 'tool2', plan.planId, 'th')).fileName).toBe('tool2.xlsx');
    expect((await rowsOf('chair', 'indicators')).at(-1)).toEqual(
      expect.arrayContaining(['A.1', 'persons', 'Sum']),
    );
    for (const what of ['matrix', 'indicators', 'tool1', 'tool2'] as const) {
      expect(ruleOf(await taken('stranger', what))).toBe('PO1');
    }
  });

  test('MO26 the returns of a round hold what the reader may see: not what a delegation has not submitted', async () => {
    const roundId = await openedRound(world, plan);
    const returnId = findReturnOf(world.db, roundId, 'ID')?.id ?? '';
    const row = { indicatorId: trained, kind: 'value', value: 12, seen: '' } as const;
    accepted(await fillReturn(world.runtime, world.actor('indonesia'), { returnId, rows: [row] }));
    const said = async (person: Person) => (await rowsOf(person, 'returns', roundId)).slice(3);
    expect(await said('indonesia')).toEqual([['Indonesia', 'A.1', 'Indicator A.1', 'persons', '12']]);
    expect(await said('secretariat')).toEqual([]);
    expect(await said('chair')).not.toContainEqual(expect.arrayContaining(['Indonesia']));
  });
});
