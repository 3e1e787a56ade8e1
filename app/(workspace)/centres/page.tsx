import type { Metadata } from 'next';
import { getLocale, requireViewer } from '@/app/_lib/viewer';
import { CentreFields } from '@/components/centres/centre-fields';
import { CentreTable } from '@/components/centres/centre-table';
import { ActionForm } from '@/components/ui/action-form';
import { Container } from '@/components/ui/container';
import { Disclosure } from '@/components/ui/disclosure';
import { EmptyState } from '@/components/ui/empty-state';
import { formWords } from '@/components/ui/form-words';
import { PageHeader, Section } from '@/components/ui/page';
import { translator } from '@/messages/translate';
import { bodiesWithRegister, listCentres } from '@/server/queries/centres';
import { countriesFor } from '@/server/queries/countries';
import { getRuntime } from '@/server/runtime';
import { saveCentreAction } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await getLocale(), 'centres')('title') };
}

/** The register of the ASEAN Resource Centres. */
export default async function CentresPage() {
  const { actor, locale } = await requireViewer();
  const runtime = getRuntime();
  const t = translator(locale, 'centres');
  const centres = listCentres(runtime, actor);
  const countries = countriesFor(runtime);
  const bodies = [...new Map(centres.map(({ body }) => [body.id, body])).values()];
  return (
    <Container>
      <PageHeader title={t('title')} lead={t('lead')} />
      {centres.length === 0 ? (
        <Section title={t('register')}>
          <EmptyState title={t('none')}>{t('noneText')}</EmptyState>
        </Section>
      ) : (
        bodies.map((body) => (
          <Section key={body.id} title={t('registerOf', { body: body.acronym })}>
            <CentreTable
              centres={centres.filter((line) => line.body.id === body.id)}
              countries={countries}
              locale={locale}
            />
          </Section>
        ))
      )}
      {bodiesWithRegister(runtime, actor).map((body) => (
        <Disclosure key={body.id} summary={t('enter', { body: body.acronym })} className="mb-4">
          <ActionForm
            action={saveCentreAction}
            words={formWords(locale)}
            submit={t('enterDo')}
            hidden={{ bodyId: body.id }}
          >
            <CentreFields countries={countries} locale={locale} />
          </ActionForm>
        </Disclosure>
      ))}
    </Container>
  );
}
