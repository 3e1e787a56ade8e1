import { describe, expect, test } from 'vitest';
import { touchesBetween } from './between';
import { shifted } from './shifted';
import { MOST_TOUCHES, Traces } from './traces';

function kindsBetween(
  traces: Traces,
  from: number,
  to: number,
  restored: { position: number; restores: number }[] = [],
) {
  const { c_1 } = touchesBetween(traces.entries(), from, to, restored);
  return (c_1?.kind ?? []).map(({ by, row }) => [by, row]);
}

function tracesOf(...touches: (readonly [row: number, by: string])[]): Traces {
  const traces = new Traces();
  for (const [row, by] of touches) traces.touch('c_1', 'kind', row, by);
  return traces;
}

describe('what is remembered of a clause', () => {
  const traces = tracesOf([3, 'ID'], [5, 'PH'], [6, 'PH'], [9, 'ID']);

  test('LE16 rows after the one text through the other, turn by turn', () => {
    expect(kindsBetween(traces, 3, 9)).toEqual([
      ['PH', 6],
      ['ID', 9],
    ]);
    expect(kindsBetween(traces, 1, 4)).toEqual([['ID', 3]]);
    expect(kindsBetween(traces, 6, 8)).toEqual([]);
  });

  test('LE16 of a turn that goes on beyond the newer text the last row is not known', () => {
    expect(kindsBetween(traces, 4, 5)).toEqual([['PH', 0]]);
  });

  test('LE6 LE17 what was done since the text that a restore brought back is left out', () => {
    const restored = [{ position: 8, restores: 4 }];
    expect(kindsBetween(traces, 2, 9, restored)).toEqual([
      ['ID', 3],
      ['ID', 9],
    ]);
    expect(kindsBetween(traces, 4, 9, restored)).toEqual([['ID', 9]]);
  });

  test('LE6 LE17 from a text that a restore did away with nobody is named through the restore', () => {
    expect(kindsBetween(traces, 5, 9, [{ position: 8, restores: 4 }])).toEqual([
      [null, 6],
      ['ID', 9],
    ]);
  });

  test('LE16 after many turns the oldest are forgotten, and somebody whom nobody knows stands for them', () => {
    const many = tracesOf(
      ...Array.from(
        { length: MOST_TOUCHES + 2 },
        (_, row) => [row + 2, row % 2 === 0 ? 'ID' : 'PH'] as const,
      ),
    );
    const seen = kindsBetween(many, 1, 100);
    expect(seen.length).toBe(MOST_TOUCHES + 1);
    expect(seen[0]).toEqual([null, 0]);
    expect(kindsBetween(many, 3, 100)).toHaveLength(MOST_TOUCHES);
  });

  test('LE16 words that went from one clause to another are remembered of both', () => {
    traces.flow('c_1', 'c_2', 7, 'TH');
    const seen = touchesBetween(traces.entries(), 6, 7, []);
    expect(seen.c_1?.words).toEqual([{ by: 'TH', row: 7, isSure: false, other: 'c_2' }]);
    expect(seen.c_2?.words).toEqual([{ by: 'TH', row: 7, isSure: false, other: 'c_1' }]);
  });
});

describe('which clauses an edit put elsewhere', () => {
  const told = (before: string, after: string) =>
    shifted([...before], [...after]).map(({ id, isSure }) => id + (isSure ? '!' : '?'));

  test.each([
    ['nothing', 'abcd', 'abcd', []],
    ['what comes and goes moves nothing', 'abcd', 'axcd', []],
    ['far down', 'abcd', 'bcda', ['a!']],
    ['far up', 'abcd', 'dabc', ['d!']],
    ['neighbours changed places', 'abcd', 'acbd', ['c?', 'b?']],
    ['two past two', 'abcd', 'cdab', ['c?', 'd?', 'a?', 'b?']],
    ['two of them apart', 'abcdef', 'bcadfe', ['a!', 'f?', 'e?']],
  ])('LE16 %s', (_what, before, after, expected) => {
    expect(told(before, after)).toEqual(expected);
  });
});
