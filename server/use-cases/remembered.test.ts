import { expect, test, vi } from 'vitest';
import { createMemory } from './remembered';

test('two who ask at once wait for one answer, and later ones get it again', async () => {
  const remembered = createMemory<number>(2);
  const make = vi.fn(async () => 7);
  expect(await Promise.all([remembered('a', make), remembered('a', make)])).toEqual([7, 7]);
  expect(await remembered('a', make)).toBe(7);
  expect(make).toHaveBeenCalledTimes(1);
});

test('the longest unused is forgotten', async () => {
  const remembered = createMemory<string>(2);
  const make = vi.fn(async () => 'made');
  for (const key of ['a', 'b', 'a', 'c']) await remembered(key, make);
  expect(make).toHaveBeenCalledTimes(3);
  await remembered('a', make);
  expect(make).toHaveBeenCalledTimes(3);
  await remembered('b', make);
  expect(make).toHaveBeenCalledTimes(4);
});

test('a failure is told to those who waited and not kept', async () => {
  const remembered = createMemory<string>(2);
  await expect(remembered('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await remembered('a', async () => 'yes')).toBe('yes');
});
