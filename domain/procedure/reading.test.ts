import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { afterReading, lastReadBefore, type Reading } from './reading';

const at = (minutes: number) => new Date(Date.UTC(2019, 3, 22) + minutes * 60_000).toISOString();

function reading(...steps: readonly (readonly [minutes: number, position: number])[]): Reading | null {
  return steps.reduce<Reading | null>(
    (known, [minutes, position]) => afterReading(known, position, at(minutes)) ?? known,
    null,
  );
}

describe('what a person last read', () => {
  test('VE9 reading the same again or something older is nothing new', () => {
    const known = reading([0, 7]);
    if (known === null) throw new Error('nothing was read');
    expect(afterReading(known, 7, at(600))).toBeNull();
    expect(afterReading(known, 3, at(600))).toBeNull();
  });

  test('VE10 what is new within a visit does not shift what the visit before ended with', () => {
    const known = reading([0, 3], [1440, 10], [1500, 12], [1560, 20]);
    expect(known).toEqual({
      last: { position: 20, at: at(1560) },
      earlier: { position: 3, at: at(0) },
    });
    if (known === null) return;
    expect(lastReadBefore(known, at(1600))?.position).toBe(3);
    expect(lastReadBefore(known, at(1560 + 120))?.position).toBe(20);
  });

  test('VE10 the first visit has none before it', () => {
    const known = reading([0, 3], [60, 5]);
    expect(known?.earlier).toBeNull();
    expect(known === null ? undefined : lastReadBefore(known, at(61))).toBeNull();
  });

  test('VE9 VE10 positions only grow, and a reading is written only where something new was read', () => {
    const steps = fc.array(fc.tuple(fc.nat({ max: 600 }), fc.integer({ min: 1, max: 12 })), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(steps, (visits) => {
        let known: Reading | null = null;
        let minute = 0;
        for (const [pause, position] of visits) {
          minute += pause;
          const next: Reading | null = afterReading(known, position, at(minute));
          expect(next === null).toBe(known !== null && position <= known.last.position);
          known = next ?? known;
          if (known?.earlier) expect(known.earlier.position).toBeLessThan(known.last.position);
        }
      }),
      { seed: 20190422 },
    );
  });
});
