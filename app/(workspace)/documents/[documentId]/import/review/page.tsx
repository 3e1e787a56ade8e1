import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { refusalPage } from '@/app/_lib/refusal';
import { getLocale, requireViewer } from '@/app/_lib/viewer';
import { ClientMessages } from '@/components/i18n/client-messages';
import { Review } from '@/components/import/review';
import { pickMessages } from '@/messages/pick';
import { translator } from '@/messages/translate';
import { getImport } from '@/server/queries/imports';
import { getRuntime } from '@/server/runtime';
import { importFile, keepDecisions } from '../actions';

interface Props {
  params: Promise<{ documentId: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await getLocale(), 'import')('choice.review') };
}

/** The tracked changes of the file that waits, each to be taken or left. */
export default async function ReviewPage(props: Props) {
  const { documentId } = await props.params;
  const { actor, locale } = await requireViewer();
  const found = await getImport(getRuntime(), actor, documentId);
  if (!found.ok) return refusalPage(found, locale);
  const { pending } = found.value;
  if (pending === null || pending.findings.changes.length === 0) redirect(`/documents/${documentId}/import`);
  const t = translator(locale, 'import');
  return (
    <ClientMessages locale={locale} messages={pickMessages(locale, ['import'])}>
      <header className="mb-5 max-w-3xl">
        <h2 className="font-serif text-[1.45rem] leading-tight font-semibold break-words">
          {t('review.title', { file: pending.fileName })}
        </h2>
        <p className="mt-1 text-muted">{t('review.lead')}</p>
      </header>
      <Review
        key={pending.id}
        file={{ documentId, id: pending.id }}
        changes={pending.findings.changes}
        marked={pending.findings.marked}
        left={pending.left}
        comments={pending.findings.comments}
        keep={keepDecisions}
        importFile={importFile}
      />
    </ClientMessages>
  );
}
