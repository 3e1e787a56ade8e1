import { dayOf, lastDayBefore } from '@/domain/body/days';
import { sayShortDay } from '@/messages/dates';
import type { Locale } from '@/messages/locale';
import { translator } from '@/messages/translate';

/** "since 26 Oct 2025", or "1 Jan 2019 – 31 Dec 2020" where it has an end. */
export function sayPeriod(
  locale: Locale,
  span: { readonly from: string; readonly to: string | null },
): string {
  const from = sayShortDay(locale, dayOf(span.from));
  if (span.to === null) return translator(locale, 'admin')('bodies.roster.sinceDay', { day: from });
  return `${from} – ${sayShortDay(locale, lastDayBefore(span.to))}`;
}
