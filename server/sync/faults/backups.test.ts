import { expect, it } from 'vitest';
import { backUpWhileTyping } from './backups';

it('SY6 online backups while people type: each is sound and holds a prefix of history', async () => {
  const { figures, findings } = await backUpWhileTyping({ backups: 5, everyMs: 80, seed: 1 });
  expect(findings).toEqual([]);
  expect(figures.rows).toBeGreaterThan(40);
}, 60_000);
