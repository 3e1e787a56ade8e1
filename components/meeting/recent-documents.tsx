import Link from 'next/link';
import { Country } from '@/components/ui/country';
import { sayInstant } from '@/messages/dates';
import type { Locale } from '@/messages/locale';
import type { NamedCountry } from '@/messages/names';
import { translator } from '@/messages/translate';
import { type ListedDocument, StateBadge, versionLabel } from './document-facts';

export interface RecentDocument {
  readonly document: ListedDocument;
  readonly lastChange: {
    readonly at: string;
    readonly name: string;
    readonly country: string | null;
  } | null;
}

/** The documents written in last: what they are, where they stand, who wrote last and when. */
export function RecentDocuments(props: {
  documents: readonly RecentDocument[];
  countries: readonly NamedCountry[];
  locale: Locale;
}) {
  const { locale } = props;
  const t = translator(locale, 'home');
  const common = translator(locale, 'common');
  return (
    <ul className="divide-y divide-line">
      {props.documents.map(({ document, lastChange }) => (
        <li
          key={document.id}
          className="grid gap-x-6 gap-y-1 py-3 first:pt-0 last:pb-0 md:grid-cols-[minmax(0,1fr)_13rem]"
        >
          <div className="min-w-0">
            <p className="text-[0.8125rem] tracking-wide text-muted">{document.symbol}</p>
            <h3 className="font-serif text-base leading-snug font-semibold text-pretty">
              <Link
                href={`/documents/${document.id}`}
                lang={document.language}
                className="no-underline hover:text-accent hover:underline"
              >
                {document.title}
              </Link>
            </h3>
            <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-[0.8125rem] text-muted">
              <StateBadge state={document.state} isAnnulled={document.isAnnulled} locale={locale} />
              <span>{versionLabel(document, locale)}</span>
            </p>
          </div>
          <p className="text-[0.8125rem] text-muted md:text-right">
            <span className="sr-only">{t('documents.changed')}: </span>
            {lastChange === null ? (
              t('documents.never')
            ) : (
              <>
                <time dateTime={lastChange.at} className="block">
                  {sayInstant(locale, lastChange.at)}
                </time>
                {lastChange.country === null ? (
                  common('secretariatHand')
                ) : (
                  <Country code={lastChange.country} countries={props.countries} locale={locale} />
                )}
              </>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}
