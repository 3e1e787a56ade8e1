import { describe, expect, test } from 'vitest';
import { rollupByArea, rollupByLead, rollupByYear } from './rollups';
import { activity, result } from './testing/rows';

const RESULTS = [result('B', null, { position: 2 }), result('A'), result('A1', 'A')];
const ROWS = [
  activity('1', {
    resultId: 'A1',
    leads: ['TH', 'ID'],
    status: 'completed',
    plannedFrom: '2018-11',
    plannedTo: '2019-02',
  }),
  activity('2', {
    resultId: 'A',
    leads: ['ID'],
    status: 'ongoing',
    plannedFrom: '2019-01',
    plannedTo: '2019-03',
  }),
  activity('3', { resultId: 'B', status: 'ongoing' }),
];
const told = (rollups: readonly { key: unknown; all: number; counts: Readonly<Record<string, number>> }[]) =>
  rollups.map(({ key, all, counts }) => [key, all, counts.completed, counts.ongoing]);

describe('PL30 roll-ups count activities by status', () => {
  test('by area, whatever level they hang on, in the order of the matrix', () => {
    expect(told(rollupByArea(RESULTS, ROWS))).toEqual([
      ['A', 2, 1, 1],
      ['B', 1, 0, 1],
    ]);
  });

  test('by lead in the order of the table: one with two leads counts for both, one without for nobody', () => {
    expect(told(rollupByLead(['ID', 'PH', 'TH'], ROWS))).toEqual([
      ['ID', 2, 1, 1],
      ['TH', 1, 1, 0],
      [null, 1, 0, 1],
    ]);
  });

  test('by year: in each in which they run', () => {
    expect(told(rollupByYear(ROWS))).toEqual([
      [2018, 1, 1, 0],
      [2019, 2, 1, 1],
      [null, 1, 0, 1],
    ]);
  });
});
