import { expect, it } from 'vitest';
import { killWhileTyping } from './kills';

it('SY10 SIGKILL while people type: nothing acknowledged and nothing seen is missing, nothing is there twice', async () => {
  const { figures, findings } = await killWhileTyping({ kills: 4, documents: 3, writers: 2, seed: 1 });
  expect(findings).toEqual([]);
  expect(figures).toMatchObject({ kills: 4, clients: 9 });
  expect(figures.acknowledgements).toBeGreaterThan(100);
  expect(figures.rows).toBeGreaterThan(200);
}, 180_000);
