import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { refusalPage } from '@/app/_lib/refusal';
import { getLocale, requireViewer } from '@/app/_lib/viewer';
import { ReadingMark } from '@/components/comparisons/reading-mark';
import { chosenTwice, readThreeQuery, settleThree, type ThreeChoice } from '@/components/three-way/choice';
import { ThreeForm } from '@/components/three-way/three-form';
import { ThreeWayResult } from '@/components/three-way/three-way';
import { LinkButton } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { type VersionChoice, versionCitation, versionTitle } from '@/components/versions/version-line';
import type { Locale } from '@/messages/locale';
import { translator } from '@/messages/translate';
import { unreadPosition } from '@/server/queries/comparisons';
import { compareThree, type ThreeWayComparison } from '@/server/queries/three-way';
import { listVersions, type VersionList } from '@/server/queries/versions';
import { getRuntime } from '@/server/runtime';
import { delegationNames } from '../../versions/delegation-names';

interface Props {
  params: Promise<{ documentId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await getLocale(), 'threeWay')('title') };
}

/** What two versions each made of a third. What cannot be compared is said, with the choice still at hand. */
export default async function ThreeWayComparisonPage(props: Props) {
  const { documentId } = await props.params;
  const query = readThreeQuery(await props.searchParams);
  const { actor, locale } = await requireViewer();
  const runtime = getRuntime();
  const list = await listVersions(runtime, actor, documentId);
  if (!list.ok) return refusalPage(list, locale);
  const choice = settleThree(query, list.value.versions, list.value.hasUnsavedWork);
  const t = translator(locale, 'threeWay');
  const frame = (children: ReactNode, lead?: string) => (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <header>
        <h2 className="font-serif text-[1.45rem] leading-tight font-semibold">{t('heading')}</h2>
        <p className="mt-1.5 max-w-4xl text-muted">{lead ?? t('lead')}</p>
      </header>
      <ThreeForm
        documentId={documentId}
        versions={list.value.versions}
        chosen={choice ?? query.sides}
        view={query.view}
        locale={locale}
      />
      {children}
    </div>
  );
  const unknown = (version: string) =>
    frame(
      <Notice tone="error" title={t('problem.unknownTitle')}>
        <p>{t('problem.unknown', { version })}</p>
      </Notice>,
    );

  if (query.unreadable !== null) return unknown(query.unreadable);
  if (choice === null) {
    return frame(
      <Notice
        title={t('problem.tooFewTitle')}
        actions={<LinkButton href={`/documents/${documentId}/compare`}>{t('back')}</LinkButton>}
      >
        <p>{t('problem.tooFew')}</p>
      </Notice>,
    );
  }
  const twice = chosenTwice(choice);
  if (twice !== null) {
    return frame(
      <Notice tone="warn" title={t('problem.twiceTitle')}>
        <p>{t('problem.twice', { version: titleOf(twice, list.value, locale) })}</p>
      </Notice>,
    );
  }
  const { base, a, b, view, page } = choice;
  const compared = await compareThree(runtime, actor, { documentId, base, a, b, view, page });
  if (!compared.ok) {
    return compared.rule === 'VE5'
      ? unknown(String(compared.detail?.number ?? ''))
      : refusalPage(compared, locale);
  }
  const newest = Math.max(compared.value.a.position, compared.value.b.position);
  return frame(
    <>
      <ReadingMark documentId={documentId} position={unreadPosition(runtime, actor, documentId, newest)} />
      <Result compared={compared.value} choice={choice} list={list.value} locale={locale} />
    </>,
    leadOf(choice, list.value, locale),
  );
}

function Result(props: {
  compared: ThreeWayComparison;
  choice: ThreeChoice;
  list: VersionList;
  locale: Locale;
}): ReactNode {
  const { compared, choice, list, locale } = props;
  const { document } = compared;
  return (
    <ThreeWayResult
      documentId={document.id}
      choice={choice}
      result={compared.page}
      titles={{
        base: titleOf(choice.base, list, locale),
        a: titleOf(choice.a, list, locale),
        b: titleOf(choice.b, list, locale),
      }}
      delegations={delegationNames(locale)}
      language={document.language}
      locale={locale}
    />
  );
}

/** Where the second text was written on top of the first, what is alike says something: that it stood. */
function leadOf({ base, a, b }: ThreeChoice, list: VersionList, locale: Locale): string {
  const t = translator(locale, 'threeWay');
  const inOrder = typeof base === 'number' && typeof a === 'number' && base < a && (b === 'now' || a < b);
  return inOrder
    ? `${t('lead')} ${t('follows', { a: titleOf(a, list, locale), b: titleOf(b, list, locale) })}`
    : t('lead');
}

/** In short: a checkpoint by its number, what has a name or is a revision by that. */
function titleOf(choice: VersionChoice, list: VersionList, locale: Locale): string {
  const t = translator(locale, 'versions');
  const version = choice === 'now' ? 'now' : list.versions.find(({ number }) => number === choice);
  if (version === undefined) return t('number', { number: String(choice) });
  const hasOwnName = version === 'now' || version.revision !== null || version.name !== '';
  return hasOwnName ? versionTitle(version, t) : versionCitation(version, t);
}
