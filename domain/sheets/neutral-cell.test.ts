import { expect, test } from 'vitest';
import { cellWords, neutralCell } from './neutral-cell';

test.each([
  ['=1+1', "'=1+1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\tx', "'\tx"],
  ["'+", "''+"],
  ["''-5", "'''-5"],
  ["'tis", "'tis"],
  ["'", "'"],
  ['a=b', 'a=b'],
  ['', ''],
])('PL31, XL26: %j is written as %j and reads back', (words, cell) => {
  expect(neutralCell(words)).toBe(cell);
  expect(cellWords(cell)).toBe(words);
});
