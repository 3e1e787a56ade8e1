import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { authorsOf, excerpt, numberChanges, stepFrom } from './changes';
import { change, deleted, equal, inserted, redline, row, tableRow } from './fixtures/redline';

describe('the list of changes', () => {
  test('numbers follow the text, not the order of discovery', () => {
    const rows = [row(), row(), row()];
    const changes = [
      change('late', 'wording', 2),
      change('first', 'moved', 0),
      change('late too', 'formatting', 2),
    ];
    expect(numberChanges(redline(rows, changes)).map((entry) => [entry.number, entry.change.id])).toEqual([
      [1, 'first'],
      [2, 'late'],
      [3, 'late too'],
    ]);
  });

  test('a change knows the delegations that wrote its inserted words, in cells too', () => {
    const rows = [
      row({
        segments: [inserted('a', 'c1', 'TH'), equal(' '), inserted('b', 'c1', 'ID'), deleted('c', 'c1')],
      }),
      row({ segments: [], cells: [{ status: 'kept', header: false, segments: [inserted('d', 'c2', '')] }] }),
      row({ segments: [inserted('e', 'c3')] }),
    ];
    const changes = numberChanges(
      redline(rows, [change('c1', 'wording', 0), change('c2', 'wording', 1), change('c3', 'wording', 2)]),
    );
    expect(changes.map((entry) => entry.authors)).toEqual([['ID', 'TH'], [''], []]);
    expect(authorsOf(changes)).toEqual(['', 'ID', 'TH']);
  });

  test('LE16 what no words tell is the delegation’s that alone wrote', () => {
    const rows = [row(), row({ segments: [inserted('a', 'c2', 'TH')] })];
    const changes = [change('c1', 'moved', 0), change('c2', 'wording', 1)];
    const named = numberChanges({ ...redline(rows, changes), sole: 'PH' });
    expect(named.map((entry) => entry.authors)).toEqual([['PH'], ['TH']]);
  });

  test('every kind belongs to one group, and what is in a table to that of tables', () => {
    const kinds = [
      'wording',
      'clause-inserted',
      'clause-deleted',
      'moved',
      'split',
      'merged',
      'formatting',
      'structure',
      'invisible',
    ] as const;
    const changes = numberChanges(
      redline(
        [row(), tableRow([1, 0], [[equal('cell')]])],
        kinds.flatMap((kind, at) => [change(`c${at}`, kind, 0), change(`t${at}`, kind, 1)]),
      ),
    );
    const groups = changes.map(({ group }) => group);
    const expected = ['wording', 'clauses', 'clauses', 'moved', 'clauses', 'clauses', 'form', 'form', 'form'];
    expect(groups).toEqual([...expected, ...new Array<string>(9).fill('table')]);
  });

  test('next and previous go round at the ends and skip what is filtered out', () => {
    expect(stepFrom([2, 5, 9], null, 1)).toBe(2);
    expect(stepFrom([2, 5, 9], null, -1)).toBe(9);
    expect(stepFrom([2, 5, 9], 5, 1)).toBe(9);
    expect(stepFrom([2, 5, 9], 9, 1)).toBe(2);
    expect(stepFrom([2, 5, 9], 2, -1)).toBe(9);
    expect(stepFrom([2, 5, 9], 7, 1)).toBe(9);
    expect(stepFrom([], 7, 1)).toBe(null);
  });

  test('an excerpt ends between words, in Thai too, and never inside a character', () => {
    expect(excerpt('The Heads of  Civil\nService', 14)).toBe('The Heads of…');
    expect(excerpt('short', 14)).toBe('short');
    const thai = excerpt('ที่ประชุมพิจารณารับรองแผนปฏิบัติการของกลุ่มอาเซียน', 20);
    expect('ที่ประชุมพิจารณารับรองแผนปฏิบัติการของกลุ่มอาเซียน'.startsWith(thai.slice(0, -1))).toBe(true);
    expect(thai.slice(0, -1)).not.toMatch(/^\p{M}|[\u0E40-\u0E44]$/u);
    expect(excerpt('👩‍👩‍👧‍👦'.repeat(5), 12)).toBe(`${'👩‍👩‍👧‍👦'}…`);
  });

  test('an excerpt never exceeds its length by more than the ellipsis', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 12, max: 80 }), (text, length) => {
        expect(excerpt(text, length).length).toBeLessThanOrEqual(length + 1);
      }),
      { seed: 20, numRuns: 300 },
    );
  });
});
