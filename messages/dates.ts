import type { Locale } from './locale';
import { formatter } from './translate';

/**
 * Dates and times as pages say them. A calendar day (YYYY-MM-DD) is shown as that day, whatever the hour; Thai
 * years are of the Buddhist era.
 */
export function sayDay(locale: Locale, day: string): string {
  return formatter(locale).dateTime(noonOf(day), { dateStyle: 'long' });
}

export function sayShortDay(locale: Locale, day: string): string {
  return formatter(locale).dateTime(noonOf(day), { dateStyle: 'medium' });
}

/** "22–24 April 2019", "22 เมษายน 2562". */
export function sayDays(locale: Locale, startsOn: string, endsOn: string): string {
  if (startsOn === endsOn) return sayDay(locale, startsOn);
  return formatter(locale).dateTimeRange(noonOf(startsOn), noonOf(endsOn), { dateStyle: 'long' });
}

/** Day and hour of an instant. */
export function sayInstant(locale: Locale, instant: string): string {
  return formatter(locale).dateTime(new Date(instant), { dateStyle: 'medium', timeStyle: 'short' });
}

function noonOf(day: string): Date {
  return new Date(`${day}T12:00:00.000+07:00`);
}
