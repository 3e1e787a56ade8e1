import { expect, test } from 'vitest';
import { ascendingIds, newId } from './ids';

test('ids of one batch ascend, are like any other, and no two batches share one', () => {
  const [one, other] = [ascendingIds('act'), ascendingIds('act')];
  const ids = Array.from({ length: 3000 }, one);
  expect(ids).toEqual([...ids].sort());
  expect(ids.every((id) => id.length === newId('act').length)).toBe(true);
  expect(new Set([...ids, ...Array.from({ length: 3000 }, other)]).size).toBe(6000);
});
