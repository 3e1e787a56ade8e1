import { expect, it } from 'vitest';
import { typeThroughBadNetwork } from './network';

it('SY10 SY12 stock clients type through a line that is cut, reset, frozen, slow and late, and converge', async () => {
  const { figures, findings } = await typeThroughBadNetwork({ faults: 10, seed: 1 });
  expect(findings).toEqual([]);
  expect(figures).toMatchObject({ cut: 2, reset: 2, frozen: 2, slow: 2, delay: 2, 'found dead by ping': 2 });
  expect(figures.rows).toBeGreaterThan(60);
}, 120_000);
