import { describe, expect, test } from 'vitest';
import { NOTICE_KINDS } from '../domain/notices/kinds';
import { LOCALES } from './locale';
import { noticeSentence, sayDeadline } from './notice-sentence';

const COUNTRIES = [{ code: 'TH', shortName: 'Thailand', thaiName: 'ไทย' }];

describe('sentences of notices', () => {
  test.each(LOCALES)('NO2 every kind says something, even where its data says nothing (%s)', (locale) => {
    for (const kind of NOTICE_KINDS) {
      const sentence = noticeSentence(locale, kind, {}, COUNTRIES);
      expect([kind, sentence.length > 5, /[{}]|notices\./.test(sentence)]).toEqual([kind, true, false]);
    }
  });

  test('NO2 names are in the reader’s language', () => {
    const data = { country: 'TH', clause: '4 (b)' };
    expect(noticeSentence('en', 'proposalTabled', data, COUNTRIES)).toBe(
      'Thailand tabled a proposal on clause 4 (b).',
    );
    expect(noticeSentence('th', 'proposalTabled', data, COUNTRIES)).toBe('ไทยยื่นข้อเสนอในข้อ 4 (b)');
  });

  test('NO2 a deadline is said with its zone', () => {
    expect(sayDeadline('en', '2019-04-25T02:00:00.000Z')).toBe('25 April 2019 at 09:00 GMT+7');
    expect(sayDeadline('en', '2019-04-25T02:00:00.000Z', 'no such zone')).toBe(
      '25 April 2019 at 09:00 GMT+7',
    );
    expect(sayDeadline('th', '2019-04-25T02:00:00.000Z')).toContain('2562');
  });
});
