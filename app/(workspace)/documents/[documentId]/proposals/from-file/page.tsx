import type { Metadata } from 'next';
import { refusalPage, refusalText } from '@/app/_lib/refusal';
import { getLocale, requireViewer } from '@/app/_lib/viewer';
import { ClientMessages } from '@/components/i18n/client-messages';
import { ArrivedFile } from '@/components/import/arrived-file';
import { FileProposalList } from '@/components/import/file-proposal-list';
import { Findings } from '@/components/import/findings';
import { UploadForm } from '@/components/import/upload-form';
import { ActionForm } from '@/components/ui/action-form';
import { buttonClass } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { formWords } from '@/components/ui/form-words';
import { Notice } from '@/components/ui/notice';
import { Section } from '@/components/ui/page';
import { TakesFocus } from '@/components/ui/takes-focus';
import type { Refusal } from '@/domain/refusal';
import type { Locale } from '@/messages/locale';
import { pickMessages } from '@/messages/pick';
import { translator } from '@/messages/translate';
import { type FileProposalsPage, getFileProposals } from '@/server/queries/file-proposals';
import { getRuntime } from '@/server/runtime';
import { dropFileAction, makeDraftsAction } from './actions';

interface Props {
  params: Promise<{ documentId: string }>;
  searchParams: Promise<{ was?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await getLocale(), 'import')('proposals.title') };
}

/** A Word file is read first; what it asks to be proposed is shown; then the delegation has it made as drafts, or not. */
export default async function FromFilePage(props: Props) {
  const { documentId } = await props.params;
  const { was } = await props.searchParams;
  const { actor, locale } = await requireViewer();
  const found = await getFileProposals(getRuntime(), actor, documentId);
  if (!found.ok) return refusalPage(found, locale);
  const { pending, asked, isBusy } = found.value;
  const t = translator(locale, 'import');
  return (
    <ClientMessages locale={locale} messages={pickMessages(locale, ['import'])}>
      <header className="mb-5 max-w-3xl">
        <h2 className="font-serif text-[1.45rem] leading-tight font-semibold">{t('proposals.title')}</h2>
        <p className="mt-1 text-muted">{t('proposals.lead')}</p>
      </header>
      {was === 'gone' || was === 'dropped' ? (
        <div className="mb-6">
          <TakesFocus key={was}>
            <Notice tone={was === 'gone' ? 'warn' : 'done'}>
              <p>{t(`proposals.was.${was}`)}</p>
            </Notice>
          </TakesFocus>
        </div>
      ) : null}
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-8 lg:grid-cols-[minmax(0,1fr)_minmax(18rem,26rem)]">
        {pending === null || asked === null ? (
          <>
            <Section title={t('upload.title')}>
              <UploadForm documentId={documentId} tone="primary" aim="proposals" />
            </Section>
            <Section title={t('proposals.how')}>
              <p className="mb-2 text-sm">{t('proposals.steps')}</p>
              <p className="text-sm text-muted">{t('safe.text')}</p>
            </Section>
          </>
        ) : (
          <>
            <div className="min-w-0">
              <ArrivedFile key={pending.id} id={pending.id}>
                {t('found.arrived')}
              </ArrivedFile>
              {asked.ok ? (
                <FileProposalList {...found.value} {...asked.value} locale={locale} />
              ) : (
                <NotListed refusal={asked} isBusy={isBusy} documentId={documentId} locale={locale} />
              )}
              <Findings {...pending} isForProposals locale={locale} />
            </div>
            <div className="min-w-0 lg:sticky lg:top-4">
              {asked.ok ? (
                <>
                  <Section title={t('proposals.makeTitle')}>{forms(found.value, pending.id)}</Section>
                  <Disclosure summary={t('upload.another')}>{another()}</Disclosure>
                </>
              ) : (
                <>
                  <Section title={t('upload.another')}>{another()}</Section>
                  {forms(found.value, pending.id)}
                </>
              )}
            </div>
          </>
        )}
      </div>
    </ClientMessages>
  );

  function another() {
    return (
      <>
        <p className="mb-3 text-sm text-muted">{t('upload.anotherHint')}</p>
        <UploadForm documentId={documentId} tone="plain" aim="proposals" />
      </>
    );
  }

  function forms({ asked: shown }: FileProposalsPage, id: string) {
    const list = shown?.ok === true ? shown.value : null;
    const count = list?.proposals.filter(({ already }) => already === null).length ?? 0;
    const hidden = { documentId, id };
    const words = formWords(locale);
    return (
      <div className="grid gap-4">
        {list === null || count === 0 ? null : (
          <>
            <p className="text-sm text-muted">{t('proposals.makeLead')}</p>
            <ActionForm
              action={makeDraftsAction}
              words={words}
              hidden={{ ...hidden, listed: list.fingerprint }}
              submit={t('proposals.make', { count })}
              tone="primary"
            />
          </>
        )}
        <ActionForm
          action={dropFileAction}
          words={words}
          hidden={hidden}
          submit={t('proposals.drop')}
          tone="quiet"
        />
      </div>
    );
  }
}

/** Why nothing is listed of a file that waits: it asks for nothing that can be, or it was not read just now. */
function NotListed(props: { refusal: Refusal; isBusy: boolean; documentId: string; locale: Locale }) {
  const t = translator(props.locale, 'import');
  return (
    <div className="mb-6">
      {props.isBusy ? (
        <Notice
          tone="warn"
          title={t('proposals.busy')}
          actions={
            <a className={buttonClass()} href={`/documents/${props.documentId}/proposals/from-file`}>
              {t('proposals.reload')}
            </a>
          }
        >
          <p>{t('proposals.busyText')}</p>
        </Notice>
      ) : (
        <Notice tone="error" title={t('proposals.refused')}>
          <p>{refusalText(props.refusal, props.locale)}</p>
        </Notice>
      )}
    </div>
  );
}
