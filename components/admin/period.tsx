import { dayOf, lastDayBefore } from '@/domain/body/days';
import { sayShortDay } from '@/messages/dates';
import type { Locale } from '@/messages/locale';
import { translator } from '@/messages/translate';

/** "since 26 Oct 2025", or "1 Jan 2019 – 31 Dec 2020" where it has an end. A date is never broken over two lines. */
export function Period(props: {
  locale: Locale;
  span: { readonly from: string; readonly to: string | null };
}) {
  const { locale, span } = props;
  const from = sayShortDay(locale, dayOf(span.from));
  if (span.to === null) {
    return (
      <span className="whitespace-nowrap">
        {translator(locale, 'admin')('bodies.roster.sinceDay', { day: from })}
      </span>
    );
  }
  return (
    <>
      <span className="whitespace-nowrap">{from} –</span>{' '}
      <span className="whitespace-nowrap">{sayShortDay(locale, lastDayBefore(span.to))}</span>
    </>
  );
}
