import type { Metadata } from 'next';
import { refusalPage } from '@/app/_lib/refusal';
import { getLocale, requireViewer } from '@/app/_lib/viewer';
import { clauseOptions } from '@/components/brainstorm/open-clause-form';
import { RelationFields } from '@/components/brainstorm/outcome-fields';
import { ClauseTable, Source, Unlink } from '@/components/sources/clause-table';
import { InputTable } from '@/components/sources/input-table';
import { SourceFacts } from '@/components/sources/source-facts';
import { ActionForm, FormField } from '@/components/ui/action-form';
import { LinkButton } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { EmptyState } from '@/components/ui/empty-state';
import { formWords } from '@/components/ui/form-words';
import { Notice } from '@/components/ui/notice';
import { Section } from '@/components/ui/page';
import { sayInstant } from '@/messages/dates';
import type { Locale } from '@/messages/locale';
import { translator } from '@/messages/translate';
import { countriesFor } from '@/server/queries/countries';
import { getDocument } from '@/server/queries/documents';
import { type SourcesView, sourcesOf } from '@/server/queries/sources';
import { getRuntime } from '@/server/runtime';
import { linkSourceAction, unlinkSourceAction } from './actions';

interface Props {
  params: Promise<{ documentId: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await getLocale(), 'sources')('title') };
}

/** Where every clause comes from, and where every input went; of an adopted text as it was frozen with it. */
export default async function SourcesPage(props: Props) {
  const { documentId } = await props.params;
  const { actor, locale } = await requireViewer();
  const runtime = getRuntime();
  const found = await sourcesOf(runtime, actor, documentId);
  if (!found.ok) return refusalPage(found, locale);
  const document = await getDocument(runtime, actor, documentId);
  if (!document.ok) return refusalPage(document, locale);
  const view = found.value;
  const { trace, frozen, may, unlinked, unsourced } = view;
  const t = translator(locale, 'sources');
  const countries = countriesFor(runtime);
  const isFed = trace.inputs.length > 0;
  const shared = { countries, locale };
  const unlink = may.link ? unlinkSourceAction : null;
  return (
    <>
      <header className="mb-5 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <div className="max-w-3xl">
          <h2 className="font-serif text-[1.45rem] leading-tight font-semibold">{t('title')}</h2>
          <p className="mt-1 text-sm text-muted">{t('lead')}</p>
        </div>
        {isFed && document.value.may.exportText ? <Files documentId={documentId} locale={locale} /> : null}
      </header>
      {frozen === null ? null : (
        <div className="mb-5 max-w-4xl">
          <Notice tone="done">
            <p>{t('frozen', { when: sayInstant(locale, frozen.at) })}</p>
            <p className="text-muted">
              {t('hash')} <code className="wrap-anywhere text-ink">{frozen.hash}</code>
            </p>
          </Notice>
        </div>
      )}
      {isFed ? (
        <SourceFacts metrics={view.metrics} own={view.own} locale={locale} />
      ) : (
        <Section title={t('inputs')}>
          <EmptyState
            title={t('noRounds')}
            actions={<LinkButton href="/brainstorm">{t('toRounds')}</LinkButton>}
          >
            {t('noRoundsText')}
          </EmptyState>
        </Section>
      )}
      {may.link ? <LinkForm documentId={documentId} view={view} locale={locale} /> : null}
      {may.link && isFed ? (
        <div className="grid items-start gap-x-6 xl:grid-cols-2">
          <Section id="unlinked" title={`${t('unlinked')} (${unlinked.length})`}>
            {unlinked.length === 0 ? (
              <p className="text-muted">{t('unlinkedNone')}</p>
            ) : (
              <InputTable
                {...shared}
                document={document.value}
                caption={t('unlinked')}
                inputs={unlinked}
                clauses={trace.clauses}
              />
            )}
          </Section>
          <Section id="unsourced" title={`${t('unsourced')} (${unsourced.length})`}>
            {unsourced.length === 0 ? <p className="text-muted">{t('unsourcedNone')}</p> : null}
            <ol
              className="grid max-h-96 gap-1.5 overflow-y-auto text-sm"
              tabIndex={unsourced.length > 12 ? 0 : undefined}
            >
              {unsourced.map(({ id, citation, opening }) => (
                <li key={id}>
                  <a href={`#source-${id}`} className="text-ink underline-offset-2 hover:text-accent">
                    {citation === '' ? null : <span className="mr-2 text-muted">{citation}</span>}
                    <span className="font-serif">{opening}</span>
                  </a>
                </li>
              ))}
            </ol>
          </Section>
        </div>
      ) : null}
      {isFed ? (
        <Section title={t('clauses')}>
          <ClauseTable
            {...shared}
            documentId={documentId}
            clauses={trace.clauses}
            inputs={trace.inputs}
            unlink={unlink}
          />
        </Section>
      ) : null}
      {trace.gone.length === 0 ? null : (
        <Section title={t('gone')}>
          <p className="mb-3 text-sm text-muted">{t('goneText')}</p>
          <ul className="grid gap-3">
            {trace.gone.map((source) => (
              <li key={source.linkId} className="grid gap-1">
                <Source {...shared} source={source} roundId={undefined} />
                {unlink === null ? null : <Unlink linkId={source.linkId} action={unlink} locale={locale} />}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {isFed ? (
        <Section title={t('inputs')}>
          <InputTable
            {...shared}
            document={document.value}
            caption={t('inputs')}
            inputs={trace.inputs}
            clauses={trace.clauses}
          />
        </Section>
      ) : null}
    </>
  );
}

function Files(props: { documentId: string; locale: Locale }) {
  const t = translator(props.locale, 'sources');
  const base = `/api/documents/${props.documentId}/sources`;
  return (
    <p className="no-print flex flex-wrap gap-x-5 text-sm">
      <a href={`${base}?format=csv`} download className="text-accent">
        {t('csv')}
      </a>
      <a href={`${base}?format=json`} download className="text-accent">
        {t('json')}
      </a>
    </p>
  );
}

function LinkForm(props: { documentId: string; view: SourcesView; locale: Locale }) {
  const { view, locale } = props;
  const t = translator(locale, 'sources');
  return (
    <Disclosure summary={t('link')} className="mb-6">
      {view.linkable.length === 0 ? (
        <p className="text-sm text-muted">{t('noClusters')}</p>
      ) : (
        <ActionForm
          action={linkSourceAction}
          words={formWords(locale)}
          submit={t('linkDo')}
          hidden={{ documentId: props.documentId }}
        >
          <div className="grid gap-4 lg:grid-cols-2">
            <FormField
              name="clauseId"
              type="select"
              label={t('clause')}
              options={clauseOptions(view.trace.clauses)}
            />
            <FormField
              name="clusterId"
              type="select"
              label={t('cluster')}
              options={view.linkable.map(({ id, title, round }) => ({
                value: id,
                label: `${title} (${round})`,
              }))}
            />
            <RelationFields locale={locale} />
          </div>
        </ActionForm>
      )}
    </Disclosure>
  );
}
