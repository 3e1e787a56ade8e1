import type { Metadata } from 'next';
import { refusalPage } from '@/app/_lib/refusal';
import { getLocale, requireViewer } from '@/app/_lib/viewer';
import { MeetingFields } from '@/components/meeting/meeting-fields';
import { ActionForm, FormField } from '@/components/ui/action-form';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { Container } from '@/components/ui/container';
import { formWords } from '@/components/ui/form-words';
import { Card, PageHeader } from '@/components/ui/page';
import { canInBody } from '@/domain/policy/can';
import { refuse } from '@/domain/refusal';
import { translator } from '@/messages/translate';
import { bodiesFor } from '@/server/queries/bodies';
import { countriesFor } from '@/server/queries/countries';
import { getRuntime } from '@/server/runtime';
import { createMeetingAction } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await getLocale(), 'meetings')('newTitle') };
}

export default async function NewMeetingPage(props: { searchParams: Promise<{ body?: string | string[] }> }) {
  const viewer = await requireViewer();
  const { locale } = viewer;
  const runtime = getRuntime();
  const { bodies } = await bodiesFor(runtime, viewer.actor);
  const managed = bodies.filter((body) => canInBody(viewer.actor, 'manageMeetings', body.id).ok);
  if (managed.length === 0) return refusalPage(refuse('PO4'), locale);
  const { body } = await props.searchParams;
  const t = translator(locale, 'meetings');
  return (
    <Container width="narrow">
      <PageHeader
        eyebrow={<Breadcrumb above={[{ href: '/meetings', label: t('title') }]} />}
        title={t('newTitle')}
      />
      <Card>
        <ActionForm
          action={createMeetingAction}
          words={formWords(locale)}
          submit={t('fields.create')}
          tone="primary"
          keep
        >
          <FormField
            name="bodyId"
            type="select"
            label={t('fields.body')}
            defaultValue={typeof body === 'string' ? body : (managed[0]?.id ?? '')}
            options={managed.map((entry) => ({ value: entry.id, label: entry.acronym }))}
            required
          />
          <MeetingFields locale={locale} countries={countriesFor(runtime)} />
          <p className="text-sm text-muted">{t('fields.delegations')}</p>
        </ActionForm>
      </Card>
    </Container>
  );
}
