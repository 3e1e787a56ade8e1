import format from 'icu-minify/format';
import { expect, test } from 'vitest';
import { pickMessages } from './pick';
import { translator } from './translate';

const options = {
  formatters: {
    getDateTimeFormat: (...args: ConstructorParameters<typeof Intl.DateTimeFormat>) =>
      new Intl.DateTimeFormat(...args),
    getNumberFormat: (...args: ConstructorParameters<typeof Intl.NumberFormat>) =>
      new Intl.NumberFormat(...args),
    getPluralRules: (...args: ConstructorParameters<typeof Intl.PluralRules>) =>
      new Intl.PluralRules(...args),
  },
};

test.each(['en', 'th'] as const)(
  'a compiled message reads in the browser as on the server (%s)',
  (locale) => {
    const messages = pickMessages(locale, ['common', 'compare']);
    for (const count of [0, 1, 2, 1234]) {
      const message = messages['compare.counter.all'];
      if (message === undefined) throw new Error('not picked');
      expect(format(message, locale, { count }, options)).toBe(
        translator(locale, 'compare')('counter.all', { count }),
      );
    }
  },
);

test('only what a page picks travels', () => {
  expect(Object.keys(pickMessages('en', ['common'])).every((key) => key.startsWith('common.'))).toBe(true);
});

test('what travels is ordinary objects, as React demands', () => {
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    expect([Array.prototype, Object.prototype]).toContain(Object.getPrototypeOf(value));
    Object.values(value).forEach(walk);
  };
  walk(pickMessages('en', ['rules', 'editor']));
});
