import { expect, it } from 'vitest';
import { fillDiskWhileTyping, mayMount } from './full-disk';
import { lockWhileTyping } from './locked-database';

it('SY9 the database is locked while people type: nothing is acknowledged meanwhile, and everything is there afterwards', async () => {
  const { figures, findings } = await lockWhileTyping({ lockedMs: 600, patienceMs: 30, seed: 1 });
  expect(findings).toEqual([]);
  expect(figures['refused meanwhile']).toBeGreaterThan(3);
}, 60_000);

it.runIf(mayMount())(
  'SY9 a file system fills up while people type and is given room again',
  async () => {
    const { figures, findings } = await fillDiskWhileTyping({ megabytes: 3, seed: 1 });
    expect(findings).toEqual([]);
    expect(figures.refusals).toBeGreaterThan(0);
  },
  60_000,
);
