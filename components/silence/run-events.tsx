import { Country } from '@/components/ui/country';
import type { Locale } from '@/messages/locale';
import { type NamedCountry, nameIn } from '@/messages/names';
import { translator } from '@/messages/translate';
import { sayToTheSecond } from './say-end';

/** One thing that happened in a run (server/queries/silence-run: SilenceEventView). */
export interface SilenceEventLine {
  readonly id: string;
  readonly kind:
    | 'started'
    | 'reminded'
    | 'objected'
    | 'amended'
    | 'extended'
    | 'outageExtended'
    | 'cancelled'
    | 'expired'
    | 'announced';
  readonly at: string;
  readonly country: string | null;
  readonly byName: string | null;
  readonly text: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly hours: number | null;
  readonly meeting: { readonly title: string; readonly titleThai: string } | null;
}

/** What happened in a run, in order, to the second. */
export function RunEvents(props: {
  events: readonly SilenceEventLine[];
  zone: string;
  countries: readonly NamedCountry[];
  locale: Locale;
}) {
  const { locale, zone } = props;
  const t = translator(locale, 'silence');
  return (
    <ol className="divide-y divide-line/70">
      {props.events.map((event) => (
        <li key={event.id} className="grid gap-x-5 gap-y-0.5 py-2.5 sm:grid-cols-[13rem_minmax(0,1fr)]">
          <time dateTime={event.at} className="text-sm text-muted tabular-nums">
            {sayToTheSecond(locale, event.at, zone)}
          </time>
          <div className="min-w-0">
            <p>
              {t(`event.${event.kind}`, { hours: event.hours ?? 0 })}
              {event.country === null ? null : (
                <>
                  {' · '}
                  <Country code={event.country} countries={props.countries} locale={locale} />
                </>
              )}
              {event.byName === null ? null : <span className="text-muted"> · {event.byName}</span>}
            </p>
            {event.from === null || event.to === null ? null : (
              <p className="text-sm text-muted">
                {t('event.moved', {
                  from: sayToTheSecond(locale, event.from, zone),
                  to: sayToTheSecond(locale, event.to, zone),
                })}
              </p>
            )}
            {event.meeting === null ? null : (
              <p className="text-sm text-muted">
                {nameIn(locale, event.meeting.title, event.meeting.titleThai)}
              </p>
            )}
            {event.text === null ? null : (
              <blockquote className="mt-1 max-w-3xl border-l-2 border-line-strong/60 pl-3 whitespace-pre-wrap">
                {event.text}
              </blockquote>
            )}
            {event.kind === 'objected' || event.kind === 'amended' ? (
              <p className="mt-1 text-[0.8125rem] text-muted">{t('event.receipt', { receipt: event.id })}</p>
            ) : null}
          </div>
        </li>
      ))}
    </ol>
  );
}
