import type { Metadata } from 'next';
import { refusalPage } from '@/app/_lib/refusal';
import { getLocale, requireViewer } from '@/app/_lib/viewer';
import { ThreeComparisons } from '@/components/comparisons/three-comparisons';
import { ClientMessages } from '@/components/i18n/client-messages';
import { LinkButton } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { IssueRevision, TakeVersion } from '@/components/versions/version-forms';
import { VersionTable } from '@/components/versions/version-table';
import { pickMessages } from '@/messages/pick';
import { translator } from '@/messages/translate';
import { comparisonsFor } from '@/server/queries/comparisons';
import { listVersions } from '@/server/queries/versions';
import { getRuntime } from '@/server/runtime';
import { bringBackVersion, issueNextRevision, takeNamedVersion } from './actions';
import { clearancesFor } from './clearances';
import { delegationNames } from './delegation-names';

interface Props {
  params: Promise<{ documentId: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await getLocale(), 'versions')('heading') };
}

export default async function VersionsPage(props: Props) {
  const { documentId } = await props.params;
  const { actor, locale } = await requireViewer();
  const runtime = getRuntime();
  const list = await listVersions(runtime, actor, documentId);
  if (!list.ok) return refusalPage(list, locale);
  const { document, versions, hasUnsavedWork } = list.value;
  const t = translator(locale, 'versions');
  const nextRevision = Math.max(0, ...versions.map((version) => version.revision ?? 0)) + 1;
  return (
    <ClientMessages locale={locale} messages={pickMessages(locale, ['versions', 'comparisons'])}>
      <header className="mb-5 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <div className="max-w-2xl">
          <h2 className="font-serif text-[1.45rem] leading-tight font-semibold">{t('heading')}</h2>
          <p className="mt-1 text-muted">{t('lead')}</p>
        </div>
        <div className="flex flex-wrap gap-2">
          <LinkButton tone="quiet" href={`/documents/${documentId}/convergence`}>
            {translator(locale, 'convergence')('link')}
          </LinkButton>
          {document.may.nameVersion ? <TakeVersion documentId={documentId} take={takeNamedVersion} /> : null}
          {document.may.issueRevision ? (
            <IssueRevision documentId={documentId} revision={nextRevision} issue={issueNextRevision} />
          ) : null}
        </div>
      </header>
      <div className="mb-5">
        <ThreeComparisons
          documentId={documentId}
          comparisons={await comparisonsFor(runtime, actor, document)}
          locale={locale}
        />
      </div>
      {versions.length === 0 ? (
        <Notice title={t('empty.title')}>
          <p>{t('empty.body')}</p>
        </Notice>
      ) : (
        <div className="rounded-lg border border-line bg-paper px-3 pt-2 shadow-card sm:px-4">
          <VersionTable
            documentId={documentId}
            versions={versions}
            hasUnsavedWork={hasUnsavedWork}
            mayRestore={document.may.restore}
            restore={bringBackVersion}
            clearances={clearancesFor(runtime, actor, document)}
            delegations={delegationNames(locale)}
            locale={locale}
          />
        </div>
      )}
    </ClientMessages>
  );
}
