import { formattingLocale, type Locale } from '@/messages/locale';

/** An instant to the second in a zone, with the zone's distance from UTC: "Tuesday, 1 December 2026 at 18:00:00 GMT+7". */
export function sayExactly(locale: Locale, instant: string, zone: string): string {
  const said = new Intl.DateTimeFormat(formattingLocale(locale), {
    timeZone: zone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    ...(zone === 'UTC' ? {} : { timeZoneName: 'shortOffset' }),
  }).format(new Date(instant));
  return zone === 'UTC' ? `${said} UTC` : said;
}

/** The same in short, for lists and lines: "1 Dec 2026, 18:00:00". Objections are told apart by the second. */
export function sayToTheSecond(locale: Locale, instant: string, zone: string): string {
  return new Intl.DateTimeFormat(formattingLocale(locale), {
    timeZone: zone,
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(instant));
}

/** "Asia/Bangkok (GMT+7)". */
export function sayZone(locale: Locale, zone: string, instant: string): string {
  const part = new Intl.DateTimeFormat(formattingLocale(locale), {
    timeZone: zone,
    timeZoneName: 'shortOffset',
  })
    .formatToParts(new Date(instant))
    .find(({ type }) => type === 'timeZoneName');
  return `${zone} (${part?.value ?? ''})`;
}
