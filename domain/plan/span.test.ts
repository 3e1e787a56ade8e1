import { describe, expect, test } from 'vitest';
import { axisYears, barOf, currentSpan, plannedSpan, revisedSpan, yearsOf } from './span';
import { activity } from './testing/rows';

const timed = (
  plannedFrom: string | null,
  plannedTo: string | null,
  revisedFrom: string | null = null,
  revisedTo: string | null = null,
) => activity('A.1', { plannedFrom, plannedTo, revisedFrom, revisedTo });

describe('timelines', () => {
  test('one month alone is a span of one month; none is none', () => {
    expect(plannedSpan(timed(null, '2019-05'))).toEqual({ from: '2019-05', to: '2019-05' });
    expect(plannedSpan(timed(null, null))).toBeNull();
  });

  test('an end that was put off keeps the planned beginning', () => {
    const late = timed('2018-01', '2018-12', null, '2019-06');
    expect(revisedSpan(late)).toEqual({ from: '2018-01', to: '2019-06' });
    expect(currentSpan(late)).toEqual({ from: '2018-01', to: '2019-06' });
    expect(revisedSpan(timed('2018-01', '2018-12'))).toBeNull();
    expect(yearsOf(late)).toEqual([2018, 2019]);
    expect(yearsOf(timed(null, null))).toEqual([]);
  });

  test('bars lie on an axis that has room for everything', () => {
    const plan = { fromYear: 2016, toYear: 2020 };
    expect(axisYears(plan, [])).toEqual({ first: 2016, last: 2020 });
    expect(axisYears(plan, [timed('2015-12', '2018-01', null, '2021-01')])).toEqual({
      first: 2015,
      last: 2021,
    });
    expect(barOf({ from: '2016-03', to: '2017-02' }, 2016)).toEqual({ at: 2, months: 12 });
    expect(barOf({ from: '2016-03', to: '2016-03' }, 2016)).toEqual({ at: 2, months: 1 });
  });
});
