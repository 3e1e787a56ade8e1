import Link from 'next/link';
import { Country } from '@/components/ui/country';
import type { ClauseSource } from '@/domain/brainstorm/trace';
import type { Locale } from '@/messages/locale';
import type { NamedCountry } from '@/messages/names';
import { translator } from '@/messages/translate';
import { HowItCame } from './how-it-came';
import { SourceLink } from './source-link';

/** One line on the pages of a clause: where it comes from. Nothing where no source is named. */
export function ComesFrom(props: {
  documentId: string;
  sources: readonly ClauseSource[];
  countries: readonly NamedCountry[];
  locale: Locale;
}) {
  const { sources, countries, locale } = props;
  if (sources.length === 0) return null;
  const t = translator(locale, 'sources');
  return (
    <div className="mb-5 flex flex-wrap items-baseline gap-x-3 gap-y-1 border-y border-line py-2.5 text-sm">
      <span className="text-muted">{t('line')}</span>
      {sources.map((source) => (
        <span key={source.linkId} className="inline-flex flex-wrap items-baseline gap-x-2">
          <SourceLink source={source} locale={locale} />
          {source.countries.map((code) => (
            <Country key={code} code={code} countries={countries} locale={locale} className="text-muted" />
          ))}
          <HowItCame source={source} locale={locale} />
        </span>
      ))}
      <Link
        href={`/documents/${props.documentId}/sources`}
        prefetch={false}
        className="text-accent sm:ml-auto"
      >
        {t('all')}
      </Link>
    </div>
  );
}
