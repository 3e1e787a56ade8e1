import { expect, test } from 'vitest';
import type { FieldContext } from '@/domain/plan/fields';
import { REPORTED_FIELDS } from '@/domain/plan/rights';
import { activity } from '@/domain/plan/testing/rows';
import { type Ground, planBlock } from './plan-block';

const ROWS = [activity('A.1', { leads: ['TH'], rev: 4 }), activity('A.2')];
const CONTEXT: FieldContext = {
  results: [{ id: 'A', code: 'A' }],
  countries: [
    { code: 'TH', names: ['Thailand'] },
    { code: 'ID', names: ['Indonesia'] },
  ],
  statuses: [{ status: 'delayed', names: ['Delayed'] }],
  predecessors: [],
};
const GROUND: Ground = {
  columns: ['code', 'title', 'leads', 'plannedFrom', 'status', 'statusReason'],
  rows: ROWS,
  facts: {
    results: CONTEXT.results,
    activities: ROWS,
    members: new Set(['TH', 'ID']),
    predecessors: new Set(),
  },
  context: CONTEXT,
  open: () => ['code', 'title', 'leads', 'plannedFrom', 'status', 'statusReason'],
  adds: true,
};
const said = (plan: ReturnType<typeof planBlock>) =>
  plan.problems.map(({ line, field, refusal }) => [line, field, refusal?.rule]);

test('a block becomes the cells that differ, with what was seen in them', () => {
  const plan = planBlock(
    [
      ['Thailand', '2019-03'],
      ['Indonesia', ''],
    ],
    { top: 0, left: 2 },
    GROUND,
  );
  expect(plan.problems).toEqual([]);
  expect(plan.edits).toEqual([
    { activityId: 'A.1', cells: { plannedFrom: '2019-03' }, seen: { plannedFrom: null } },
    { activityId: 'A.2', cells: { leads: ['ID'] }, seen: { leads: [] } },
  ]);
});

test('PL5 PL9 what cannot be read is named by row and column, all of it', () => {
  const plan = planBlock(
    [
      ['Thailand', '2019-13'],
      ['Atlantis', '2019-03'],
    ],
    { top: 0, left: 2 },
    GROUND,
  );
  expect(said(plan)).toEqual([
    [1, 'plannedFrom', 'PL5'],
    [2, 'leads', 'PL9'],
  ]);
});

test('PL8 what the cells of a row say to each other is found in the dry run', () => {
  const plan = planBlock([['delayed', '']], { top: 1, left: 4 }, GROUND);
  expect(said(plan)).toEqual([[1, 'statusReason', 'PL8']]);
});

test('rows below the last are new, of the result of the row above; without their title they are refused (PL4)', () => {
  const plan = planBlock([['A.2'], ['A.3', 'New'], ['A.4']], { top: 1, left: 0 }, GROUND);
  expect(plan.added.map(({ cells }) => cells)).toEqual([
    { code: 'A.3', title: 'New', resultId: 'A' },
    { code: 'A.4', resultId: 'A' },
  ]);
  expect(said(plan)).toEqual([[3, 'title', 'PL4']]);
});

test('PL16 cells that are not one’s own to change are refused by name', () => {
  const plan = planBlock(
    [['Other words', 'Indonesia']],
    { top: 0, left: 1 },
    {
      ...GROUND,
      open: () => REPORTED_FIELDS,
      adds: false,
    },
  );
  expect(said(plan)).toEqual([
    [1, 'title', 'PL16'],
    [1, 'leads', 'PL16'],
  ]);
});

test('PL32 what reaches past the last column is refused, not dropped', () => {
  const plan = planBlock([['Delayed', 'why', 'more']], { top: 0, left: 4 }, GROUND);
  expect(said(plan)).toEqual([[1, null, 'PL32']]);
});
