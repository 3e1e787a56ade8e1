import { describe, expect, test } from 'vitest';
import { sayDay, sayDays, sayInstant } from './dates';

describe('dates', () => {
  test('English writes the day before the month', () => {
    expect(sayDay('en', '2019-04-24')).toBe('24 April 2019');
    expect(sayDays('en', '2019-04-22', '2019-04-24').replace(/\s/g, ' ')).toMatch(/^22 ?– ?24 April 2019$/);
  });

  test('Thai counts the years of the Buddhist era', () => {
    expect(sayDay('th', '2019-04-24')).toBe('24 เมษายน 2562');
    expect(sayDays('th', '2019-04-22', '2019-04-24')).toContain('2562');
  });

  test('a meeting of one day names one day', () => {
    expect(sayDays('en', '2019-04-22', '2019-04-22')).toBe('22 April 2019');
  });

  test('an instant is told by the clock at the seat of the meetings', () => {
    expect(sayInstant('en', '2019-04-23T18:30:00.000Z')).toBe('24 Apr 2019, 01:30');
  });
});
