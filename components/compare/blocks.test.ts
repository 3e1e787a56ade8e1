import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Block,
  blocksOf,
  estimatedLines,
  foldTableLines,
  foldUnchanged,
  rowsIn,
  tableLines,
} from './blocks';
import { equal, inserted, row, tableRow } from './fixtures/redline';

const kept = () => row();
const edited = () => row({ segments: [equal('Words '), inserted('more', 'c1')] });

/** "k" unchanged, "e" edited, "[5]" a fold of five clauses, "T" a table. */
function sketch(blocks: readonly Block[]): string {
  return blocks
    .map((block) => {
      if (block.kind === 'fold') return `[${block.clauses}]`;
      if (block.kind === 'table') return 'T';
      return block.placed.row.changed ? 'e' : 'k';
    })
    .join('');
}

describe('blocks', () => {
  test('rows of one table stay together, those of the next table begin anew', () => {
    const rows = [
      kept(),
      tableRow([1, 0], [[equal('a')]]),
      tableRow([1, 1], [[equal('b')]]),
      tableRow([2, 0], [[equal('c')]]),
      kept(),
    ];
    expect(blocksOf(rows).map(rowsIn)).toEqual([[0], [1, 2], [3], [4]]);
  });

  test('a deleted and an inserted row of one table do not break it', () => {
    const first = tableRow([1, 0], [[equal('a')]]);
    const gone = { ...tableRow([1, 1], [[equal('b')]]), new: null, status: 'deleted' as const };
    const come = { ...tableRow([1, 1], [[equal('c')]]), old: null, status: 'inserted' as const };
    expect(blocksOf([first, gone, come])).toHaveLength(1);
  });

  test('folding keeps one clause on either side of a change and folds the rest', () => {
    const rows = [kept(), kept(), kept(), kept(), edited(), kept(), kept(), kept(), kept(), kept()];
    expect(sketch(foldUnchanged(blocksOf(rows)))).toBe('[3]kek[4]');
  });

  test('a single unchanged clause is shown, since a fold would take as much room', () => {
    const rows = [edited(), kept(), kept(), kept(), edited()];
    expect(sketch(foldUnchanged(blocksOf(rows)))).toBe('ekkke');
  });

  test('an unchanged table beside a change is folded with its rows counted', () => {
    const table = [0, 1, 2, 3].map((at) => tableRow([1, at], [[equal('x')]]));
    expect(sketch(foldUnchanged(blocksOf([edited(), ...table, kept(), kept(), kept(), edited()])))).toBe(
      'e[6]ke',
    );
  });

  test('a clause whose structure alone changed is never folded', () => {
    const level = row({ structure: [{ what: 'level', from: '2', to: '1' }] });
    expect(sketch(foldUnchanged(blocksOf([kept(), kept(), kept(), level])))).toBe('[2]kk');
  });

  test('folding loses no row and keeps the order, whatever changed', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('k', 'e', 't', 'T')), (letters) => {
        const rows = letters.map((letter, at) => {
          if (letter === 'k') return kept();
          if (letter === 'e') return edited();
          return tableRow([letter === 't' ? 1 : at + 2, at], [[equal('x')]]);
        });
        const folded = foldUnchanged(blocksOf(rows));
        expect(folded.flatMap(rowsIn)).toEqual(rows.map((_, index) => index));
        for (const block of folded) {
          if (block.kind === 'fold') expect(block.blocks.length).toBeGreaterThan(1);
        }
      }),
      { seed: 20, numRuns: 200 },
    );
  });

  test('a table keeps its header and the neighbours of a change; the rest of its rows are counted', () => {
    const rows = [
      tableRow([1, 0], [[equal('Activity')]], true),
      ...[1, 2, 3, 4].map((at) => tableRow([1, at], [[equal('x')]])),
      tableRow([1, 5], [[equal('x'), inserted('y', 'c1')]]),
    ].map((entry, index) => ({ index, row: entry }));
    expect(
      foldTableLines(rows).map((line) => (line.kind === 'row' ? line.placed.index : `[${line.rows.length}]`)),
    ).toEqual([0, '[3]', 4, 5]);
    expect(tableLines(rows)).toHaveLength(6);
  });

  test('a longer clause is guessed to be higher', () => {
    const [short, long] = blocksOf([row(), row({ segments: [equal('word '.repeat(200))] })]);
    if (short === undefined || long === undefined) throw new Error('two blocks expected');
    expect(estimatedLines(short)).toBe(1);
    expect(estimatedLines(long)).toBe(13);
  });
});
