import Link from 'next/link';
import type { ReactNode } from 'react';
import { Badge, stateTone } from '@/components/ui/badge';
import { Country } from '@/components/ui/country';
import type { DocumentKind, DocumentState } from '@/domain/procedure/states';
import type { Locale } from '@/messages/locale';
import type { NamedCountry } from '@/messages/names';
import { translator } from '@/messages/translate';

/** A document as lists show it (server/queries/documents: DocumentView). */
export interface ListedDocument {
  readonly id: string;
  readonly symbol: string;
  readonly kind: DocumentKind;
  readonly title: string;
  readonly language: string;
  readonly leadCountry: string | null;
  readonly state: DocumentState;
  /** The adoption was annulled within its sitting. */
  readonly isAnnulled: boolean;
  readonly currentVersion: {
    readonly number: number;
    readonly revision: number | null;
    readonly name: string;
  } | null;
}

/** "Rev.2", or "Version 7" where no revision has been issued. */
export function versionLabel(document: ListedDocument, locale: Locale): string {
  const t = translator(locale, 'meetings');
  const version = document.currentVersion;
  if (version === null) return t('noVersion');
  return version.revision === null ? t('versionNo', { number: version.number }) : `Rev.${version.revision}`;
}

export function StateBadge(props: { state: DocumentState; isAnnulled?: boolean; locale: Locale }) {
  if (props.isAnnulled === true) {
    return <Badge tone="stop">{translator(props.locale, 'tiers')('annulled')}</Badge>;
  }
  return (
    <Badge tone={stateTone(props.state)}>{translator(props.locale, 'common')(`state.${props.state}`)}</Badge>
  );
}

/** One document under an agenda item: what it is called, where it stands, who leads it. */
export function DocumentLine(props: {
  document: ListedDocument;
  countries: readonly NamedCountry[];
  locale: Locale;
  presence?: ReactNode;
  aside?: ReactNode;
}) {
  const { document, locale } = props;
  const t = translator(locale, 'meetings');
  return (
    <article className="grid gap-1.5 rounded-md border border-line bg-raised px-4 py-3">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1 text-[0.8125rem] text-muted">
        <span className="font-medium tracking-wide">{document.symbol}</span>
        <span>{translator(locale, 'common')(`kind.${document.kind}`)}</span>
      </div>
      <h4 className="font-serif text-[1.0625rem] leading-snug font-semibold text-pretty">
        <Link
          href={`/documents/${document.id}`}
          lang={document.language}
          className="no-underline hover:text-accent hover:underline"
        >
          {document.title}
        </Link>
      </h4>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1.5 text-[0.8125rem] text-muted">
        <StateBadge state={document.state} isAnnulled={document.isAnnulled} locale={locale} />
        <span>
          <span className="sr-only">{t('current')}: </span>
          {versionLabel(document, locale)}
        </span>
        {document.leadCountry === null ? null : (
          <span className="inline-flex items-baseline gap-1">
            <span className="sr-only">{t('leadCountry')}: </span>
            <Country code={document.leadCountry} countries={props.countries} locale={locale} />
          </span>
        )}
        {props.presence}
      </div>
      {props.aside}
    </article>
  );
}
