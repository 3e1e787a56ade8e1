import type { Metadata } from 'next';
import { refusalPage } from '@/app/_lib/refusal';
import { getLocale, requireViewer } from '@/app/_lib/viewer';
import { RevealingForm } from '@/components/auth/revealing-form';
import { appointmentChoicesIn } from '@/components/people/appointment-choices';
import { AppointmentFields } from '@/components/people/appointment-fields';
import { FormField } from '@/components/ui/action-form';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { Container } from '@/components/ui/container';
import { formWords } from '@/components/ui/form-words';
import { PageHeader, Section } from '@/components/ui/page';
import { canInSystem } from '@/domain/policy/can';
import { isAdministrator } from '@/domain/policy/people';
import { translator } from '@/messages/translate';
import { appointmentChoices } from '@/server/queries/appointment-choices';
import { countriesFor } from '@/server/queries/countries';
import { getRuntime } from '@/server/runtime';
import { inviteAction } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await getLocale(), 'admin')('people.invite') };
}

export default async function InvitePage() {
  const viewer = await requireViewer();
  const { locale, actor } = viewer;
  const allowed = canInSystem(actor, 'managePeople');
  if (!allowed.ok) return refusalPage(allowed, locale);
  const runtime = getRuntime();
  const t = translator(locale, 'admin');
  const common = translator(locale, 'common');
  const choices = appointmentChoicesIn(locale, appointmentChoices(runtime, actor), countriesFor(runtime));
  const noRole = isAdministrator(actor) ? [{ value: '', label: t('people.noRoleYet') }] : [];
  return (
    <Container width="narrow">
      <PageHeader
        eyebrow={<Breadcrumb above={[{ href: '/people', label: t('people.title') }]} />}
        title={t('people.invite')}
        lead={t('people.newLead')}
      />
      <Section title={t('people.account.title')}>
        <RevealingForm
          action={inviteAction}
          words={formWords(locale)}
          submit={t('people.create')}
          tone="primary"
          once={t('people.linkOnce')}
          copy={common('actions.copy')}
          copied={common('actions.copied')}
        >
          <FormField
            name="name"
            label={t('people.name')}
            hint={t('people.nameHint')}
            autoComplete="off"
            maxLength={120}
            required
          />
          <FormField
            name="email"
            type="email"
            label={t('people.email')}
            hint={t('people.emailHint')}
            autoComplete="off"
            maxLength={254}
            required
          />
          <FormField
            name="locale"
            type="select"
            label={t('people.locale')}
            options={[
              { value: 'en', label: 'English' },
              { value: 'th', label: 'ภาษาไทย' },
            ]}
          />
          <AppointmentFields {...choices} roles={[...choices.roles, ...noRole]} />
        </RevealingForm>
      </Section>
    </Container>
  );
}
