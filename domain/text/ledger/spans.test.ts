import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Spans } from './spans';

/** Values that count on: a span of value 7 and length 3 reads 7, 8, 9. */
function counting(): Spans<number> {
  return new Spans({ advance: (value, by) => value + by, continues: (a, length, b) => a + length === b });
}

describe('spans', () => {
  test('LE2 whatever is painted, every character has the value it was painted last', () => {
    const painting = fc.record({
      client: fc.integer({ min: 1, max: 2 }),
      clock: fc.integer({ min: 0, max: 40 }),
      length: fc.integer({ min: 1, max: 12 }),
      value: fc.integer({ min: 0, max: 50 }),
    });
    fc.assert(
      fc.property(fc.array(painting, { maxLength: 40 }), (paintings) => {
        const spans = counting();
        const plain = new Map<string, number>();
        for (const { client, clock, length, value } of paintings) {
          spans.paint(client, clock, length, value);
          for (let at = 0; at < length; at += 1) plain.set(`${client} ${clock + at}`, value + at);
        }
        for (const client of [1, 2]) {
          const read = new Map<number, number>();
          for (const span of spans.read(client, 0, 60)) {
            for (let at = 0; at < span.length; at += 1) read.set(span.clock + at, span.value + at);
          }
          for (let clock = 0; clock < 60; clock += 1) {
            expect(read.get(clock)).toBe(plain.get(`${client} ${clock}`));
          }
        }
        for (const [, list] of spans.entries()) {
          list.forEach((span, index) => {
            const next = list[index + 1];
            if (next === undefined) return;
            expect(next.clock).toBeGreaterThanOrEqual(span.clock + span.length);
            const joins = next.clock === span.clock + span.length && span.value + span.length === next.value;
            expect(joins).toBe(false);
          });
        }
      }),
      { seed: 20190424, numRuns: 300 },
    );
  });

  test('LE2 a part of a span reads as that part', () => {
    const spans = counting();
    spans.paint(1, 10, 10, 100);
    expect(spans.read(1, 13, 4)).toEqual([{ clock: 13, length: 4, value: 103 }]);
    expect(spans.read(1, 5, 6)).toEqual([{ clock: 10, length: 1, value: 100 }]);
    expect(spans.read(2, 0, 50)).toEqual([]);
  });
});
