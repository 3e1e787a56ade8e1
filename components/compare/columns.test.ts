import { describe, expect, test } from 'vitest';
import type { CellRow } from '@/domain/redline/types';
import { columnPattern, placeCells } from './columns';
import { equal, tableRow } from './fixtures/redline';

function cells(sketch: string): CellRow[] {
  const STATUS = { k: 'kept', i: 'inserted', d: 'deleted' } as const;
  return [...sketch].map((letter) => ({
    status: STATUS[letter as 'k'],
    header: false,
    segments: [equal(letter)],
  }));
}

describe('columns of a table', () => {
  const kept = { ...tableRow([1, 0], []), cells: cells('kikd') };
  const gone = { ...tableRow([1, 1], []), status: 'deleted' as const, new: null, cells: cells('ddd') };
  const come = { ...tableRow([1, 2], []), status: 'inserted' as const, old: null, cells: cells('iii') };

  test('a deleted row leaves the place of new columns free, an inserted row that of deleted ones', () => {
    const pattern = columnPattern([gone, kept, come]);
    expect(pattern).toEqual(['kept', 'inserted', 'kept', 'deleted']);
    expect(placeCells(gone, pattern).map((cell) => cell !== null)).toEqual([true, false, true, true]);
    expect(placeCells(come, pattern).map((cell) => cell !== null)).toEqual([true, true, true, false]);
    expect(placeCells(kept, pattern)).toEqual(kept.cells);
  });

  test('a row that does not fit the pattern is left as it is', () => {
    const odd = { ...gone, cells: cells('dd') };
    expect(placeCells(odd, columnPattern([kept]))).toEqual(odd.cells);
    expect(placeCells(gone, [])).toEqual(gone.cells);
  });
});
