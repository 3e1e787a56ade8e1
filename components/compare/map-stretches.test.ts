import { describe, expect, test } from 'vitest';
import { deleted, equal, inserted, row } from './fixtures/redline';
import { mapKind, stretchesOf } from './map-stretches';

describe('the map of a document', () => {
  test('a row is what a reader would look for', () => {
    expect(mapKind(row())).toBe(null);
    expect(mapKind(row({ segments: [equal('a'), deleted('b', 'c1')] }))).toBe('wording');
    expect(mapKind(row({ structure: [{ what: 'level', from: '1', to: '2' }] }))).toBe('form');
    expect(mapKind(row({ status: 'inserted', segments: [inserted('a', 'c1')] }))).toBe('inserted');
    expect(
      ['deleted', 'moved', 'moved-away', 'split', 'merged'].map((status) =>
        mapKind(row({ status: status as 'moved' })),
      ),
    ).toEqual(['deleted', 'moved', 'moved', 'inserted', 'moved']);
  });

  test('every clause of a short text is shown; of a long one only what changed, neighbours together', () => {
    const clauses = (count: number) =>
      Array.from({ length: count }, (_, index) => ({
        top: index / count,
        bottom: (index + 1) / count,
        kind: index % 2 === 0 && index < count / 2 ? ('' as const) : ('wording' as const),
      }));
    expect(stretchesOf(clauses(10))).toHaveLength(6);
    const long = stretchesOf(clauses(1000));
    expect(long.every(({ kind }) => kind === 'wording')).toBe(true);
    expect(long.at(-1)).toMatchObject({ bottom: 1 });
    expect(long.length).toBeLessThan(300);
  });
});
