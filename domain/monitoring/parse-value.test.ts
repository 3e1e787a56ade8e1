import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseEntry, readNumber, typedValue } from './parse-value';

const NUMBER = { type: 'number', scale: [] } as const;
const PERCENT = { type: 'percent', scale: [] } as const;
const YES_NO = { type: 'yesNo', scale: [] } as const;
const SCALE = { type: 'scale', scale: ['none', 'partly', 'fully'] } as const;
const WORDS = { type: 'text', scale: [] } as const;

function read(sheet: Parameters<typeof parseEntry>[0], typed: string): unknown {
  const outcome = parseEntry(sheet, typed);
  if (!outcome.ok) return outcome.rule;
  return outcome.value.kind === 'value' ? (outcome.value.value ?? outcome.value.words) : outcome.value.kind;
}

describe('what is typed', () => {
  test.each([
    ['12980', 12980],
    [' 12,980 ', 12980],
    ['12 980', 12980],
    ['1,234,567.50', 1234567.5],
    ['−3.5', -3.5],
    ['๑๒,๙๘๐', 12980],
    ['0', 0],
    ['-0', 0],
    ['12,5', 'MO20'],
    ['1,23,456', 'MO20'],
    ['1e9', 'MO20'],
    ['about 12', 'MO20'],
    ['12 %', 'MO20'],
    ['=1+1', 'MO20'],
    ['Infinity', 'MO20'],
    ['9999999999999999', 'MO20'],
    ['0.1234567890123456', 'MO20'],
  ])('MO20 number %s', (typed, expected) => {
    expect(read(NUMBER, typed)).toBe(expected);
  });

  test.each([
    ['83.8 %', 83.8],
    ['100', 100],
    ['0%', 0],
    ['101', 'MO21'],
    ['-1', 'MO21'],
  ])('MO21 percentage %s', (typed, expected) => {
    expect(read(PERCENT, typed)).toBe(expected);
  });

  test.each([
    ['Yes', 1],
    ['ใช่', 1],
    ['TRUE', 1],
    ['no', 0],
    ['ไม่ใช่', 0],
    ['maybe', 'MO22'],
  ])('MO22 yes or no: %s', (typed, expected) => {
    expect(read(YES_NO, typed)).toBe(expected);
  });

  test.each([
    ['Partly', 2],
    ['3', 3],
    ['4', 'MO23'],
    ['1.5', 'MO23'],
    ['half', 'MO23'],
  ])('MO23 a step: %s', (typed, expected) => {
    expect(read(SCALE, typed)).toBe(expected);
  });

  test('MO24 words, not endless', () => {
    expect(read(WORDS, ' A law was passed. ')).toBe('A law was passed.');
    expect(read(WORDS, 'x'.repeat(2001))).toBe('MO24');
  });

  test.each([NUMBER, PERCENT, YES_NO, SCALE, WORDS])('MO19 four answers of $type', (sheet) => {
    expect(read(sheet, '')).toBe('notReported');
    expect(read(sheet, 'Not  available')).toBe('notAvailable');
    expect(read(sheet, 'ไม่เกี่ยวข้อง')).toBe('notApplicable');
    for (const sign of ['n/a', 'N.A.', '-', '–', '?']) expect(read(sheet, sign)).toBe('MO25');
  });

  test('MO20 property: what is written for a value is read as the same', () => {
    const number = fc
      .tuple(fc.integer({ min: -999_999_999, max: 999_999_999 }), fc.integer({ min: 0, max: 5 }))
      .map(([digits, places]) => digits / 10 ** places);
    fc.assert(
      fc.property(number, (some) => {
        const entry = { kind: 'value', value: some === 0 ? 0 : some, words: '' } as const;
        expect(parseEntry(NUMBER, typedValue(NUMBER, entry))).toEqual({ ok: true, value: entry });
        expect(readNumber(some.toLocaleString('en', { maximumFractionDigits: 6 }))).toBe(
          some === 0 ? 0 : some,
        );
      }),
      { seed: 6, numRuns: 500 },
    );
    for (const value of [1, 2, 3]) {
      const entry = { kind: 'value', value, words: '' } as const;
      expect(read(SCALE, typedValue(SCALE, entry))).toBe(value);
    }
    for (const value of [0, 1]) {
      expect(read(YES_NO, typedValue(YES_NO, { kind: 'value', value, words: '' }))).toBe(value);
    }
  });

  test('MO20 property: anything typed is an answer or a refusal', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (typed) => {
        for (const sheet of [NUMBER, PERCENT, YES_NO, SCALE, WORDS]) {
          const outcome = parseEntry(sheet, typed);
          expect(outcome.ok || /^MO2[0-5]$/.test(outcome.rule)).toBe(true);
        }
      }),
      { seed: 6, numRuns: 500 },
    );
  });
});
