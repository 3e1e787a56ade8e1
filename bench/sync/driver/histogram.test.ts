import { describe, expect, it } from 'vitest';
import { Histogram, median } from './histogram';

describe('Histogram', () => {
  it('gives percentiles by nearest rank, to one per cent', () => {
    const histogram = new Histogram();
    for (let ms = 1000; ms >= 1; ms -= 1) histogram.add(ms);
    for (const [share, exact] of [
      [0.01, 10],
      [0.5, 500],
      [0.99, 990],
    ] as const) {
      expect(Math.abs(histogram.percentile(share) / exact - 1)).toBeLessThan(0.011);
    }
    expect(histogram.percentile(1)).toBe(1000);
    expect(histogram.summary()).toMatchObject({ count: 1000, max: 1000 });
  });

  it('holds what is shorter than its first and longer than its last bucket', () => {
    const histogram = new Histogram();
    for (const ms of [0, 0.0001, 1e9]) histogram.add(ms);
    expect(histogram.percentile(0.5)).toBeLessThanOrEqual(0.001);
    expect(histogram.max).toBe(1e9);
  });

  it('has no percentile of nothing', () => {
    expect(new Histogram().percentile(0.5)).toBeNaN();
  });
});

it('median is the middle, or the mean of the two middle ones', () => {
  expect([median([3, 1, 2]), median([4, 1, 2, 3])]).toEqual([2, 2.5]);
  expect(median([])).toBeNaN();
});
