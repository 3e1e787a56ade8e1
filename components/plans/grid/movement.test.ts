import { expect, test } from 'vitest';
import { blockBetween, isTyping, type Pressed, placeAfter } from './movement';

const SIZE = { rows: 3, columns: 4 };
const key = (name: string, more: Partial<Pressed> = {}): Pressed => ({
  key: name,
  ctrlKey: false,
  shiftKey: false,
  ...more,
});
const from = (row: number, column: number, pressed: Pressed) => placeAfter(pressed, { row, column }, SIZE);

test('arrows move by one cell and stay inside', () => {
  expect(from(1, 1, key('ArrowDown'))).toEqual({ row: 2, column: 1 });
  expect(from(2, 1, key('ArrowDown'))).toEqual({ row: 2, column: 1 });
  expect(from(0, 0, key('ArrowLeft'))).toEqual({ row: 0, column: 0 });
  expect(from(1, 3, key('ArrowRight'))).toEqual({ row: 1, column: 3 });
});

test('Home and End are of the row, with Ctrl of the matrix', () => {
  expect(from(1, 2, key('Home'))).toEqual({ row: 1, column: 0 });
  expect(from(1, 2, key('End'))).toEqual({ row: 1, column: 3 });
  expect(from(1, 2, key('Home', { ctrlKey: true }))).toEqual({ row: 0, column: 0 });
  expect(from(1, 2, key('End', { ctrlKey: true }))).toEqual({ row: 2, column: 3 });
});

test('Tab goes to the next row, and out of the grid at its ends', () => {
  expect(from(0, 3, key('Tab'))).toEqual({ row: 1, column: 0 });
  expect(from(1, 0, key('Tab', { shiftKey: true }))).toEqual({ row: 0, column: 3 });
  expect(from(2, 3, key('Tab'))).toBeNull();
  expect(from(0, 0, key('Tab', { shiftKey: true }))).toBeNull();
});

test('signs begin to edit, keys with Ctrl and names of keys do not', () => {
  const plain = { altKey: false, metaKey: false };
  expect(isTyping({ ...key('ก'), ...plain })).toBe(true);
  expect(isTyping({ ...key('c', { ctrlKey: true }), ...plain })).toBe(false);
  expect(isTyping({ ...key('Enter'), ...plain })).toBe(false);
});

test('a block lies between two corners in whatever order', () => {
  expect(blockBetween({ row: 2, column: 1 }, { row: 0, column: 3 })).toEqual({
    top: 0,
    bottom: 2,
    left: 1,
    right: 3,
  });
});
