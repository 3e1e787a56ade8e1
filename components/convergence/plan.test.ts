import { describe, expect, test } from 'vitest';
import { type ChartPoint, planChart } from './plan';

function points(count: number): ChartPoint[] {
  return Array.from({ length: count }, (_, index) => ({
    key: `v${index}`,
    inserted: index === 0 ? null : 400 - index * 7,
    deleted: index === 0 ? null : index * 3,
    standing: (index + 1) / count,
  }));
}

describe('the plan of the chart', () => {
  test.each([0, 1, 2, 40])('everything of %i revisions lies within the drawing', (count) => {
    const plan = planChart(points(count));
    expect(plan.bars).toHaveLength(count);
    for (const { x, inserted, deleted } of plan.bars) {
      expect(x - plan.barWidth / 2).toBeGreaterThanOrEqual(plan.left);
      expect(x + plan.barWidth / 2).toBeLessThanOrEqual(plan.right);
      expect(inserted.y).toBeGreaterThanOrEqual(plan.top);
      expect(inserted.y + inserted.height).toBeCloseTo(plan.axis);
      expect(deleted.y + deleted.height).toBeLessThanOrEqual(plan.bottom);
    }
    for (const { y } of plan.standing.dots) {
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y).toBeLessThan(plan.top);
    }
  });

  test('bars do not overlap, and labels have room, with forty revisions', () => {
    const plan = planChart(points(40));
    const step = (plan.bars[1]?.x ?? 0) - (plan.bars[0]?.x ?? 0);
    expect(plan.barWidth).toBeLessThan(step);
    expect(plan.labelEvery * step).toBeGreaterThan(40);
  });

  test('heights are in proportion to words, above and below the axis alike', () => {
    const plan = planChart([
      { key: 'a', inserted: 100, deleted: 50, standing: null },
      { key: 'b', inserted: 50, deleted: 25, standing: null },
    ]);
    const [a, b] = plan.bars;
    expect(a?.inserted.height).toBeCloseTo((b?.inserted.height ?? 0) * 2);
    expect(a?.deleted.height).toBeCloseTo(b?.inserted.height ?? 0);
    expect(plan.standing).toEqual({ path: '', dots: [] });
  });
});
