import { describe, expect, test } from 'vitest';
import { CHANGE_GROUPS } from './changes';
import {
  type ChangeFilter,
  countChoices,
  EVERYTHING,
  isEverything,
  passesFilter,
  readFilter,
  withFilter,
} from './filter';

const CHANGES = [
  { number: 1, group: 'wording', authors: ['TH'] },
  { number: 2, group: 'wording', authors: ['TH', ''] },
  { number: 3, group: 'table', authors: ['ID'] },
  { number: 4, group: 'moved', authors: [] },
] as const;

function shown(filter: ChangeFilter): number[] {
  return CHANGES.filter((change) => passesFilter(change, filter)).map(({ number }) => number);
}

describe('the filter of changes', () => {
  test('kinds and delegations are several at once; no delegation chosen means everybody, known or not', () => {
    expect(shown(EVERYTHING)).toEqual([1, 2, 3, 4]);
    expect(shown({ groups: ['wording', 'moved'], authors: [] })).toEqual([1, 2, 4]);
    expect(shown({ ...EVERYTHING, authors: ['ID', ''] })).toEqual([2, 3]);
    expect(shown({ groups: ['moved'], authors: ['TH'] })).toEqual([]);
    expect(shown({ groups: [], authors: [] })).toEqual([]);
  });

  test('each choice is counted as it would be with the choices of the other sort', () => {
    const counts = countChoices(CHANGES, { groups: ['wording', 'moved'], authors: ['TH'] });
    expect(counts.groups).toEqual({ wording: 2, moved: 0, clauses: 0, form: 0, table: 0 });
    expect([...counts.authors]).toEqual([
      ['TH', 2],
      ['', 1],
      ['ID', 0],
    ]);
  });

  test('an address carries the filter and gives it back, and says nothing of everything', () => {
    const href = '/documents/d/compare?from=1&to=now#change-12';
    for (const filter of [
      EVERYTHING,
      { groups: [], authors: [] },
      { groups: ['wording', 'table'], authors: ['TH', ''] },
      { groups: CHANGE_GROUPS, authors: ['ID'] },
    ] satisfies ChangeFilter[]) {
      const url = new URL(withFilter(href, filter), 'http://localhost');
      expect(readFilter({ show: url.searchParams.get('show'), by: url.searchParams.get('by') })).toEqual(
        filter,
      );
      expect(url.hash).toBe('#change-12');
      expect(withFilter(url.pathname + url.search + url.hash, EVERYTHING)).toBe(href);
    }
    expect(withFilter(href, { groups: ['wording', 'table'], authors: ['TH', ''] })).toContain(
      '&show=wording.table&by=TH.-#',
    );
  });

  test('what cannot be read asks for nothing', () => {
    expect(isEverything(readFilter({ show: 'nonsense', by: 'x.<script>.THA' }))).toBe(true);
    expect(readFilter({ show: 'moved.nonsense', by: 'TH.TH' })).toEqual({
      groups: ['moved'],
      authors: ['TH'],
    });
  });
});
