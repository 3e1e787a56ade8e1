import type { Metadata } from 'next';
import { refusalPage } from '@/app/_lib/refusal';
import { getLocale, requireViewer } from '@/app/_lib/viewer';
import { ClientMessages } from '@/components/i18n/client-messages';
import { ArrivedFile } from '@/components/import/arrived-file';
import { ChoiceForm } from '@/components/import/choice-form';
import { Findings } from '@/components/import/findings';
import { UploadForm } from '@/components/import/upload-form';
import { Disclosure } from '@/components/ui/disclosure';
import { Section } from '@/components/ui/page';
import { pickMessages } from '@/messages/pick';
import { translator } from '@/messages/translate';
import { getImport } from '@/server/queries/imports';
import { getRuntime } from '@/server/runtime';
import { dropFile, importFile } from './actions';

interface Props {
  params: Promise<{ documentId: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await getLocale(), 'import')('title') };
}

/** A file is read first; what it holds is shown; then the person chooses how it comes in, or that it does not. */
export default async function ImportPage(props: Props) {
  const { documentId } = await props.params;
  const { actor, locale } = await requireViewer();
  const found = await getImport(getRuntime(), actor, documentId);
  if (!found.ok) return refusalPage(found, locale);
  const { pending } = found.value;
  const t = translator(locale, 'import');
  return (
    <ClientMessages locale={locale} messages={pickMessages(locale, ['import'])}>
      <header className="mb-5 max-w-3xl">
        <h2 className="font-serif text-[1.45rem] leading-tight font-semibold">{t('title')}</h2>
        <p className="mt-1 text-muted">{t('lead')}</p>
      </header>
      {pending === null ? (
        <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-8 lg:grid-cols-[minmax(0,1fr)_minmax(18rem,24rem)]">
          <Section title={t('upload.title')}>
            <UploadForm documentId={documentId} tone="primary" />
          </Section>
          <Section title={t('safe.title')}>
            <p className="text-sm text-muted">{t('safe.text')}</p>
          </Section>
        </div>
      ) : (
        <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-8 lg:grid-cols-[minmax(0,1fr)_minmax(20rem,26rem)]">
          <div className="min-w-0">
            <ArrivedFile key={pending.id} id={pending.id}>
              {t('found.arrived')}
            </ArrivedFile>
            <Findings {...pending} locale={locale} />
          </div>
          <div className="min-w-0 lg:sticky lg:top-4">
            <Section title={t('choice.title')}>
              <ChoiceForm
                key={pending.id}
                file={{ documentId, id: pending.id }}
                isTracked={pending.findings.authorOf.length > 0}
                comments={pending.findings.comments}
                importFile={importFile}
                dropFile={dropFile}
              />
            </Section>
            <Disclosure summary={t('upload.another')}>
              <p className="mb-3 text-sm text-muted">{t('upload.anotherHint')}</p>
              <UploadForm documentId={documentId} tone="plain" />
            </Disclosure>
          </div>
        </div>
      )}
    </ClientMessages>
  );
}
