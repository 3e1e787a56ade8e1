import { describe, expect, test } from 'vitest';
import { checkSheet, type IndicatorSheet, isJudgedByHand, keepsMeaning } from './indicators';
import { checkTargets } from './targets';

const SHEET: IndicatorSheet = {
  code: 'A.1',
  resultId: 'res_1',
  activityId: null,
  type: 'number',
  scale: [],
  direction: 'up',
  cumulative: false,
  baseline: 10,
  baselineYear: 2015,
  frequency: 'yearly',
  aggregation: 'sum',
};
const YEARS = { fromYear: 2016, toYear: 2020 };

function rule(change: Partial<IndicatorSheet>, others: readonly string[] = []): string {
  const checked = checkSheet({ ...SHEET, ...change }, others);
  return checked.ok ? 'fine' : `${checked.rule} ${checked.detail?.field ?? ''}`;
}

describe('the sheet of an indicator', () => {
  test('MO2 one code for each', () => {
    expect(rule({}, ['B.1'])).toBe('fine');
    expect(rule({}, ['a.1'])).toBe('MO2 code');
  });

  test('MO3 it measures one thing', () => {
    expect(rule({ resultId: null })).toBe('MO3 measures');
    expect(rule({ activityId: 'act_1' })).toBe('MO3 measures');
  });

  test('MO4 a scale has steps, other types none', () => {
    const scale = { type: 'scale', aggregation: 'none', baseline: null } as const;
    expect(rule({ ...scale, scale: ['low', 'high'] })).toBe('fine');
    expect(rule({ ...scale, scale: ['low'] })).toBe('MO4 scale');
    expect(rule({ ...scale, scale: ['low', 'Low'] })).toBe('MO4 scale');
    expect(rule({ scale: ['low', 'high'] })).toBe('MO4 scale');
  });

  test('MO5 a baseline is possible, or unknown', () => {
    expect(rule({ baseline: null })).toBe('fine');
    expect(rule({ type: 'percent', aggregation: 'mean', baseline: 101 })).toBe('MO5 baseline');
    expect(rule({ type: 'yesNo', aggregation: 'none', baseline: 2 })).toBe('MO5 baseline');
    expect(rule({ type: 'text', aggregation: 'none', baseline: 0 })).toBe('MO5 baseline');
  });

  test('MO6 adding up goes with the type', () => {
    expect(rule({ type: 'percent', aggregation: 'sum' })).toBe('MO6 aggregation');
    expect(rule({ type: 'yesNo', baseline: 0, aggregation: 'mean' })).toBe('MO6 aggregation');
    expect(rule({ type: 'percent', aggregation: 'mean', cumulative: true })).toBe('MO6 cumulative');
  });

  test('MO7 what gives figures their meaning', () => {
    const sheet = { ...SHEET, unit: 'people' };
    expect(keepsMeaning(sheet, { ...sheet, baseline: 3 })).toBe(true);
    expect(keepsMeaning(sheet, { ...sheet, unit: 'courses' })).toBe(false);
    expect(keepsMeaning(sheet, { ...sheet, direction: 'down' })).toBe(false);
  });

  test('MO36 what is judged by hand', () => {
    expect(isJudgedByHand({ type: 'text', aggregation: 'none' })).toBe(true);
    expect(isJudgedByHand({ type: 'number', aggregation: 'sum' })).toBe(false);
  });
});

describe('targets', () => {
  const wrong = (...targets: { period: string; country?: string; value: number }[]) => {
    const checked = checkTargets(
      SHEET,
      targets.map((target) => ({ country: null, ...target })),
      YEARS,
    );
    return checked.ok ? 'fine' : `${checked.rule} ${checked.detail?.field}`;
  };

  test('MO11 each once, MO8 MO9 of a period of the plan', () => {
    expect(wrong({ period: '2018', value: 20 }, { period: '2018', country: 'TH', value: 1 })).toBe('fine');
    expect(wrong({ period: '2018', value: 20 }, { period: '2018', value: 30 })).toBe('MO11 target:2018:');
    expect(wrong({ period: '2021', value: 20 })).toBe('MO9 target:2021:');
    expect(wrong({ period: 'soon', value: 20 })).toBe('MO8 target:soon:');
  });

  test('MO12 possible for the type', () => {
    expect(wrong({ period: '2018', value: Number.NaN })).toBe('MO12 target:2018:');
  });

  test('MO13 not on the wrong side of the baseline; the baseline of a sum is no country’s', () => {
    expect(wrong({ period: '2018', value: 9 })).toBe('MO13 target:2018:');
    expect(wrong({ period: '2018', value: 10 })).toBe('fine');
    expect(wrong({ period: '2018', country: 'TH', value: 1 })).toBe('fine');
  });
});
