import { describe, expect, test } from 'vitest';
import { FIELD_NAMES, type FieldContext, type FieldName, readCell, sayCell } from './fields';
import type { ActivityCells } from './matrix';

const CONTEXT: FieldContext = {
  results: [{ id: 'res_1', code: 'A.1.1' }],
  countries: [
    { code: 'TH', names: ['Thailand', 'ไทย'] },
    { code: 'LA', names: ['Lao PDR', 'สปป.ลาว'] },
  ],
  statuses: [
    { status: 'carriedOver', names: ['Carried over', 'ยกไปแผนถัดไป'] },
    { status: 'planned', names: ['Planned', 'วางแผนแล้ว'] },
  ],
  predecessors: [{ id: 'act_old', code: 'X.1' }],
};

const FILLED: ActivityCells = {
  resultId: 'res_1',
  code: 'A.1.1.1',
  title: 'Study visits',
  leads: ['TH', 'LA'],
  coLeads: [],
  partners: 'ARC Thailand',
  plannedFrom: '2016-01',
  plannedTo: '2016-12',
  revisedFrom: null,
  revisedTo: '2017-03',
  budget: 12000.5,
  currency: 'USD',
  budgetSource: 'ADF',
  status: 'carriedOver',
  statusReason: 'Not enough time',
  carriedFromId: 'act_old',
};

const read = (name: FieldName, words: string) => {
  const outcome = readCell(name, words, CONTEXT);
  return outcome.ok ? outcome.value : outcome.rule;
};

describe('cells of the matrix', () => {
  test.each(FIELD_NAMES)('%s: what is said is read back as it was', (name) => {
    expect(read(name, sayCell(name, FILLED[name], CONTEXT))).toEqual(FILLED[name]);
  });

  test('PL4 a row needs its result, code, title and status', () => {
    for (const name of ['resultId', 'code', 'title', 'status'] as const) expect(read(name, '  ')).toBe('PL4');
  });

  test('PL7 PL9 statuses and countries are read in both languages and by their codes', () => {
    expect(read('status', 'ยกไปแผนถัดไป')).toBe('carriedOver');
    expect(read('status', 'CARRIEDOVER')).toBe('carriedOver');
    expect(read('status', 'half done')).toBe('PL7');
    expect(read('leads', 'สปป.ลาว; th')).toEqual(['LA', 'TH']);
    expect(read('leads', 'Thailand, Thailand')).toEqual(['TH']);
    expect(read('leads', 'Thailand, Siam')).toBe('PL9');
    expect(read('leads', '')).toEqual([]);
  });

  test('PL11 an amount is read as it was written, or not at all; not known is not 0', () => {
    expect(read('budget', '12,000')).toBe(12000);
    expect(read('budget', '1 250 000.50')).toBe(1250000.5);
    expect(read('budget', '0')).toBe(0);
    expect(read('budget', ' ')).toBeNull();
    expect(read('budget', 'TBC')).toBeNull();
    for (const words of ['12.000,50', '12,00', '-5', 'USD 5', '1e9', 'a lot']) {
      expect(read('budget', words)).toBe('PL11');
    }
  });

  test('PL12 PL13 PL14 PL23 what is unknown or too long is refused', () => {
    expect(read('currency', 'usd')).toBe('USD');
    expect(read('currency', '')).toBe('USD');
    expect(read('currency', '$')).toBe('PL12');
    expect(read('resultId', 'a.1.1')).toBe('res_1');
    expect(read('resultId', 'Z')).toBe('PL13');
    expect(read('title', 'x'.repeat(301))).toBe('PL14');
    expect(read('carriedFromId', 'x.1')).toBe('act_old');
    expect(read('carriedFromId', 'Y')).toBe('PL23');
  });

  test('lines are clean: composed, without signs that cannot be seen', () => {
    expect(read('title', ' Study\u202e \n visits\ufeff ')).toBe('Study visits');
  });
});
