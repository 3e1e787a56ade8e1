import Link from 'next/link';
import type { ReactNode } from 'react';
import { compareHref } from '@/components/compare/choice';
import { type VersionFacts, versionCitation, versionTitle } from '@/components/versions/version-line';
import type { Locale } from '@/messages/locale';
import { formatter, translator } from '@/messages/translate';
import { sayDay } from './say-day';

type None =
  | 'noRevision'
  | 'onlyRevision'
  | 'neverRead'
  | 'firstVisit'
  | 'readBeforeVersions'
  | 'nothingSince'
  | 'noDelegation'
  | 'neverCleared'
  | 'clearedNow';

/** A comparison one click away, or why there is none; the shape that the query hands out. */
export type OfferFacts =
  | {
      readonly from: VersionFacts;
      readonly fromDocument: { readonly id: string; readonly symbol: string } | null;
      readonly to: VersionFacts | 'now';
      readonly on: string | null;
      readonly written: {
        readonly inserted: number;
        readonly deleted: number;
        readonly versions: number;
      } | null;
      readonly clearance?: 'stands' | 'void';
    }
  | { readonly none: None; readonly on: string | null };

export interface ComparisonsFacts {
  readonly previous: OfferFacts;
  readonly lastRead: OfferFacts;
  readonly cleared: OfferFacts;
}

const KINDS = ['previous', 'lastRead', 'cleared'] as const;
type Kind = (typeof KINDS)[number];

/**
 * With the previous revision, with what one last read, with what one's capital cleared: each says what it compares,
 * or why it cannot. `compact` is for pages of a text, where on phones only the names have room.
 */
export function ThreeComparisons(props: {
  documentId: string;
  comparisons: ComparisonsFacts;
  compact?: boolean;
  locale: Locale;
}): ReactNode {
  const { documentId, comparisons, locale } = props;
  const t = translator(locale, 'comparisons');
  return (
    <nav
      aria-label={t('label')}
      className="comparisons no-print"
      data-compact={props.compact === true ? '' : undefined}
    >
      <ul>
        {KINDS.map((kind) => (
          <li key={kind} data-comparison={kind}>
            <OneOffer documentId={documentId} kind={kind} offer={comparisons[kind]} locale={locale} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

function OneOffer(props: { documentId: string; kind: Kind; offer: OfferFacts; locale: Locale }): ReactNode {
  const { offer, kind, locale } = props;
  const t = translator(locale, 'comparisons');
  if ('none' in offer) {
    return (
      <div className="comparison" data-none={offer.none}>
        <span className="comparison-name">{t(kind)}</span>
        <span className="comparison-what">
          {t(`none.${offer.none}`, { date: offer.on === null ? '' : sayOn(offer.on, locale) })}
        </span>
      </div>
    );
  }
  const to = offer.to === 'now' ? 'now' : offer.to.number;
  return (
    <Link
      prefetch={false}
      className="comparison"
      href={compareHref(props.documentId, {
        from: offer.from.number,
        to,
        fromDocument: offer.fromDocument?.id ?? null,
      })}
    >
      <span className="comparison-name">{t(kind)}</span>
      <span className="comparison-what">{whatIsCompared(kind, offer, locale)}</span>
      {offer.clearance === undefined ? null : (
        <span
          className={`comparison-count ${offer.clearance === 'void' ? 'text-warn' : 'text-insert'}`}
          data-clearance={offer.clearance}
        >
          {t(`clearance.${offer.clearance}`)}
        </span>
      )}
      <Written written={offer.written} locale={locale} />
    </Link>
  );
}

/** "Rev.2 of 12 March 2019 with the text as it stands" */
function whatIsCompared(
  kind: Kind,
  offer: Exclude<OfferFacts, { readonly none: None }>,
  locale: Locale,
): string {
  const t = translator(locale, 'comparisons');
  const version = nameOf(offer.from, locale);
  const from =
    offer.fromDocument === null ? version : t('ofDocument', { symbol: offer.fromDocument.symbol, version });
  const to = offer.to === 'now' ? t('now') : nameOf(offer.to, locale);
  const date = sayOn(offer.on ?? offer.from.at, locale);
  if (kind === 'lastRead') return t('pairRead', { from, date, to });
  return t(kind === 'cleared' ? 'pairCleared' : 'pair', { from, date, to });
}

/** A revision by its number, anything else with the number of the version too. */
function nameOf(version: VersionFacts, locale: Locale): string {
  const words = translator(locale, 'versions');
  return version.revision === null ? versionCitation(version, words) : versionTitle(version, words);
}

/** A day as it is, an instant as its day. */
function sayOn(on: string, locale: Locale): string {
  return on.length === 10
    ? sayDay(on, locale)
    : formatter(locale).dateTime(new Date(on), { dateStyle: 'long' });
}

function Written(props: {
  written: { readonly inserted: number; readonly deleted: number; readonly versions: number } | null;
  locale: Locale;
}): ReactNode {
  const { written, locale } = props;
  if (written === null) return null;
  const t = translator(locale, 'comparisons');
  const format = formatter(locale);
  return (
    <span className="comparison-count">
      <span className={written.inserted === 0 ? undefined : 'text-insert'}>
        <span aria-hidden="true">+{format.number(written.inserted)}</span>
        <span className="sr-only">{t('wordsIn', { count: written.inserted })}, </span>
      </span>{' '}
      <span className={written.deleted === 0 ? undefined : 'text-delete'}>
        <span aria-hidden="true">−{format.number(written.deleted)}</span>
        <span className="sr-only">{t('wordsOut', { count: written.deleted })}, </span>
      </span>{' '}
      {t('written', { versions: written.versions })}
    </span>
  );
}
