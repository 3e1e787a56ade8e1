import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Entry } from './entries';
import { NOT_REPORTED } from './entries';
import { answerFor } from './figures';
import type { Indicator } from './indicators';
import { regionFigure } from './region';

const value = (number: number): Entry => ({ kind: 'value', value: number, words: '' });
const NOT_AVAILABLE: Entry = { kind: 'notAvailable', value: null, words: '' };
const NOT_APPLICABLE: Entry = { kind: 'notApplicable', value: null, words: '' };

const BASE: Indicator = {
  type: 'number',
  scale: [],
  direction: 'up',
  cumulative: false,
  baseline: 0,
  aggregation: 'sum',
};
const TARGETS = [{ period: '2020', country: null, value: 100 }];

function of(indicator: Partial<Indicator>, ...answers: Entry[]) {
  return regionFigure(
    { ...BASE, ...indicator },
    TARGETS,
    '2018',
    answers.map((answer, index) => ({ country: `C${index}`, answer })),
  );
}

describe('MO39 the region’s figure', () => {
  test('a sum of all that were asked', () => {
    expect(of({}, value(30), value(20), NOT_APPLICABLE)).toMatchObject({
      value: 50,
      achievement: { outcome: 'computed', share: 0.5 },
      coverage: { asked: 3, value: 2, notApplicable: 1, notReported: 0 },
    });
  });

  test.each([
    ['up', 0.8, [0.7, 0.1]],
    ['down', 3.3, [1.1, 2.2]],
  ] as const)('going %s, %d is reached by a sum that is it on paper', (direction, target, parts) => {
    const indicator = { ...BASE, direction, baseline: null };
    const targets = [{ period: '2018', country: null, value: target }];
    const answers = parts.map((part, index) => ({ country: `C${index}`, answer: value(part) }));
    expect(regionFigure(indicator, targets, '2018', answers)).toMatchObject({
      value: target,
      achievement: { outcome: 'baselineUnknown', isMet: true },
    });
  });

  test('a sum from which countries are missing is at least so much', () => {
    expect(of({}, value(90), NOT_REPORTED)).toMatchObject({
      value: 90,
      achievement: { outcome: 'incomplete', atLeast: 0.9 },
      coverage: { asked: 2, value: 1, notReported: 1 },
    });
    expect(of({}, value(90), NOT_AVAILABLE).achievement.outcome).toBe('incomplete');
    expect(of({ direction: 'down' }, value(90), NOT_REPORTED).achievement).toEqual({
      outcome: 'incomplete',
      atLeast: null,
    });
    expect(of({}, value(90), value(-1), NOT_REPORTED).achievement).toEqual({
      outcome: 'incomplete',
      atLeast: null,
    });
  });

  test('a mean is of those that reported: zero counts, missing does not', () => {
    const mean = { aggregation: 'mean' } as const;
    expect(of(mean, value(80), value(0)).value).toBe(40);
    expect(of(mean, value(80), NOT_REPORTED).value).toBe(80);
    expect(of(mean, value(80), NOT_AVAILABLE, NOT_APPLICABLE)).toMatchObject({
      value: 80,
      coverage: { asked: 3, value: 1 },
    });
  });

  test('the share that reached its milestone is of those that can be judged', () => {
    const share = { aggregation: 'shareMeeting' } as const;
    expect(of(share, value(100), value(120), value(3), NOT_REPORTED)).toMatchObject({
      achievement: { outcome: 'shareMeeting', met: 2, judged: 3 },
      coverage: { asked: 4, value: 3 },
    });
    expect(of({ ...share, type: 'yesNo' }, value(1)).achievement).toMatchObject({ met: 0, judged: 1 });
  });

  test('nobody reported: no figure, and what all agree on', () => {
    expect(of({}, NOT_REPORTED, NOT_APPLICABLE)).toMatchObject({
      value: null,
      achievement: { outcome: 'notReported' },
    });
    expect(of({}, NOT_APPLICABLE).achievement.outcome).toBe('notApplicable');
    expect(of({}, NOT_AVAILABLE, NOT_APPLICABLE).achievement.outcome).toBe('notAvailable');
    expect(of({}).achievement.outcome).toBe('notReported');
  });

  test('words, and what is not put together, have none', () => {
    expect(of({ aggregation: 'none' }, value(1))).toMatchObject({
      value: null,
      achievement: { outcome: 'byHand' },
    });
  });

  test('property: those that did not report change neither the mean nor the share, only the coverage', () => {
    const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 11 });
    const missing = fc.array(fc.constantFrom(NOT_REPORTED, NOT_AVAILABLE, NOT_APPLICABLE), { maxLength: 11 });
    fc.assert(
      fc.property(
        values,
        missing,
        fc.constantFrom('mean' as const, 'shareMeeting' as const),
        (some, none, aggregation) => {
          const bare = of({ aggregation }, ...some.map(value));
          const full = of({ aggregation }, ...none, ...some.map(value));
          expect(full.value).toBe(bare.value);
          expect(full.achievement).toEqual(bare.achievement);
          expect(full.coverage.asked).toBe(some.length + none.length);
          expect(full.coverage.value).toBe(some.length);
        },
      ),
      { seed: 6, numRuns: 300 },
    );
  });
});

describe('MO29 a figure of a longer period', () => {
  const quarters = (...numbers: (number | null)[]) =>
    new Map(
      numbers.map((number, index): [string, Entry] => [
        `2018-Q${index + 1}`,
        number === null ? NOT_AVAILABLE : value(number),
      ]),
    );
  const number = { type: 'number', cumulative: false } as const;

  test('one that was given for it stands', () => {
    const answers = quarters(1, 2, 3, 4).set('2018', value(99));
    expect(answerFor(number, answers, '2018')).toEqual(value(99));
  });

  test('numbers of each period are added up where every part has one', () => {
    expect(answerFor(number, quarters(1, 2, 3, 0), '2018')).toEqual(value(6));
    expect(answerFor(number, quarters(1, 2, 3, 0), '2018-H2')).toEqual(value(3));
    expect(answerFor(number, quarters(1, 2, 3, null), '2018')).toEqual(NOT_REPORTED);
    expect(answerFor(number, quarters(1, 2, 3), '2018')).toEqual(NOT_REPORTED);
  });

  test('of totals so far the last one stands, and none is carried on', () => {
    const total = { type: 'number', cumulative: true } as const;
    expect(answerFor(total, quarters(10, 20, 30, 40), '2018')).toEqual(value(40));
    expect(answerFor(total, quarters(10, 20, 30), '2018')).toEqual(NOT_REPORTED);
    expect(answerFor(total, quarters(10, 20, 30, 40), '2019')).toEqual(NOT_REPORTED);
  });

  test('shares are not added up', () => {
    expect(answerFor({ type: 'percent', cumulative: false }, quarters(10, 20, 30, 40), '2018')).toEqual(
      NOT_REPORTED,
    );
  });
});

test('MO39 a sum with countries missing is at least so much, with a target or without', () => {
  const answers = [
    { country: 'ID', answer: value(40) },
    { country: 'TH', answer: NOT_REPORTED },
  ];
  expect(regionFigure(BASE, [], '2018', answers)).toMatchObject({ value: 40, isAtLeast: true });
  expect(regionFigure(BASE, TARGETS, '2018', answers).isAtLeast).toBe(true);
  expect(regionFigure(BASE, [], '2018', answers.slice(0, 1)).isAtLeast).toBe(false);
  expect(regionFigure({ ...BASE, aggregation: 'mean' }, [], '2018', answers).isAtLeast).toBe(false);
});
