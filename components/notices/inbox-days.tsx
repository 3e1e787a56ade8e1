import { ActionForm } from '@/components/ui/action-form';
import type { FormAction } from '@/components/ui/form-state';
import { formWords } from '@/components/ui/form-words';
import type { NoticeData } from '@/domain/notices/data';
import type { NoticeKind } from '@/domain/notices/kinds';
import { sayDay } from '@/messages/dates';
import type { Locale } from '@/messages/locale';
import type { NamedCountry } from '@/messages/names';
import { noticeSentence } from '@/messages/notice-sentence';
import { formatter, translator } from '@/messages/translate';
import { NoticeLink } from './notice-link';

/** As server/queries/inbox gives it. */
interface Entry {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly data: NoticeData;
  readonly at: string;
  readonly isUnread: boolean;
  readonly href: string;
}

interface Day {
  readonly day: string;
  readonly groups: readonly {
    readonly document: {
      readonly id: string;
      readonly symbol: string;
      readonly title: string;
      readonly language: string;
    } | null;
    readonly entries: readonly Entry[];
  }[];
}

/** Notices by day, and within a day by document. */
export function InboxDays(props: {
  days: readonly Day[];
  countries: readonly NamedCountry[];
  locale: Locale;
  markRead: FormAction;
}) {
  if (props.days.length === 0) return null;
  return (
    <div className="mb-6 divide-y divide-line rounded-lg border border-line bg-paper px-5 shadow-card">
      {props.days.map(({ day, groups }) => (
        <section key={day} className="grid gap-x-6 gap-y-1 py-2.5 sm:grid-cols-[8.5rem_minmax(0,1fr)]">
          <h2 className="text-sm font-semibold sm:leading-9">
            <time dateTime={day}>{sayDay(props.locale, day)}</time>
          </h2>
          <div className="grid gap-4">
            {groups.map(({ document, entries }) => (
              <div key={document?.symbol ?? ''}>
                {document === null ? null : (
                  <h3 className="pt-0.5 text-[0.8125rem] text-muted">
                    {document.symbol} · <span lang={document.language}>{document.title}</span>
                  </h3>
                )}
                <ul className="divide-y divide-line/70">
                  {entries.map((entry) => (
                    <Line key={entry.id} {...props} entry={entry} documentId={document?.id ?? ''} />
                  ))}
                </ul>
              </div>
            ))}
          </div>
        </section>
      ))}
    </div>
  );
}

function Line(props: {
  entry: Entry;
  documentId: string;
  countries: readonly NamedCountry[];
  locale: Locale;
  markRead: FormAction;
}) {
  const { entry, locale } = props;
  const t = translator(locale, 'notices');
  const sentence = noticeSentence(locale, entry.kind, entry.data, props.countries);
  const calendar = calendarOf(entry, props.documentId);
  return (
    <li className="flex items-start gap-3" data-unread={entry.isUnread}>
      <span
        className={`mt-3.5 size-2 shrink-0 rounded-full ${entry.isUnread ? 'bg-accent' : 'bg-transparent'}`}
        aria-hidden="true"
      />
      <div className="flex min-w-0 flex-1 flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <p className="min-w-0 flex-1 basis-60 py-1.5">
          {entry.isUnread ? <span className="sr-only">{t('unreadMark')}: </span> : null}
          <NoticeLink id={entry.id} href={entry.href} isUnread={entry.isUnread}>
            {sentence}
          </NoticeLink>
          {calendar === null ? null : (
            <>
              {' '}
              <a
                href={calendar}
                className="text-[0.8125rem] whitespace-nowrap text-accent no-underline hover:underline"
              >
                {t('toCalendar')}
              </a>
            </>
          )}
        </p>
        <div className="-mr-3.5 flex items-center gap-1 text-[0.8125rem] text-muted">
          <time dateTime={entry.at}>
            {formatter(locale).dateTime(new Date(entry.at), { timeStyle: 'short' })}
          </time>
          {entry.isUnread ? (
            <ActionForm
              action={props.markRead}
              words={formWords(locale)}
              tone="quiet"
              className="grid"
              submit={
                <>
                  {t('markRead')}
                  <span className="sr-only">: {sentence}</span>
                </>
              }
              hidden={{ id: entry.id }}
            />
          ) : null}
        </div>
      </div>
    </li>
  );
}

/** Where the deadline that a notice tells of can be had for one's calendar. */
function calendarOf({ kind, data }: Entry, documentId: string): string | null {
  if (kind === 'roundOpened' || kind === 'roundWindowChanged' || kind === 'returnDue') {
    return data.roundId === undefined ? null : `/api/rounds/${data.roundId}/deadline.ics`;
  }
  if (kind === 'silenceStarted' || kind === 'silenceExtended' || kind === 'silenceReminder') {
    return `/api/documents/${documentId}/silence.ics`;
  }
  return kind === 'corrigendumProposed' && data.corrigendumId !== undefined
    ? `/api/documents/${documentId}/corrigenda/${data.corrigendumId}/deadline.ics`
    : null;
}
