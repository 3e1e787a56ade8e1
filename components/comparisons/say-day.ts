import { startOfDay } from '@/domain/body/days';
import type { Locale } from '@/messages/locale';
import { formatter } from '@/messages/translate';

/** A calendar day (YYYY-MM-DD) as people write it: "12 March 2019". */
export function sayDay(day: string, locale: Locale): string {
  return formatter(locale).dateTime(new Date(startOfDay(day)), { dateStyle: 'long' });
}
