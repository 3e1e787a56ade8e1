import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Candidate, heaviestChain } from './chains';
import { commonSequence } from './myers';
import { Random } from './testing/random';

/** The textbook table: quadratic, and plainly right. */
function longestLength(a: readonly number[], b: readonly number[]): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const left of a) {
    const next = [0];
    b.forEach((right, j) => {
      next.push(left === right ? (row[j] ?? 0) + 1 : Math.max(row[j + 1] ?? 0, next[j] ?? 0));
    });
    row = next;
  }
  return row[b.length] ?? 0;
}

function matchesOf(a: readonly number[], b: readonly number[]): [number, number][] {
  return [...commonSequence(Int32Array.from(a), Int32Array.from(b)).entries()].filter(
    ([, place]) => place >= 0,
  );
}

function isCommonSequence(
  a: readonly number[],
  b: readonly number[],
  matches: readonly [number, number][],
): boolean {
  return matches.every(
    ([i, j], index) => a[i] === b[j] && (index === 0 || j > (matches[index - 1]?.[1] ?? Infinity)),
  );
}

describe('RL20 the common sequence of two token lists', () => {
  test('RL20 it is a longest one', () => {
    const tokens = fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 60 });
    fc.assert(
      fc.property(tokens, tokens, (a, b) => {
        const matches = matchesOf(a, b);
        expect(isCommonSequence(a, b, matches)).toBe(true);
        expect(matches.length).toBe(longestLength(a, b));
      }),
      { numRuns: 2000, seed: 20190422 },
    );
  });

  test('RL20 long lists of few kinds of tokens, different all over, give one too', () => {
    const sides = fc.tuple(
      fc.integer({ min: 1500, max: 5000 }),
      fc.integer({ min: 1500, max: 5000 }),
      fc.integer({ min: 20, max: 800 }),
      fc.integer(),
    );
    fc.assert(
      fc.property(sides, ([n, m, kinds, seed]) => {
        const random = new Random(seed);
        const list = (length: number) => Array.from({ length }, () => random.below(kinds));
        const [a, b] = [list(n), list(m)];
        const matches = matchesOf(a, b);
        expect(isCommonSequence(a, b, matches)).toBe(true);
        expect(matches.length).toBeGreaterThan(0);
      }),
      { numRuns: 60, seed: 20261128 },
    );
  });

  test('RL20 anchors within anchors, each dividing off a little, end', () => {
    const [a, b]: [number[], number[]] = [[], []];
    for (let step = 1; step < 20_000; step += 1) {
      a.push(step + 1, step);
      b.push(0, step + 1, step);
    }
    expect(isCommonSequence(a, b, matchesOf(a, b))).toBe(true);
    const [c, d]: [number[], number[]] = [[], []];
    for (let step = 1; step < 20_000; step += 1) {
      c.push(2 * step, 2 * step - 1);
      d.push(2 * step - 1, 0, 2 * step);
    }
    expect(isCommonSequence(c, d, matchesOf(c, d))).toBe(true);
  });

  test('RL20 very long and very different lists still give a common sequence, close to the longest', () => {
    const a = Array.from({ length: 2500 }, (_, index) => (index * 7919) % 40);
    const b = Array.from({ length: 2400 }, (_, index) => (index * 104729 + (index >> 3)) % 40);
    const matches = matchesOf(a, b);
    expect(isCommonSequence(a, b, matches)).toBe(true);
    expect(matches.length).toBeGreaterThan(0.85 * longestLength(a, b));
  });
});

describe('RL20 the heaviest chain', () => {
  test('RL20 no other chain is heavier', () => {
    const candidate = fc.record({
      old: fc.integer({ min: 0, max: 7 }),
      new: fc.integer({ min: 0, max: 7 }),
      weight: fc.integer({ min: 1, max: 9 }),
    });
    fc.assert(
      fc.property(fc.array(candidate, { maxLength: 9 }), (candidates) => {
        const chain = heaviestChain(candidates);
        expect(isChain(chain)).toBe(true);
        let heaviest = 0;
        for (let set = 0; set < 1 << candidates.length; set += 1) {
          const chosen = candidates
            .filter((_, index) => (set & (1 << index)) !== 0)
            .sort((x, y) => x.old - y.old);
          if (isChain(chosen)) heaviest = Math.max(heaviest, weightOf(chosen));
        }
        expect(weightOf(chain)).toBe(heaviest);
      }),
      { numRuns: 300, seed: 20190422 },
    );
  });
});

function isChain(chain: readonly Candidate[]): boolean {
  return chain.every((candidate, index) => {
    const before = chain[index - 1];
    return before === undefined || (before.old < candidate.old && before.new < candidate.new);
  });
}

function weightOf(chain: readonly Candidate[]): number {
  return chain.reduce((sum, candidate) => sum + candidate.weight, 0);
}
