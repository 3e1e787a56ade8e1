import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Achievement, achievementOf, isMet } from './achievement';
import { DEFAULT_RULES, lightOf } from './lights';
import { milestoneFor, type Target } from './targets';

const UP = { type: 'number', direction: 'up', baseline: 2505 } as const;
const value = (number: number) => ({ kind: 'value', value: number }) as const;
const to = (number: number) => ({ value: number });

function share(achievement: Achievement): number {
  if (achievement.outcome !== 'computed') throw new Error(achievement.outcome);
  return achievement.share;
}

describe('MO16 achievement by the OPSYS formula', () => {
  test('its own test vector: 2505, 15000, 12980 is 83.8 %', () => {
    const achievement = achievementOf(UP, to(15000), value(12980));
    expect((share(achievement) * 100).toFixed(1)).toBe('83.8');
  });

  test('a falling figure needs no other formula', () => {
    const down = { type: 'number', direction: 'down', baseline: 40 } as const;
    expect(share(achievementOf(down, to(10), value(25)))).toBe(0.5);
    expect(share(achievementOf(down, to(10), value(50)))).toBeCloseTo(-1 / 3);
  });

  test('more than the target and less than the baseline stay what they are', () => {
    expect(share(achievementOf(UP, to(15000), value(27495)))).toBe(2);
    expect(share(achievementOf(UP, to(15000), value(0)))).toBeLessThan(0);
  });

  test('zero is a value', () => {
    const fromZero = { ...UP, baseline: 0 };
    expect(achievementOf(fromZero, to(10), value(0))).toEqual({ outcome: 'computed', share: 0 });
  });

  test('steps of a scale count from one', () => {
    const scale = { type: 'scale', direction: 'up', baseline: 1 } as const;
    expect(share(achievementOf(scale, to(4), value(2)))).toBeCloseTo(1 / 3);
  });

  test('property: whatever baseline and target, at the baseline it is 0, at the target 1, and in between in proportion', () => {
    const number = fc.integer({ min: -1_000_000, max: 1_000_000 });
    fc.assert(
      fc.property(number, number, fc.double({ min: -3, max: 3, noNaN: true }), (baseline, target, part) => {
        fc.pre(baseline !== target);
        const indicator = { type: 'number', direction: target > baseline ? 'up' : 'down', baseline } as const;
        const actual = baseline + part * (target - baseline);
        expect(share(achievementOf(indicator, to(target), value(baseline)))).toBeCloseTo(0);
        expect(share(achievementOf(indicator, to(target), value(target)))).toBe(1);
        expect(share(achievementOf(indicator, to(target), value(actual)))).toBeCloseTo(part, 6);
      }),
      { seed: 6, numRuns: 500 },
    );
  });
});

describe('MO17 what the formula cannot tell has a name', () => {
  const held = { type: 'number', baseline: 100 } as const;
  test.each([
    ['up', 100, true],
    ['up', 101, true],
    ['up', 99, false],
    ['down', 100, true],
    ['down', 99, true],
    ['down', 101, false],
  ] as const)('target equals baseline, wanted %s: %i is held: %s', (direction, actual, met) => {
    expect(achievementOf({ ...held, direction }, to(100), value(actual))).toEqual({
      outcome: 'targetIsBaseline',
      isMet: met,
    });
  });

  test('an unknown baseline is not zero: only reached or not is told', () => {
    const unknown = { ...UP, baseline: null };
    expect(achievementOf(unknown, to(10), value(9))).toEqual({ outcome: 'baselineUnknown', isMet: false });
    expect(achievementOf(unknown, to(10), value(10))).toEqual({ outcome: 'baselineUnknown', isMet: true });
  });

  test('yes or no', () => {
    const yesNo = { type: 'yesNo', direction: 'up', baseline: 0 } as const;
    expect(achievementOf(yesNo, to(1), value(1))).toEqual({ outcome: 'yesNo', isMet: true });
    expect(achievementOf(yesNo, to(1), value(0))).toEqual({ outcome: 'yesNo', isMet: false });
  });

  test('no target due, words, and the three answers without a value', () => {
    expect(achievementOf(UP, null, value(1)).outcome).toBe('noTargetDue');
    expect(achievementOf({ ...UP, type: 'text' }, to(1), { kind: 'value', value: null }).outcome).toBe(
      'byHand',
    );
    for (const kind of ['notReported', 'notAvailable', 'notApplicable'] as const) {
      expect(achievementOf(UP, to(1), { kind, value: null }).outcome).toBe(kind);
    }
  });

  test('only what was told counts as met or not', () => {
    expect(isMet(achievementOf(UP, to(15000), value(15000)))).toBe(true);
    expect(isMet(achievementOf(UP, to(15000), value(14999)))).toBe(false);
    expect(isMet({ outcome: 'notReported' })).toBeNull();
    expect(isMet({ outcome: 'noTargetDue' })).toBeNull();
  });
});

describe('MO16 the milestone', () => {
  const targets: Target[] = [
    { period: '2020', country: null, value: 50 },
    { period: '2018', country: null, value: 30 },
    { period: '2018-H1', country: null, value: 20 },
    { period: '2019', country: 'TH', value: 45 },
  ];
  test.each([
    ['2016', '2018-H1', false],
    ['2018-Q1', '2018-H1', false],
    ['2018-Q2', '2018-H1', true],
    ['2018', '2018', true],
    ['2018-H2', '2018', true],
    ['2019', '2020', false],
    ['2020', '2020', true],
  ])('of %s is that of %s', (period, expected, isDue) => {
    expect(milestoneFor({ aggregation: 'mean' }, targets, period, null)).toMatchObject({
      period: expected,
      isDue,
    });
  });

  test('after the last target nothing is due', () => {
    expect(milestoneFor({ aggregation: 'mean' }, targets, '2021', null)).toBeNull();
  });

  test('a country has its own targets, else the region’s; of a sum only its own', () => {
    expect(milestoneFor({ aggregation: 'mean' }, targets, '2019', 'TH')?.value).toBe(45);
    expect(milestoneFor({ aggregation: 'mean' }, targets, '2020', 'TH')).toBeNull();
    expect(milestoneFor({ aggregation: 'mean' }, targets, '2019', 'ID')?.value).toBe(50);
    expect(milestoneFor({ aggregation: 'sum' }, targets, '2019', 'ID')).toBeNull();
  });
});

describe('MO18 lights', () => {
  const light = (achievement: Achievement, isDue = false) => lightOf(achievement, DEFAULT_RULES, isDue);
  test.each([
    [1.4, 'onTrack'],
    [0.85, 'onTrack'],
    [0.8499, 'behind'],
    [0.5, 'behind'],
    [0.4999, 'offTrack'],
    [-1, 'offTrack'],
  ] as const)('of a share of %d', (part, expected) => {
    expect(light({ outcome: 'computed', share: part })).toBe(expected);
  });

  test('not yet is behind before the milestone is due, and off track once it is', () => {
    expect(light({ outcome: 'yesNo', isMet: false })).toBe('behind');
    expect(light({ outcome: 'yesNo', isMet: false }, true)).toBe('offTrack');
    expect(light({ outcome: 'targetIsBaseline', isMet: true }, true)).toBe('onTrack');
  });

  test('what cannot be told is not red', () => {
    for (const outcome of [
      'noTargetDue',
      'byHand',
      'notReported',
      'notAvailable',
      'notApplicable',
    ] as const) {
      expect(light({ outcome }, true)).toBe('noData');
    }
    expect(light({ outcome: 'incomplete', atLeast: 0.3 }, true)).toBe('noData');
    expect(light({ outcome: 'incomplete', atLeast: 0.9 }, true)).toBe('onTrack');
    expect(light({ outcome: 'incomplete', atLeast: null }, true)).toBe('noData');
  });
});
