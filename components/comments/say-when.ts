import { formattingLocale, type Locale, TIME_ZONE } from '@/messages/locale';

/** Day and hour of an instant, without the catalogue that server pages format with. */
export function sayWhen(locale: Locale, instant: string): string {
  return new Intl.DateTimeFormat(formattingLocale(locale), {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: TIME_ZONE,
  }).format(new Date(instant));
}
