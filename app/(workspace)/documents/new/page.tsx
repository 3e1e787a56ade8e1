import type { Metadata } from 'next';
import Link from 'next/link';
import { refusalPage } from '@/app/_lib/refusal';
import { getLocale, requireViewer } from '@/app/_lib/viewer';
import { DescriptionFields } from '@/components/procedure/description-fields';
import { ActionForm, FormField } from '@/components/ui/action-form';
import { Container } from '@/components/ui/container';
import { formWords } from '@/components/ui/form-words';
import { PageHeader, Section } from '@/components/ui/page';
import { nameIn } from '@/messages/names';
import { translator } from '@/messages/translate';
import { documentFormChoices } from '@/server/queries/document-form';
import { getRuntime } from '@/server/runtime';
import { createDocumentAction } from './actions';

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await getLocale(), 'documents')('new.title') };
}

export default async function NewDocumentPage(props: Props) {
  const { actor, locale } = await requireViewer();
  const found = await documentFormChoices(getRuntime(), actor);
  if (!found.ok) return <Container>{refusalPage(found, locale)}</Container>;
  const choices = found.value;
  const query = await props.searchParams;
  const meeting = choices.meetings.find((entry) => entry.id === query.meeting);
  const item = meeting?.agenda.find((entry) => entry.id === query.item);
  const bodyId = meeting?.bodyId ?? choices.bodies.find((body) => body.id === query.body)?.id;
  const t = translator(locale, 'documents');
  return (
    <Container width="narrow">
      <PageHeader
        title={t('new.title')}
        lead={
          <>
            <p>{t('new.lead')}</p>
            <p className="mt-1 text-sm">{translator(locale, 'import')('newHint')}</p>
          </>
        }
        {...(meeting === undefined
          ? {}
          : {
              eyebrow: (
                <Link href={`/meetings/${meeting.id}`}>
                  {nameIn(locale, meeting.title, meeting.titleThai)}
                </Link>
              ),
            })}
      />
      <Section title={t('procedure.describe')}>
        <ActionForm
          action={createDocumentAction}
          words={formWords(locale)}
          submit={t('new.create')}
          tone="primary"
          keep
        >
          <FormField
            name="bodyId"
            type="select"
            label={t('fields.body')}
            defaultValue={bodyId ?? choices.bodies[0]?.id ?? ''}
            options={choices.bodies.map((body) => ({
              value: body.id,
              label: `${body.acronym}: ${nameIn(locale, body.name, body.nameThai)}`,
            }))}
          />
          <DescriptionFields
            locale={locale}
            choices={choices}
            description={{
              kind: 'statement',
              title: '',
              language: 'en',
              houseStyle: 'declaration',
              leadCountry: null,
              meetingId: meeting?.id ?? null,
              agendaItemId: item?.id ?? null,
            }}
          />
          <FormField name="symbol" label={t('fields.symbol')} hint={t('fields.symbolHint')} maxLength={60} />
        </ActionForm>
      </Section>
    </Container>
  );
}
