import Link from 'next/link';
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
  readonly amendment: {
    readonly change: 'replace' | 'insert';
    readonly citation: string;
    readonly words: string;
    readonly proposal: { readonly id: string; readonly number: number | null } | null;
  } | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly hours: number | null;
  readonly meeting: { readonly title: string; readonly titleThai: string } | null;
}

/** What happened in a run, in order, to the second. */
export function RunEvents(props: {
  documentId: string;
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
            {event.amendment === null ? null : (
              <Amendment {...event.amendment} documentId={props.documentId} locale={locale} />
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

/** What the text would say by an amendment, and the proposal that it became. */
function Amendment(
  props: NonNullable<SilenceEventLine['amendment']> & { documentId: string; locale: Locale },
) {
  const t = translator(props.locale, 'silence');
  const { proposal } = props;
  return (
    <div className="mt-1.5 max-w-3xl text-sm">
      <p className="text-muted">{t(`event.${props.change}`, { clause: props.citation })}</p>
      <blockquote className="mt-0.5 border-l-2 border-insert/60 pl-3 font-serif whitespace-pre-wrap [overflow-wrap:anywhere]">
        {props.words}
      </blockquote>
      {proposal === null ? null : (
        <Link
          href={`/documents/${props.documentId}/proposals/${proposal.id}`}
          className="mt-1 inline-block underline decoration-line-strong/60 underline-offset-2 hover:text-accent"
        >
          {proposal.number === null ? t('event.draft') : t('event.proposal', { number: proposal.number })}
        </Link>
      )}
    </div>
  );
}
