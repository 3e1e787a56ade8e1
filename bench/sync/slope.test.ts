import { expect, it } from 'vitest';
import { slopeOf } from './slope';

it('the slope is what is gained per step, noise left out', () => {
  expect(slopeOf([])).toBe(0);
  expect(slopeOf([7])).toBe(0);
  expect(slopeOf([5, 5, 5])).toBe(0);
  expect(slopeOf([1, 3, 5, 7])).toBeCloseTo(2);
  expect(slopeOf([10, 12, 11, 13, 12, 14])).toBeGreaterThan(0.5);
});
