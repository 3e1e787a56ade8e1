import { describe, expect, test } from 'vitest';
import { isMonth, monthNumber, readMonth } from './months';

describe('months', () => {
  test.each([
    ['2019-03', '2019-03'],
    ['2019-3', '2019-03'],
    ['2019-03-31', '2019-03'],
    ['2019-03-01T00:00:00.000Z', '2019-03'],
    ['2019/03', '2019-03'],
    ['03/2019', '2019-03'],
    ['3.2019', '2019-03'],
    ['Mar 2019', '2019-03'],
    ['march 2019', '2019-03'],
    ['Sept. 2019', '2019-09'],
    ['Mar-19', '2019-03'],
    ['มี.ค. 2562', '2019-03'],
    ['มีนาคม 2562', '2019-03'],
    ['2562-03', '2019-03'],
  ])('PL5 “%s” is %s', (words, month) => expect(readMonth(words)).toBe(month));

  test.each(['2019', '2019-13', '2019-00', 'Q1 2019', 'soon', '13/2019', 'xyz 2019', '3000-01', '03'])(
    'PL5 “%s” is no month',
    (words) => expect(readMonth(words)).toBeNull(),
  );

  test('months are as far from each other as the calendar has it', () => {
    expect(monthNumber('2020-01') - monthNumber('2019-11')).toBe(2);
    expect(isMonth('2019-1')).toBe(false);
  });
});
