import { describe, expect, test } from 'vitest';
import { en } from './en';
import { refusalMessage } from './refusal-message';
import { th } from './th';

const RULES = Object.keys(en.rules);

/** Some value for every argument of a message. */
function detailFor(message: string): Record<string, string | number> {
  return Object.fromEntries(
    [...message.matchAll(/\{(\w+)(,)?/g)].map((match) => [
      match[1] ?? '',
      match[2] === undefined ? `<${match[1]}>` : 3,
    ]),
  );
}

describe('what a refusal says', () => {
  test.each(RULES)('%s is a sentence in both languages, with all its details filled in', (rule) => {
    for (const locale of ['en', 'th'] as const) {
      const message = (locale === 'en' ? en : th).rules[rule as keyof typeof en.rules];
      const detail = detailFor(message);
      const said = refusalMessage({ rule, detail }, locale);
      expect(said).not.toMatch(/[{}]/);
      expect(said.length).toBeGreaterThan(8);
      for (const value of Object.values(detail)) expect(said).toContain(String(value));
    }
  });

  test.each(RULES)('%s reads without any detail, too', (rule) => {
    const message = en.rules[rule as keyof typeof en.rules];
    if (message.includes(', plural,')) return;
    const said = refusalMessage({ rule }, 'en');
    expect(said).not.toMatch(/[{}]|^rules\./);
  });

  test('PO3 says the state of a document in the words of the reader', () => {
    expect(refusalMessage({ rule: 'PO3', detail: { state: 'adopted' } }, 'en')).toContain('Adopted');
    expect(refusalMessage({ rule: 'PO3', detail: { state: 'adopted' } }, 'th')).toContain('รับรองแล้ว');
  });

  test('BO13 says the state of a meeting in the words of the reader', () => {
    expect(refusalMessage({ rule: 'BO13', detail: { meetingState: 'closed' } }, 'en')).toContain('Closed');
  });

  test('details are text, never a message of their own: markup and braces come out as they are', () => {
    const said = refusalMessage({ rule: 'BO11', detail: { acronym: '<b>{state}</b>' } }, 'en');
    expect(said).toBe('Another body already has the acronym <b>{state}</b>.');
  });

  test('a rule without words says its number', () => {
    expect(refusalMessage({ rule: 'ZZ9' }, 'en')).toContain('ZZ9');
  });
});
