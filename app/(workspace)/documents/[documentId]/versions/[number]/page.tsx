import type { Metadata } from 'next';
import { refusalPage } from '@/app/_lib/refusal';
import { getLocale, requireViewer } from '@/app/_lib/viewer';
import { readChoice } from '@/components/compare/choice';
import { ReadingMark } from '@/components/comparisons/reading-mark';
import { TextView } from '@/components/editor/text-view';
import { ClientMessages } from '@/components/i18n/client-messages';
import { LinkButton } from '@/components/ui/button';
import { EmptyPage } from '@/components/ui/empty-page';
import { FileComments } from '@/components/versions/file-comments';
import { VersionComments } from '@/components/versions/version-comments';
import { VersionHead } from '@/components/versions/version-head';
import { clauseHref } from '@/components/wrote/clause-href';
import { withMarkedStretches } from '@/domain/comments/marked-text';
import type { Locale } from '@/messages/locale';
import { pickMessages } from '@/messages/pick';
import { translator } from '@/messages/translate';
import { commentsInText } from '@/server/queries/comments';
import { unreadPosition } from '@/server/queries/comparisons';
import { countriesFor } from '@/server/queries/countries';
import { versionComments } from '@/server/queries/imports';
import { listVersions, readVersion } from '@/server/queries/versions';
import { getRuntime } from '@/server/runtime';
import { bringBackVersion } from '../actions';
import { clearancesFor } from '../clearances';
import { delegationNames } from '../delegation-names';

interface Props {
  params: Promise<{ documentId: string; number: string }>;
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { number } = await props.params;
  return { title: translator(await getLocale(), 'versions')('number', { number: number.slice(0, 12) }) };
}

export default async function VersionPage(props: Props) {
  const { documentId, number: segment } = await props.params;
  const { actor, locale } = await requireViewer();
  const runtime = getRuntime();
  const list = await listVersions(runtime, actor, documentId);
  if (!list.ok) return refusalPage(list, locale);
  const number = readChoice(segment);
  if (number === null || number === 'now') return missing(documentId, segment, locale);
  const read = await readVersion(runtime, actor, { documentId, number });
  if (!read.ok) {
    return read.rule === 'VE5' ? missing(documentId, segment, locale) : refusalPage(read, locale);
  }
  const { document, version, text } = read.value;
  const comments = await versionComments(runtime, actor, { documentId, number });
  const threads = await commentsInText(runtime, actor, documentId, text);
  const placed = threads.ok ? threads.value.placed : [];
  const c = translator(locale, 'comments');
  const shown = withMarkedStretches(
    text,
    placed.map(({ place }, index) => ({
      ...place,
      number: index + 1,
      label: c('version.sign', { number: index + 1 }),
    })),
  );
  const { versions, hasUnsavedWork } = list.value;
  return (
    <ClientMessages locale={locale} messages={pickMessages(locale, ['versions', 'comparisons'])}>
      <ReadingMark
        documentId={documentId}
        position={unreadPosition(runtime, actor, documentId, version.position)}
      />
      <VersionHead
        documentId={documentId}
        version={version}
        versions={versions}
        standsNow={!hasUnsavedWork && versions[0]?.hash === version.hash}
        mayRestore={document.may.restore}
        restore={bringBackVersion}
        mayTakeAway={document.may.exportText}
        clearances={clearancesFor(runtime, actor, document)}
        delegations={delegationNames(locale)}
        locale={locale}
      />
      <article className="rounded-lg border border-line bg-paper px-4 py-8 shadow-card sm:px-10 sm:py-12">
        <div className="mx-auto max-w-3xl">
          <TextView
            document={shown}
            houseStyle={document.houseStyle}
            locale={locale}
            language={document.language}
            wroteHref={(clauseId) => clauseHref(documentId, clauseId)}
          />
        </div>
      </article>
      {threads.ok ? (
        <VersionComments
          documentId={documentId}
          {...threads.value}
          language={document.language}
          countries={countriesFor(runtime)}
          locale={locale}
        />
      ) : null}
      {comments.ok && comments.value !== null ? (
        <div className="mt-6">
          <FileComments {...comments.value} text={text} locale={locale} />
        </div>
      ) : null}
    </ClientMessages>
  );
}

function missing(documentId: string, segment: string, locale: Locale) {
  const t = translator(locale, 'versions');
  return (
    <EmptyPage
      title={t('page.missingTitle')}
      actions={
        <LinkButton tone="primary" href={`/documents/${documentId}/versions`}>
          {t('page.all')}
        </LinkButton>
      }
    >
      <p>{t('page.missing', { number: segment.slice(0, 40) })}</p>
    </EmptyPage>
  );
}
