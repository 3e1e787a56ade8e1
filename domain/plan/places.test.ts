import { describe, expect, test } from 'vitest';
import { placedBefore, placesOnReturn, stepOf } from './places';

const rows = [
  { id: 'a', position: 2 },
  { id: 'b', position: 5 },
  { id: 'c', position: 9 },
];
const placed = (id: string, before: string | null) =>
  placedBefore(rows, id, before)?.map((row) => `${row.id}${row.position}`);

describe('places among siblings', () => {
  test('the positions stay, their holders change', () => {
    expect(placed('c', 'a')).toEqual(['c2', 'a5', 'b9']);
    expect(placed('a', null)).toEqual(['b2', 'c5', 'a9']);
    expect(placed('b', 'b')).toBeUndefined();
  });

  test('rows that came to share a position get their own when one is moved', () => {
    const shared = [rows[0], { id: 'b', position: 2 }, { id: 'c', position: 3 }].flatMap((row) => row ?? []);
    expect(placedBefore(shared, 'b', 'a')).toEqual([
      { id: 'b', position: 2 },
      { id: 'a', position: 3 },
      { id: 'c', position: 4 },
    ]);
  });

  test('PL25 what is no sibling has no place', () => {
    expect(placedBefore(rows, 'x', null)).toBeNull();
    expect(placedBefore(rows, 'a', 'x')).toBeNull();
  });

  test('one step up or down, and none at the ends', () => {
    expect(stepOf(rows, 'b', 'up')).toBe('a');
    expect(stepOf(rows, 'a', 'up')).toBeUndefined();
    expect(stepOf(rows, 'a', 'down')).toBe('c');
    expect(stepOf(rows, 'b', 'down')).toBeNull();
    expect(stepOf(rows, 'c', 'down')).toBeUndefined();
    expect(stepOf(rows, 'x', 'down')).toBeUndefined();
  });

  test('what comes back has its place, unless another has it: then one behind all', () => {
    const back = [
      { id: 'z', position: 9 },
      { id: 'y', position: 7 },
      { id: 'x', position: 5 },
    ];
    expect([...placesOnReturn(back, rows)]).toEqual([
      ['x', 10],
      ['y', 7],
      ['z', 11],
    ]);
  });
});
