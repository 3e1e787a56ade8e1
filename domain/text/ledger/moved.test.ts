import { describe, expect, test } from 'vitest';
import { movedClauses } from './moved';

const moved = (before: string, after: string) =>
  movedClauses([...before], [...after]).map(({ id, past }) => (past === null ? id : `${id}~${past}`));

describe('which clauses an edit put elsewhere', () => {
  test('LE12 none where clauses only came or went', () => {
    expect(moved('abc', 'abc')).toEqual([]);
    expect(moved('abc', 'xaybzc')).toEqual([]);
    expect(moved('abc', 'ac')).toEqual([]);
    expect(moved('abc', '')).toEqual([]);
  });

  test('LE12 a clause that went past several was moved, they were not', () => {
    expect(moved('abcd', 'bcda')).toEqual(['a']);
    expect(moved('abcd', 'dabc')).toEqual(['d']);
    expect(moved('abcdef', 'bcdaxfe'.replace('x', ''))).toEqual(['a', 'f~e', 'e~f']);
  });

  test('LE12 of two that changed places nobody can tell which was moved', () => {
    expect(moved('abc', 'bac')).toEqual(['b~a', 'a~b']);
  });
});
