import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayOf, endOfDay, instantFrom, instantUntil, isDay, lastDayBefore, startOfDay } from './days';

const day = fc
  .date({ min: new Date('1960-01-01T00:00:00Z'), max: new Date('2100-01-01T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('calendar days at the seat', () => {
  test('a day begins at midnight in Chiang Rai', () => {
    expect(startOfDay('2019-04-24')).toBe('2019-04-23T17:00:00.000Z');
    expect(endOfDay('2019-04-24')).toBe('2019-04-24T17:00:00.000Z');
  });

  test('days that do not exist are no days', () => {
    expect(['2019-02-29', '2019-13-01', '2019-4-1', '', 'today'].filter(isDay)).toEqual([]);
    expect(isDay('2020-02-29')).toBe(true);
  });

  test('a day contains its first and its last instant, and a span that ends with it says so', () => {
    fc.assert(
      fc.property(day, (value) => {
        const last = new Date(Date.parse(endOfDay(value)) - 1).toISOString();
        expect(dayOf(startOfDay(value))).toBe(value);
        expect(dayOf(last)).toBe(value);
        expect(lastDayBefore(endOfDay(value))).toBe(value);
        expect(dayOf(endOfDay(value)) > value).toBe(true);
      }),
      { seed: 20, numRuns: 300 },
    );
  });

  test('input may be a day or a date with a time; anything else is null', () => {
    expect(instantFrom('2019-01-01')).toBe('2018-12-31T17:00:00.000Z');
    expect(instantUntil('2019-01-01')).toBe('2019-01-01T17:00:00.000Z');
    expect(instantFrom('2019-01-01T00:00:00+07:00')).toBe('2018-12-31T17:00:00.000Z');
    expect(instantUntil('2019-01-01T00:00:00.000Z')).toBe('2019-01-01T00:00:00.000Z');
    expect([instantFrom('1 January'), instantUntil('2019-02-30'), instantFrom('2019-01-01Tnoon')]).toEqual([
      null,
      null,
      null,
    ]);
  });
});
