import { describe, expect, test } from 'vitest';
import { planHeatMap } from './heat-plan';
import { planTrend } from './trend-plan';

describe('the plan of the heat map', () => {
  test.each([
    [1, 1],
    [12, 11],
    [100, 12],
  ])('%i indicators by %i rows lie within the drawing and do not overlap', (columns, rows) => {
    const indicators = Array.from({ length: columns }, (_, index) => ({
      id: `i${index}`,
      areaId: `a${Math.floor(index / 20)}`,
    }));
    const keys = Array.from({ length: rows }, (_, index) => `r${index}`);
    const plan = planHeatMap(indicators, keys);
    const xs = indicators.map(({ id }) => plan.column(id));
    for (const [index, x] of xs.entries()) {
      expect(x).toBeGreaterThanOrEqual(plan.left);
      expect(x + plan.cell.width).toBeLessThanOrEqual(xs[index + 1] ?? plan.width);
    }
    const ys = keys.map((key) => plan.row(key));
    for (const [index, y] of ys.entries()) {
      expect(y).toBeGreaterThanOrEqual(plan.top);
      expect(y + plan.cell.height).toBeLessThanOrEqual(ys[index + 1] ?? plan.height);
    }
    expect(plan.areas).toHaveLength(Math.ceil(columns / 20));
  });
});

describe('the plan of a trend', () => {
  const facts = {
    periods: ['2015', '2016', '2017', '2018', '2020'],
    baseline: { period: '2015', value: 2505 },
    region: [
      { period: '2016', value: 4000 },
      { period: '2017', value: null },
      { period: '2018', value: 12980 },
    ],
    own: [{ period: '2018', value: -20 }],
    targets: [{ period: '2020', value: 15000 }],
  };

  test('what is known stands within the drawing, what is not is left out', () => {
    const plan = planTrend(facts);
    expect(plan.region.dots.map(({ period }) => period)).toEqual(['2016', '2018']);
    for (const { x, y } of [...plan.region.dots, ...plan.own.dots, ...plan.target.dots]) {
      expect(x).toBeGreaterThanOrEqual(plan.left);
      expect(x).toBeLessThanOrEqual(plan.right);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y).toBeLessThanOrEqual(plan.bottom);
    }
  });

  test('more is higher, and zero is on the axis', () => {
    const [first, last] = planTrend(facts).region.dots;
    expect(last?.y).toBeLessThan(first?.y ?? 0);
    expect(planTrend(facts).ticks.some(({ value }) => value === 0)).toBe(true);
  });

  test('with nothing known there is still an axis', () => {
    const plan = planTrend({ periods: ['2018'], baseline: null, region: [], own: [], targets: [] });
    expect(plan.region).toEqual({ path: '', dots: [] });
    expect(plan.ticks.length).toBeGreaterThan(0);
  });
});
