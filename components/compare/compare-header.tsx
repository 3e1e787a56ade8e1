import type { ReactNode } from 'react';
import { Delegations } from '@/components/versions/delegations';
import { type VersionFacts, versionCitation } from '@/components/versions/version-line';
import type { DocumentState } from '@/domain/procedure/states';
import type { Locale } from '@/messages/locale';
import { formatter, translator } from '@/messages/translate';
import type { DelegationName } from './context';

interface Side {
  readonly version: VersionFacts | 'now';
  readonly state: DocumentState;
  readonly at: string;
}

/** Which two texts are compared, when each was stored, in what state, and who wrote between them. */
export function CompareHeader(props: {
  locale: Locale;
  sides?: { from: Side; to: Side; document: string; fromDocument: string | null };
  writers?: { readonly codes: readonly string[]; readonly complete: boolean } | null;
  delegations?: readonly DelegationName[];
}): ReactNode {
  const { locale, sides, writers } = props;
  const t = translator(locale, 'compare');
  return (
    <header>
      <h2 className="font-serif text-[1.45rem] leading-tight font-semibold">{t('heading')}</h2>
      {sides === undefined ? null : (
        <p className="mt-1.5 max-w-4xl text-muted">
          {sides.fromDocument === null ? null : `${sides.fromDocument}: `}
          <SideWords side={sides.from} locale={locale} />
          <span aria-hidden="true"> → </span>
          <span className="sr-only">; </span>
          {sides.fromDocument === null ? null : `${sides.document}: `}
          <SideWords side={sides.to} locale={locale} />
        </p>
      )}
      {writers == null || (writers.codes.length === 0 && writers.complete) ? null : (
        <div className="mt-1 flex flex-wrap items-baseline gap-x-3 gap-y-0.5 text-sm text-muted">
          {writers.codes.length === 0 ? null : (
            <>
              <span>{t('writers')}</span>
              <Delegations codes={writers.codes} names={props.delegations ?? []} locale={locale} />
            </>
          )}
          {writers.complete ? null : <span>{t('writersOpen')}</span>}
        </div>
      )}
    </header>
  );
}

function SideWords({ side, locale }: { side: Side; locale: Locale }): ReactNode {
  const t = translator(locale, 'compare');
  const title = versionCitation(side.version, translator(locale, 'versions'));
  const state = translator(locale, 'common')(`state.${side.state}`);
  const date = formatter(locale).dateTime(new Date(side.at), { dateStyle: 'long', timeStyle: 'short' });
  return <span className="text-ink">{t('dated', { title, date, state })}</span>;
}
