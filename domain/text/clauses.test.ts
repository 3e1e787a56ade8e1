import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documents } from '../redline/testing/arbitraries';
import {
  clause,
  doc,
  footnote,
  heading,
  lineBreak,
  list,
  listItem,
  operative,
  paragraph,
  row,
  table,
} from '../redline/testing/texts';
import { clausesOf, clauseText, nodeAt } from './clauses';

const TEXT = doc(
  heading(2, 'Scope'),
  clause('c_1', 'First', footnote('not running text'), lineBreak(), 'line'),
  list(
    'bulletList',
    'one',
    listItem(paragraph('two'), paragraph('more'), list('orderedList', 'two a', 'two b'), paragraph('end')),
  ),
  table(
    row('a', 'b'),
    row('c', { type: 'bulletList', content: [listItem(paragraph('d')), listItem(paragraph('e'))] }),
  ),
  operative(3, 'Decides'),
);

describe('the clauses of a text', () => {
  test('TX6 blocks, list items and table rows, in reading order', () => {
    expect(clausesOf(TEXT).map(({ kind, level, path }) => [kind, level, path.join('.')])).toEqual([
      ['heading', 2, '0'],
      ['paragraph', 1, '1'],
      ['listItem', 1, '2.0'],
      ['listItem', 1, '2.1'],
      ['listItem', 2, '2.1.2.0'],
      ['listItem', 2, '2.1.2.1'],
      ['tableRow', 1, '3.0'],
      ['tableRow', 1, '3.1'],
      ['operative', 3, '4'],
    ]);
    expect(clausesOf(TEXT)[1]?.id).toBe('c_1');
  });

  test('TX6 the words of a clause: an item without its nested lists, a row with its cells apart', () => {
    expect(clausesOf(TEXT).map(clauseText)).toEqual([
      'Scope',
      'First\nline',
      'one',
      'two\nmore\nend',
      'two a',
      'two b',
      'a\tb',
      'c\td\ne',
      'Decides',
    ]);
  });

  test('TX6 a path leads back to its clause, and nowhere else', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const clauses = clausesOf(document);
        for (const found of clauses) expect(nodeAt(document, found.path)).toBe(found.node);
        expect(new Set(clauses.map(({ path }) => path.join('.'))).size).toBe(clauses.length);
      }),
      { numRuns: 200, seed: 20190422 },
    );
    expect(nodeAt(TEXT, [9])).toBeNull();
    expect(nodeAt(TEXT, [0, 0, 0])).toBeNull();
  });
});
