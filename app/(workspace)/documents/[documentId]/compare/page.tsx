import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { refusalPage, refusalText } from '@/app/_lib/refusal';
import { getLocale, requireViewer, type Viewer } from '@/app/_lib/viewer';
import { signedBy, writersBetween } from '@/components/compare/authorship';
import {
  type CompareChoice,
  type CompareQuery,
  compareHref,
  readCompareQuery,
} from '@/components/compare/choice';
import { CompareForm, type Predecessor } from '@/components/compare/compare-form';
import { CompareHeader } from '@/components/compare/compare-header';
import { Comparison } from '@/components/compare/comparison';
import { ClientMessages } from '@/components/i18n/client-messages';
import { LinkButton } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { defaultBase } from '@/components/versions/history';
import { versionCitation } from '@/components/versions/version-line';
import { isFinal } from '@/domain/procedure/states';
import { pickMessages, translator } from '@/messages/translate';
import { compareVersions, listVersions, type VersionList } from '@/server/queries/versions';
import { getRuntime } from '@/server/runtime';
import { delegationNames } from '../versions/delegation-names';

interface Props {
  params: Promise<{ documentId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await getLocale(), 'compare')('title') };
}

export default async function ComparePage(props: Props) {
  const { documentId } = await props.params;
  const query = readCompareQuery(await props.searchParams);
  const viewer = await requireViewer();
  const list = await listVersions(getRuntime(), viewer.actor, documentId);
  if (!list.ok) return refusalPage(list, viewer.locale);
  const predecessor = await findPredecessor(viewer, list.value.document.predecessorId);
  const choice = settle(documentId, query, list.value, predecessor);
  return (
    <ClientMessages locale={viewer.locale} messages={pickMessages(viewer.locale, ['compare'])}>
      <div className="grid gap-5">{await comparisonFor(viewer, list.value, predecessor, query, choice)}</div>
    </ClientMessages>
  );
}

/**
 * What to compare, with what the address left out filled in; null where there is nothing to compare or a value
 * names no version. An address that was not spelled out in full is replaced by the full one, so that every
 * comparison has one link.
 */
function settle(
  documentId: string,
  query: CompareQuery,
  list: VersionList,
  predecessor: Predecessor | null,
): CompareChoice | null {
  if (query.unreadable !== null) return null;
  const fromDocument = query.fromDocument === documentId ? null : query.fromDocument;
  const ancestors = predecessor?.versions[0]?.number;
  const standsAlone = list.versions.length <= 1 && ancestors !== undefined && predecessor !== null;
  const base = defaultBase(list.versions)?.number ?? null;
  const chosen: CompareChoice | null =
    query.from !== null
      ? { from: query.from, to: query.to ?? 'now', view: query.view, fromDocument }
      : standsAlone
        ? { from: ancestors, to: query.to ?? 'now', view: query.view, fromDocument: predecessor.id }
        : base === null
          ? null
          : { from: base, to: query.to ?? 'now', view: query.view, fromDocument: null };
  if (chosen !== null && !query.complete) redirect(compareHref(documentId, chosen));
  return chosen;
}

async function findPredecessor(viewer: Viewer, predecessorId: string | null): Promise<Predecessor | null> {
  if (predecessorId === null) return null;
  const list = await listVersions(getRuntime(), viewer.actor, predecessorId);
  if (!list.ok || list.value.versions.length === 0) return null;
  return { id: predecessorId, name: list.value.document.symbol, versions: list.value.versions };
}

async function comparisonFor(
  viewer: Viewer,
  list: VersionList,
  predecessor: Predecessor | null,
  query: CompareQuery,
  choice: CompareChoice | null,
): Promise<ReactNode> {
  const { locale } = viewer;
  const { document, versions } = list;
  const t = translator(locale, 'compare');
  const header = <CompareHeader locale={locale} />;
  const form = (mayCopy: boolean) => (
    <CompareForm
      documentId={document.id}
      versions={versions}
      predecessor={predecessor}
      choice={choice ?? { view: query.view }}
      mayCopy={mayCopy}
      locale={locale}
    />
  );
  const unknown = (version: string | number) => (
    <>
      {header}
      {form(false)}
      <Notice tone="error" title={t('unknown.title')}>
        <p>{t('unknown.body', { version: String(version) })}</p>
        {versions[0] === undefined ? null : <p>{t('unknown.latest', { number: versions[0].number })}</p>}
      </Notice>
    </>
  );
  if (query.unreadable !== null) return unknown(query.unreadable);
  if (choice === null) {
    return (
      <>
        {header}
        <Notice
          title={t('nothing.title')}
          actions={
            <LinkButton href={`/documents/${document.id}/versions`}>{t('nothing.toVersions')}</LinkButton>
          }
        >
          <p>{t('nothing.body')}</p>
        </Notice>
      </>
    );
  }
  if (choice.from === choice.to && choice.fromDocument === null) {
    return (
      <>
        {header}
        {form(false)}
        <Notice tone="warn" title={t('twice.title')}>
          <p>{t('twice.body')}</p>
        </Notice>
      </>
    );
  }
  const compared = await compareVersions(getRuntime(), viewer.actor, {
    documentId: document.id,
    from: choice.from,
    to: choice.to,
    ...(choice.fromDocument === null ? {} : { fromDocument: choice.fromDocument }),
  });
  if (!compared.ok) {
    if (compared.rule === 'VE5') return unknown(compared.detail?.number ?? '');
    if (choice.fromDocument === null) return refusalPage(compared, locale);
    return (
      <>
        {header}
        {form(false)}
        <Notice tone="error" title={t(compared.rule === 'PO1' ? 'noDocument.title' : 'refused.title')}>
          <p>{compared.rule === 'PO1' ? t('noDocument.body') : refusalText(compared, locale)}</p>
        </Notice>
      </>
    );
  }
  const { from, to, fromDocument, redline } = compared.value;
  const writers =
    fromDocument === null ? writersBetween(versions, choice.from, choice.to, list.hasUnsavedWork) : null;
  const sole =
    writers?.complete === true && writers.codes.length === 1 ? writers.codes[0] : undefined;
  const delegations = delegationNames(locale);
  return (
    <>
      <CompareHeader
        locale={locale}
        sides={{
          from: { version: choice.from === 'now' ? 'now' : from, state: from.state, at: from.at },
          to: { version: choice.to === 'now' ? 'now' : to, state: to.state, at: to.at },
          document: document.symbol,
          fromDocument: fromDocument?.symbol ?? null,
        }}
        writers={writers}
        delegations={delegations}
      />
      {form(true)}
      {isBackwards(choice) ? <Notice tone="warn">{t('backwards')}</Notice> : null}
      <Comparison
        documentId={document.id}
        choice={choice}
        redline={sole === undefined ? redline : signedBy(redline, sole)}
        delegations={delegations}
        titles={{
          from: versionCitation(choice.from === 'now' ? 'now' : from, translator(locale, 'versions')),
          to: versionCitation(choice.to === 'now' ? 'now' : to, translator(locale, 'versions')),
        }}
        language={document.language}
        locale={locale}
      />
      {(choice.from === 'now' || choice.to === 'now') && !isFinal(document.state) ? (
        <p className="no-print text-sm text-muted">{t('followsNow')}</p>
      ) : null}
    </>
  );
}

function isBackwards({ from, to, fromDocument }: CompareChoice): boolean {
  if (fromDocument !== null) return false;
  return from === 'now' || (to !== 'now' && from > to);
}
