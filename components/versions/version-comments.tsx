import Link from 'next/link';
import type { ReactNode } from 'react';
import { RingLabel } from '@/components/comments/ring-label';
import { Badge } from '@/components/ui/badge';
import { Flag } from '@/components/ui/flag';
import { Section } from '@/components/ui/page';
import type { ThreadView } from '@/domain/comments/view';
import { sayInstant } from '@/messages/dates';
import type { Locale } from '@/messages/locale';
import { countryName, type NamedCountry } from '@/messages/names';
import { translator } from '@/messages/translate';

interface Props {
  readonly documentId: string;
  /** Where the words of each conversation stand in the version, in the order of its text. */
  readonly placed: readonly { readonly thread: ThreadView; readonly place: { readonly asQuoted: boolean } }[];
  readonly elsewhere: readonly ThreadView[];
  readonly language: string;
  readonly countries: readonly NamedCountry[];
  readonly locale: Locale;
}

/** The conversations about a text beside a stored version of it: to be read; one answers where the text is discussed. */
export function VersionComments(props: Props) {
  const { placed, elsewhere, locale } = props;
  const t = translator(locale, 'comments');
  if (placed.length === 0 && elsewhere.length === 0) return null;
  return (
    <div className="mt-6">
      <Section title={t('title')} id="threads">
        <p className="mb-3 text-sm text-muted">{t('version.lead')}</p>
        <ol className="grid gap-4">
          {placed.map(({ thread, place }, index) => (
            <Thread key={thread.id} {...props} thread={thread} number={index + 1}>
              {place.asQuoted ? null : <p className="text-xs text-warn">{t('version.changed')}</p>}
            </Thread>
          ))}
        </ol>
        {elsewhere.length === 0 ? null : (
          <>
            <h3 className="mt-5 mb-2 text-sm font-medium">{t('version.elsewhere')}</h3>
            <ol className="grid gap-4">
              {elsewhere.map((thread) => (
                <Thread key={thread.id} {...props} thread={thread} number={null} />
              ))}
            </ol>
          </>
        )}
      </Section>
    </div>
  );
}

function Thread(props: Props & { thread: ThreadView; number: number | null; children?: ReactNode }) {
  const { thread, number, locale } = props;
  const t = translator(locale, 'comments');
  const country = props.countries.find(({ code }) => code === thread.country);
  const ring =
    thread.ring === 'delegation'
      ? t('ring.delegation', { delegation: country === undefined ? '' : countryName(locale, country) })
      : t(`ring.${thread.ring}`);
  return (
    <li id={number === null ? undefined : `thread-${number}`} tabIndex={-1} className="grid gap-1.5 text-sm">
      <p className="flex flex-wrap items-center gap-2">
        {number === null ? null : (
          <a
            href={`#words-${number}`}
            aria-label={t('version.toWords', { number })}
            className="comment-number"
          >
            {number}
          </a>
        )}
        <RingLabel ring={thread.ring} name={ring} />
        {thread.resolved === null ? null : <Badge tone="done">{t('thread.resolved')}</Badge>}
        <Link
          href={`/documents/${props.documentId}?thread=${thread.id}`}
          prefetch={false}
          className="text-accent underline underline-offset-2"
        >
          {t('version.inText')}
        </Link>
      </p>
      <p lang={props.language} className="border-l-2 border-warn pl-2 font-serif text-muted">
        {thread.anchor.quote}
      </p>
      {props.children}
      <ul className="grid gap-1.5 pl-3">
        {thread.comments.map((comment) => (
          <li key={comment.id}>
            <p className="flex flex-wrap items-baseline gap-x-1.5">
              <Flag country={comment.country} size={10} />
              <span className="font-medium">{comment.by}</span>
              <time dateTime={comment.at} className="text-xs text-muted">
                {sayInstant(locale, comment.at)}
              </time>
            </p>
            {comment.words === null ? (
              <p className="text-muted italic">{t('thread.takenBack')}</p>
            ) : (
              <p className="break-words whitespace-pre-line">{comment.words}</p>
            )}
          </li>
        ))}
      </ul>
    </li>
  );
}
