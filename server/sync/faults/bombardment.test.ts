import { describe, expect, it } from 'vitest';
import { bombard } from './bombardment';

describe('SY2 SY3 SY5 SY7 SY8 hostile frames leave nothing and hold nobody up', () => {
  it.each([
    ['random', 4000],
    ['mutated', 3000],
    ['structured', 1500],
  ] as const)(
    '%s: %i',
    async (kind, frames) => {
      const { figures, findings } = await bombard({ kind, frames, seed: 1 });
      expect(findings).toEqual([]);
      expect(figures.frames).toBe(frames);
      if (kind === 'mutated') expect(figures['rows of the attacker']).toBeGreaterThan(0);
    },
    60_000,
  );
});
