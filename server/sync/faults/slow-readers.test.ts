import { expect, it } from 'vitest';
import { writeToSlowReaders } from './slow-readers';

it('SY12 readers that stop reading are closed as too slow, and the memory held for them is bounded', async () => {
  const { figures, findings } = await writeToSlowReaders({ readers: 4 });
  expect(findings).toEqual([]);
  expect(figures.readers).toBe(4);
}, 60_000);
