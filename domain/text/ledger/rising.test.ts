import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longestRising, risingLengths } from './rising';

describe('the longest run that rises', () => {
  it('leaves out as few as can be', () => {
    expect([...longestRising([])]).toEqual([]);
    expect([...longestRising([2, 0, 1, 3])].sort()).toEqual([1, 2, 3]);
    expect(longestRising([3, 2, 1]).size).toBe(1);
    expect(risingLengths([2, 0, 1, 3, 3])).toEqual([1, 1, 2, 3, 3]);
  });

  it('rises, and no run of the same numbers is longer', () => {
    const few = fc.array(fc.nat(9), { maxLength: 9 });
    fc.assert(
      fc.property(few, (numbers) => {
        const found = [...longestRising(numbers)].sort((a, b) => a - b).map((index) => numbers[index] ?? 0);
        expect(rises(found)).toBe(true);
        const subsets = Array.from({ length: 2 ** numbers.length }, (_, bits) =>
          numbers.filter((_number, index) => ((bits >> index) & 1) === 1),
        );
        expect(found.length).toBe(Math.max(...subsets.filter(rises).map(({ length }) => length)));
      }),
    );
  });
});

function rises(numbers: readonly number[]): boolean {
  return numbers.every((number, index) => index === 0 || number > (numbers[index - 1] ?? 0));
}
