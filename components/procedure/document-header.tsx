import Link from 'next/link';
import type { ReactNode } from 'react';
import { SilenceBanner } from '@/components/silence/silence-banner';
import { Badge, stateTone } from '@/components/ui/badge';
import { Country } from '@/components/ui/country';
import { Notice } from '@/components/ui/notice';
import { TabLinks } from '@/components/ui/tab-links';
import type { DocumentState } from '@/domain/procedure/states';
import type { Locale } from '@/messages/locale';
import { type NamedCountry, nameIn } from '@/messages/names';
import { translator } from '@/messages/translate';
import { type DecidedIn, sayDecision } from './say-decision';

/** What the header of a document shows (server/queries/documents: DocumentView). */
export interface HeaderDocument {
  readonly id: string;
  readonly symbol: string;
  readonly kind: 'statement' | 'workPlan' | 'conceptNote' | 'report' | 'paper';
  readonly title: string;
  readonly language: string;
  readonly leadCountry: string | null;
  readonly state: DocumentState;
  readonly pensDown: boolean;
  readonly isIllustrative: boolean;
  readonly meeting: { readonly id: string; readonly title: string; readonly titleThai: string } | null;
  readonly agendaItem: { readonly number: string; readonly title: string; readonly titleThai: string } | null;
  readonly currentVersion: { readonly number: number; readonly revision: number | null } | null;
  readonly decision: DecidedIn | null;
  /** The decision taken last, of whichever tier. */
  readonly lastDecision: (DecidedIn & { readonly revision: number }) | null;
  readonly isAnnulled: boolean;
  readonly may: {
    readonly adopt: boolean;
    readonly confirmAdoption: boolean;
    readonly readNegotiation: boolean;
    readonly readRecord: boolean;
    readonly startSilence: boolean;
    readonly decideAtTier: boolean;
  };
}

/** What every page of a document begins with: where it belongs, what it is, how it stands, and its pages. */
export function DocumentHeader(props: {
  document: HeaderDocument;
  countries: readonly NamedCountry[];
  locale: Locale;
  predecessor: { readonly id: string; readonly symbol: string } | null;
  tools: ReactNode;
  /** The latest silence procedure on the text, or null. */
  silence: { readonly state: string; readonly expiresAt: string; readonly zone: string } | null;
}) {
  const { document, locale, countries } = props;
  const t = translator(locale, 'documents');
  const common = translator(locale, 'common');
  const base = `/documents/${document.id}`;
  return (
    <header className="document-header mb-5">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1 text-sm text-muted">
        <span className="font-medium tracking-wide text-ink">{document.symbol}</span>
        <span>{common(`kind.${document.kind}`)}</span>
        {document.meeting === null ? (
          <span>{t('noMeeting')}</span>
        ) : (
          <Link
            href={`/meetings/${document.meeting.id}`}
            className="underline decoration-line-strong/60 underline-offset-2 hover:text-accent"
          >
            {nameIn(locale, document.meeting.title, document.meeting.titleThai)}
          </Link>
        )}
        {document.agendaItem === null ? null : (
          <span title={nameIn(locale, document.agendaItem.title, document.agendaItem.titleThai)}>
            {t('item', { number: document.agendaItem.number })}
          </span>
        )}
        {document.leadCountry === null ? null : (
          <span className="inline-flex items-baseline gap-1">
            <span className="sr-only">{t('lead')}: </span>
            <Country code={document.leadCountry} countries={countries} locale={locale} />
          </span>
        )}
      </div>
      <h1
        lang={document.language}
        className="mt-1.5 max-w-5xl font-serif text-[1.3rem] leading-tight sm:text-[1.65rem] font-semibold text-pretty"
      >
        {document.title}
      </h1>
      <div className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1.5 text-sm">
        {document.isAnnulled ? (
          <Badge tone="stop">{translator(locale, 'tiers')('annulled')}</Badge>
        ) : (
          <Badge tone={stateTone(document.state)}>{common(`state.${document.state}`)}</Badge>
        )}
        <p className="text-muted">
          <StateWords document={document} locale={locale} />
        </p>
      </div>
      {props.predecessor === null ? null : (
        <p className="mt-1.5 text-sm text-muted">
          {t('basedOn')}{' '}
          <Link
            href={`/documents/${props.predecessor.id}/record`}
            className="underline decoration-line-strong/60 underline-offset-2 hover:text-accent"
          >
            {props.predecessor.symbol}
          </Link>
        </p>
      )}
      {document.isIllustrative ? (
        <p className="mt-1.5 max-w-4xl text-[0.8125rem] text-muted italic">{common('illustrative')}</p>
      ) : null}
      {document.pensDown ? (
        <div className="mt-3 max-w-4xl">
          <Notice
            tone="warn"
            actions={
              document.may.adopt ? (
                <Link href={`${base}/adopt`} className="text-accent underline underline-offset-2">
                  {t('pensDownChair')}
                </Link>
              ) : undefined
            }
          >
            <p>{t('pensDown')}</p>
          </Notice>
        </div>
      ) : null}
      {props.silence?.state === 'running' ? (
        <SilenceBanner
          documentId={document.id}
          expiresAt={props.silence.expiresAt}
          zone={props.silence.zone}
          locale={locale}
        />
      ) : null}
      <div className="mt-4 flex flex-wrap items-end justify-between gap-x-6 border-b border-line">
        <TabLinks
          label={t('tabs.label')}
          tabs={[
            { href: base, label: t('tabs.text'), also: [`${base}/views`, `${base}/clauses`] },
            {
              href: `${base}/versions`,
              label: t('tabs.versions'),
              also: [`${base}/convergence`, `${base}/import`],
            },
            { href: `${base}/compare`, label: t('tabs.compare') },
            ...(document.may.readNegotiation && document.state !== 'draft'
              ? [
                  { href: `${base}/negotiation`, label: t('tabs.negotiation') },
                  { href: `${base}/proposals`, label: t('tabs.proposals') },
                ]
              : []),
            { href: `${base}/sources`, label: translator(locale, 'sources')('tab') },
            ...(document.may.adopt || (document.may.confirmAdoption && document.pensDown)
              ? [{ href: `${base}/adopt`, label: t('tabs.adopt') }]
              : []),
            ...(props.silence !== null || document.may.startSilence
              ? [{ href: `${base}/silence`, label: translator(locale, 'silence')('tab') }]
              : []),
            ...(document.lastDecision !== null || document.may.decideAtTier
              ? [{ href: `${base}/decisions`, label: translator(locale, 'tiers')('tab') }]
              : []),
            ...(document.may.readRecord ? [{ href: `${base}/record`, label: t('tabs.record') }] : []),
          ]}
        />
        <div className="no-print -mx-3.5 flex flex-wrap gap-1 pb-1">{props.tools}</div>
      </div>
    </header>
  );
}

function StateWords({ document, locale }: { document: HeaderDocument; locale: Locale }) {
  const t = translator(locale, 'documents');
  const { currentVersion: version } = document;
  const { lastDecision: last } = document;
  const said =
    last === null ? null : <span className="text-ink">{sayDecision(last, last.revision, locale)}.</span>;
  if (document.decision !== null) {
    return (
      <>
        {said} {t(document.isAnnulled ? 'state.annulled' : 'state.adopted')}
      </>
    );
  }
  return (
    <>
      {version === null ? null : (
        <>
          <Link
            href={`/documents/${document.id}/versions/${version.number}`}
            className="underline decoration-line-strong/60 underline-offset-2 hover:text-accent"
          >
            {version.revision === null ? t('version', { number: version.number }) : `Rev.${version.revision}`}
          </Link>
          <span aria-hidden="true"> · </span>
        </>
      )}
      {said} {t(`state.${document.state}`)}
    </>
  );
}
