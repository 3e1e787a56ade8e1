import { expect, test } from 'vitest';
import { afterChoices } from './review-choices';

const AUTHOR_OF = [0, 1, 0, 1, 2];
const after = (left: number[], decisions: { take?: number[]; leave?: number[] }, sweep: Sweep = null) =>
  [...afterChoices(new Set(left), AUTHOR_OF, { take: [], leave: [], ...decisions }, sweep)].sort();
type Sweep = Parameters<typeof afterChoices>[3];

test('IM25 a page changes what was decided on it, and nothing else', () => {
  expect(after([0, 4], { take: [4], leave: [1] })).toEqual([0, 1]);
});

test('IM25 numbers of no change are no choices', () => {
  expect(after([], { leave: [4, 5, -1, 1.5, Number.NaN] })).toEqual([4]);
});

test('IM25 an act on everything, or on one author, reaches every change, after what was decided one by one', () => {
  expect(after([1], { leave: [0] }, { author: null, take: true })).toEqual([]);
  expect(after([1], { take: [1] }, { author: null, take: false })).toEqual([0, 1, 2, 3, 4]);
  expect(after([4], { take: [0] }, { author: 0, take: false })).toEqual([0, 2, 4]);
  expect(after([0, 1, 2, 3, 4], {}, { author: 1, take: true })).toEqual([0, 2, 4]);
  expect(after([0], {}, { author: 7, take: true })).toEqual([0]);
});
