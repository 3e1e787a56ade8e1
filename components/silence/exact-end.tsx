import type { Locale } from '@/messages/locale';
import { translator } from '@/messages/translate';
import { Countdown } from './countdown';
import { sayExactly } from './say-end';

/** The end of a silence, large: the hour where the body sits, the same in UTC, and what is left as one watches. */
export function ExactEnd(props: {
  expiresAt: string;
  zone: string;
  now: string;
  isOpen: boolean;
  locale: Locale;
}) {
  const { expiresAt, zone, locale } = props;
  const t = translator(locale, 'silence');
  return (
    <div className="my-5 border-l-4 border-accent pl-4">
      <p className="text-sm text-muted">{t(props.isOpen ? 'end.until' : 'end.was')}</p>
      <p className="font-serif text-[1.45rem] leading-snug font-semibold text-pretty sm:text-[1.7rem]">
        <time dateTime={expiresAt}>{sayExactly(locale, expiresAt, zone)}</time>
      </p>
      <p className="mt-1 text-sm text-muted">
        {zone} · {sayExactly(locale, expiresAt, 'UTC')}
      </p>
      {props.isOpen ? (
        <p className="no-print mt-2 text-sm">
          <Countdown
            endsAt={expiresAt}
            serverNow={props.now}
            words={{ left: t('end.left'), days: t('end.days'), over: t('end.over') }}
          />{' '}
          <span className="text-muted">{t('end.clock')}</span>
        </p>
      ) : null}
    </div>
  );
}
