import { expect, test } from 'vitest';
import { activity, result } from '@/domain/plan/testing/rows';
import { readView } from '@/domain/plan/view';
import { shownRows } from './shown-rows';

const results = [result('A')];
const shown = (group: string, status: 'planned' | 'completed') =>
  shownRows(
    {
      results,
      activities: [
        activity('A.1', { resultId: 'A', leads: ['ID', 'TH'] }),
        activity('A.2', { resultId: 'A', leads: ['TH'], status }),
      ],
    },
    readView({ group }),
    ['ID', 'TH'],
    new Set(),
  );
const keyOf = (group: string, status: 'planned' | 'completed') =>
  shown(group, status).find((row) => row.activity.code === 'A.2')?.key;

test('a row that comes to stand under another heading stays the row that one writes in', () => {
  expect(keyOf('status', 'planned')).toBe(keyOf('status', 'completed'));
  expect(shown('status', 'planned')).not.toEqual(shown('status', 'completed'));
});

test('an activity under two headings is two rows', () => {
  const keys = shown('lead', 'planned').map(({ key }) => key);
  expect([keys.length, new Set(keys).size]).toEqual([3, 3]);
});
