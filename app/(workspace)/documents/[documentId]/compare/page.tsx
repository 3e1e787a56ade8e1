import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { refusalPage, refusalText } from '@/app/_lib/refusal';
import { getLocale, requireViewer, type Viewer } from '@/app/_lib/viewer';
import { writersBetween } from '@/components/compare/authorship';
import {
  type CompareChoice,
  compareHref,
  isBackwards,
  readCompareQuery,
  rowsHref,
} from '@/components/compare/choice';
import { CompareForm, type Predecessor } from '@/components/compare/compare-form';
import { CompareHeader } from '@/components/compare/compare-header';
import { Comparison, Numbers, readHref, SameText } from '@/components/compare/comparison';
import type { DeskFacts } from '@/components/compare/comparison-desk';
import { type ChangeFilter, readFilter } from '@/components/compare/filter';
import { LongComparison } from '@/components/compare/long-comparison';
import { settleChoice } from '@/components/compare/settle-choice';
import { ReadingMark } from '@/components/comparisons/reading-mark';
import { ThreeComparisons } from '@/components/comparisons/three-comparisons';
import { ClientMessages } from '@/components/i18n/client-messages';
import { RedlineDownload } from '@/components/procedure/download-tools';
import { threeHref } from '@/components/three-way/choice';
import { LinkButton } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { type VersionChoice, versionCitation } from '@/components/versions/version-line';
import { isFinal } from '@/domain/procedure/states';
import type { Refusal } from '@/domain/refusal';
import { pickMessages } from '@/messages/pick';
import { translator } from '@/messages/translate';
import { comparisonsFor, unreadPosition } from '@/server/queries/comparisons';
import {
  type Comparison as Compared,
  type LongComparison as LongCompared,
  listVersions,
  openComparison,
  type VersionList,
} from '@/server/queries/versions';
import { getRuntime } from '@/server/runtime';
import { delegationNames } from '../versions/delegation-names';

interface Props {
  params: Promise<{ documentId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await getLocale(), 'compare')('title') };
}

/** Any two versions, or a version and the text as it stands. What cannot be compared is said, with the choice still at hand. */
export default async function ComparePage(props: Props) {
  const { documentId } = await props.params;
  const search = await props.searchParams;
  const query = readCompareQuery(search);
  const viewer = await requireViewer();
  const { locale } = viewer;
  const list = await listVersions(getRuntime(), viewer.actor, documentId);
  if (!list.ok) return refusalPage(list, locale);
  const predecessor = await findPredecessor(viewer, list.value.document.predecessorId);
  const choice = settleChoice(documentId, query, list.value.versions, predecessor);
  if (choice !== null && !query.complete) redirect(compareHref(documentId, choice));

  const comparisons = await comparisonsFor(getRuntime(), viewer.actor, list.value.document);

  const t = translator(locale, 'compare');
  const frame = (header: ReactNode, mayCopy: boolean, children: ReactNode) => (
    <ClientMessages locale={locale} messages={pickMessages(locale, ['compare', 'long'])}>
      <div className="grid gap-5">
        {header}
        <ThreeComparisons documentId={documentId} comparisons={comparisons} compact locale={locale} />
        <CompareForm
          documentId={documentId}
          versions={list.value.versions}
          predecessor={predecessor}
          choice={choice ?? { view: query.view }}
          mayCopy={mayCopy}
          locale={locale}
        />
        <p className="no-print -mt-2 text-sm">
          <Link
            prefetch={false}
            className="text-accent"
            href={threeHref(documentId, choice === null ? {} : baseOfThree(choice))}
          >
            {translator(locale, 'threeWay')('entry')}
          </Link>
        </p>
        {children}
      </div>
    </ClientMessages>
  );
  const without = (problem: ReactNode) => frame(<CompareHeader locale={locale} />, false, problem);

  if (query.unreadable !== null)
    return without(<UnknownVersion version={query.unreadable} {...list.value} locale={locale} />);
  if (choice === null) {
    return without(
      <Notice
        title={t('nothing.title')}
        actions={
          <LinkButton href={`/documents/${documentId}/versions`}>{t('nothing.toVersions')}</LinkButton>
        }
      >
        <p>{t('nothing.body')}</p>
      </Notice>,
    );
  }
  if (choice.from === choice.to && choice.fromDocument === null) {
    return without(
      <Notice tone="warn" title={t('twice.title')}>
        <p>{t('twice.body')}</p>
      </Notice>,
    );
  }
  const { fromDocument, ...pair } = choice;
  const compared = await openComparison(getRuntime(), viewer.actor, {
    documentId,
    from: pair.from,
    to: pair.to,
    ...(fromDocument === null ? {} : { fromDocument }),
  });
  if (!compared.ok) {
    if (compared.rule === 'VE5') {
      return without(
        <UnknownVersion version={String(compared.detail?.number ?? '')} {...list.value} locale={locale} />,
      );
    }
    if (fromDocument === null) return refusalPage(compared, locale);
    return without(<ForeignProblem refusal={compared} locale={locale} />);
  }
  const filter = readFilter({ show: one(search.show), by: one(search.by) });
  const result = { compared: compared.value, choice, filter, list: list.value, locale };
  // Comparing is reading, of the newer of the two.
  const { from, to } = compared.value;
  const read = Math.max(to.position, compared.value.fromDocument === null ? from.position : 0);
  return frame(
    <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
      <PairHeader {...result} />
      {compared.value.document.may.exportText ? (
        <div className="no-print">
          <RedlineDownload documentId={documentId} choice={choice} locale={locale} />
        </div>
      ) : null}
    </div>,
    true,
    <>
      <ReadingMark
        documentId={documentId}
        position={unreadPosition(getRuntime(), viewer.actor, documentId, read)}
      />
      <Result {...result} />
    </>,
  );
}

/** The two texts of this comparison as the base and the last of three, the one between left to be filled in. */
function baseOfThree({ from, to, fromDocument }: CompareChoice): { base?: VersionChoice; b?: VersionChoice } {
  return fromDocument === null && from !== to ? { base: from, b: to } : { b: to };
}

async function findPredecessor(viewer: Viewer, predecessorId: string | null): Promise<Predecessor | null> {
  if (predecessorId === null) return null;
  const list = await listVersions(getRuntime(), viewer.actor, predecessorId);
  if (!list.ok || list.value.versions.length === 0) return null;
  return { id: predecessorId, name: list.value.document.symbol, versions: list.value.versions };
}

function one(value: string | string[] | undefined): string | null {
  return typeof value === 'string' ? value : null;
}

interface ResultProps {
  compared: Compared | LongCompared;
  choice: CompareChoice;
  filter: ChangeFilter;
  list: VersionList;
  locale: Viewer['locale'];
}

/** Who wrote between the two; of two documents nothing is known. */
function writersOf({ choice, list }: ResultProps) {
  return choice.fromDocument === null
    ? writersBetween(list.versions, choice.from, choice.to, list.hasUnsavedWork)
    : null;
}

function PairHeader(props: ResultProps): ReactNode {
  const { compared, choice, locale } = props;
  const { from, to, document, fromDocument } = compared;
  return (
    <CompareHeader
      locale={locale}
      sides={{
        from: { version: choice.from === 'now' ? 'now' : from, state: from.state, at: from.at },
        to: { version: choice.to === 'now' ? 'now' : to, state: to.state, at: to.at },
        document: document.symbol,
        fromDocument: fromDocument?.symbol ?? null,
      }}
      writers={writersOf(props)}
      delegations={delegationNames(locale)}
    />
  );
}

function Result(props: ResultProps): ReactNode {
  const { compared, choice, locale } = props;
  const { document, from, to } = compared;
  const t = translator(locale, 'compare');
  const versions = translator(locale, 'versions');
  const touchesNow = choice.from === 'now' || choice.to === 'now';
  const facts: DeskFacts = {
    documentId: document.id,
    choice,
    filter: props.filter,
    delegations: delegationNames(locale),
    titles: {
      from: versionCitation(choice.from === 'now' ? 'now' : from, versions),
      to: versionCitation(choice.to === 'now' ? 'now' : to, versions),
    },
    language: document.language,
    locale,
  };
  return (
    <>
      {isBackwards(choice) ? <Notice tone="warn">{t('backwards')}</Notice> : null}
      {'redline' in compared ? (
        <Comparison {...facts} redline={compared.redline} />
      ) : (
        <LongResult packed={compared.packed} facts={facts} />
      )}
      {touchesNow && !isFinal(document.state) ? (
        <p className="no-print text-sm text-muted">{t('followsNow')}</p>
      ) : null}
    </>
  );
}

/** What a long comparison amounts to; the browser fetches and draws the rest. */
function LongResult(props: { packed: LongCompared['packed']; facts: DeskFacts }): ReactNode {
  const { packed, facts } = props;
  const { choice, documentId, locale } = facts;
  if (packed.changes === 0) {
    return <SameText redline={packed} readHref={readHref(documentId, choice.to)} locale={locale} />;
  }
  return (
    <>
      <Numbers summary={packed.summary} t={translator(locale, 'compare')} locale={locale} />
      <LongComparison
        {...facts}
        source={rowsHref(documentId, choice)}
        oldHash={packed.oldHash}
        newHash={packed.newHash}
      />
    </>
  );
}

function UnknownVersion(props: VersionList & { version: string; locale: Viewer['locale'] }): ReactNode {
  const t = translator(props.locale, 'compare');
  const latest = props.versions[0];
  return (
    <Notice tone="error" title={t('unknown.title')}>
      <p>{t('unknown.body', { version: props.version })}</p>
      {latest === undefined ? null : <p>{t('unknown.latest', { number: latest.number })}</p>}
    </Notice>
  );
}

/** The other document does not exist for this person (said alike in both cases), or may not be compared. */
function ForeignProblem(props: { refusal: Refusal; locale: Viewer['locale'] }): ReactNode {
  const t = translator(props.locale, 'compare');
  return props.refusal.rule === 'PO1' ? (
    <Notice tone="error" title={t('noDocument.title')}>
      <p>{t('noDocument.body')}</p>
    </Notice>
  ) : (
    <Notice tone="error" title={t('refused.title')}>
      <p>{refusalText(props.refusal, props.locale)}</p>
    </Notice>
  );
}
