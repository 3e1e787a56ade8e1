import Link from 'next/link';
import type { ReactNode } from 'react';
import { compareHref } from '@/components/compare/choice';
import type { DelegationName } from '@/components/compare/context';
import {
  ClearanceBadge,
  type Clearances,
  ClearanceTool,
  clearanceOf,
} from '@/components/comparisons/clearance';
import { DownloadTools } from '@/components/procedure/download-tools';
import { buttonClass } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { Locale } from '@/messages/locale';
import { formatter, translator } from '@/messages/translate';
import { Delegations } from './delegations';
import { newestFirst, versionBefore } from './history';
import { type RestoreAction, RestoreButton } from './restore-button';
import { type VersionFacts, versionCitation } from './version-line';

/** The head of a version that is being read: which one it is, that it is not the text as it stands, where to go from here. */
export function VersionHead(props: {
  documentId: string;
  version: VersionFacts;
  versions: readonly VersionFacts[];
  /** Nobody has written since, or what was written led back to the same letters. */
  standsNow: boolean;
  mayRestore: boolean;
  restore: RestoreAction;
  mayTakeAway: boolean;
  clearances: Clearances;
  delegations: readonly DelegationName[];
  locale: Locale;
}): ReactNode {
  const { documentId, version, versions, locale, standsNow, clearances } = props;
  const cleared = clearanceOf(clearances, version.number);
  const t = translator(locale, 'versions');
  const common = translator(locale, 'common');
  const format = formatter(locale);
  const older = versionBefore(versions, version);
  const newer = newestFirst(versions).findLast((other) => other.number > version.number) ?? null;
  const link = (from: number, to: number | 'now', words: string, tone: 'primary' | 'plain') => (
    <Link
      prefetch={false}
      className={buttonClass(tone)}
      href={compareHref(documentId, { from, to, fromDocument: null })}
    >
      {words}
    </Link>
  );
  const facts = [
    {
      term: t('page.when'),
      value: format.dateTime(new Date(version.at), { dateStyle: 'long', timeStyle: 'short' }),
    },
    {
      term: t('page.by'),
      value: <Delegations codes={version.delegations} names={props.delegations} locale={locale} />,
      skip: version.delegations.length === 0,
    },
    { term: t('page.state'), value: common(`state.${version.state}`) },
    { term: t('page.words'), value: format.number(version.words) },
    { term: t('page.comment'), value: version.comment, skip: version.comment === '' },
    {
      term: t('page.hash'),
      value: <code className="text-[0.78rem] break-all">{version.hash}</code>,
      skip: false,
    },
  ].filter((fact) => fact.skip !== true);
  return (
    <header className="mb-5 grid gap-4">
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <h2 className="font-serif text-[1.45rem] leading-tight font-semibold">
          {versionCitation(version, t)}
        </h2>
        <div className="no-print flex flex-wrap gap-2">
          {standsNow ? null : link(version.number, 'now', t('withNow'), 'primary')}
          {older === null
            ? null
            : link(older.number, version.number, t('withBefore'), standsNow ? 'primary' : 'plain')}
          {props.mayTakeAway ? (
            <DownloadTools documentId={documentId} version={version.number} locale={locale} />
          ) : null}
          <ClearanceTool
            documentId={documentId}
            version={version}
            citation={versionCitation(version, t)}
            clearances={clearances}
            prominent
          />
          {props.mayRestore && !standsNow ? (
            <RestoreButton
              documentId={documentId}
              number={version.number}
              citation={versionCitation(version, t)}
              restore={props.restore}
              prominent
            />
          ) : null}
        </div>
      </div>
      <Notice tone={version.kind === 'adopted' ? 'done' : standsNow ? 'info' : 'warn'}>
        <p>
          {version.kind === 'adopted' ? t('page.adopted') : standsNow ? t('page.isNow') : t('page.notNow')}{' '}
          <Link href={`/documents/${documentId}`} className="font-medium text-accent underline">
            {t('page.goNow')}
          </Link>
        </p>
      </Notice>
      {cleared === null ? null : <ClearanceBadge clearance={cleared} locale={locale} />}
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-5 gap-y-1 text-sm">
        {facts.map((fact) => (
          <div key={fact.term} className="contents">
            <dt className="text-muted">{fact.term}</dt>
            <dd>{fact.value}</dd>
          </div>
        ))}
      </dl>
      <nav aria-label={t('page.neighbours')} className="no-print flex flex-wrap gap-x-6 gap-y-1 text-sm">
        {[older, newer].map((other, index) =>
          other === null ? null : (
            <Link
              key={other.id}
              prefetch={false}
              href={`/documents/${documentId}/versions/${other.number}`}
              className="text-accent"
            >
              {t(index === 0 ? 'page.older' : 'page.newer', { version: versionCitation(other, t) })}
            </Link>
          ),
        )}
        <Link href={`/documents/${documentId}/versions`} className="text-accent">
          {t('page.all')}
        </Link>
      </nav>
    </header>
  );
}
