import type { Locale } from './locale';
import { formatter, translator } from './translate';

/** "2019", "first half of 2019", "third quarter of 2019"; in Thai with the year of the Buddhist era. */
export function sayPeriod(locale: Locale, period: string): string {
  const t = translator(locale, 'monitoring');
  const year = formatter(locale).dateTime(new Date(`${period.slice(0, 4)}-06-15T00:00:00.000Z`), {
    year: 'numeric',
  });
  const part = period.slice(5);
  const named = { H1: 'H1', H2: 'H2', Q1: 'Q1', Q2: 'Q2', Q3: 'Q3', Q4: 'Q4' } as const;
  const key = named[part as keyof typeof named];
  return key === undefined ? t('period.year', { year }) : t(`period.${key}`, { year });
}
