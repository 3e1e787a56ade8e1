import type { Metadata } from 'next';
import { refusalPage, refusalText } from '@/app/_lib/refusal';
import { getLocale, requireViewer } from '@/app/_lib/viewer';
import { RevealingForm } from '@/components/auth/revealing-form';
import { AccountFacts } from '@/components/people/account-facts';
import { appointmentChoicesIn } from '@/components/people/appointment-choices';
import { AppointmentFields } from '@/components/people/appointment-fields';
import { AppointmentList } from '@/components/people/appointment-list';
import { ActionForm } from '@/components/ui/action-form';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { ConfirmAction } from '@/components/ui/confirm-action';
import { Container } from '@/components/ui/container';
import { Disclosure } from '@/components/ui/disclosure';
import { formWords } from '@/components/ui/form-words';
import { Notice } from '@/components/ui/notice';
import { PageHeader, Section } from '@/components/ui/page';
import { translator } from '@/messages/translate';
import { readUser } from '@/server/queries/accounts';
import { appointmentChoices } from '@/server/queries/appointment-choices';
import { countriesFor } from '@/server/queries/countries';
import { getRuntime } from '@/server/runtime';
import {
  appointAction,
  endAppointmentAction,
  makeLinkAction,
  reinstateAction,
  suspendAction,
} from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await getLocale(), 'admin')('people.title') };
}

export default async function PersonPage(props: { params: Promise<{ userId: string }> }) {
  const viewer = await requireViewer();
  const { locale, actor } = viewer;
  const runtime = getRuntime();
  const read = await readUser(runtime, actor, (await props.params).userId);
  if (!read.ok) return refusalPage(read.rule === 'AC23' ? { ...read, rule: 'PO1' } : read, locale);
  const person = read.value;
  const isActive = person.status === 'active';
  const countries = countriesFor(runtime);
  const t = translator(locale, 'admin');
  const common = translator(locale, 'common');
  const words = formWords(locale);
  const hidden = { userId: person.id };
  return (
    <Container width="narrow">
      <PageHeader
        eyebrow={<Breadcrumb above={[{ href: '/people', label: t('people.title') }]} />}
        title={person.name}
        lead={<span className="break-all">{person.email}</span>}
      />
      {isActive ? null : (
        <div className="mb-6">
          <Notice tone="warn">{t('people.suspend.notice')}</Notice>
        </div>
      )}
      <Section title={t('people.roles.title')}>
        <AppointmentList
          appointments={person.appointments}
          countries={countries}
          locale={locale}
          end={endAppointmentAction}
        />
        {isActive ? (
          <Disclosure summary={t('people.roles.give')} className="mt-4">
            <ActionForm action={appointAction} words={words} submit={t('people.roles.save')} hidden={hidden}>
              <AppointmentFields
                {...appointmentChoicesIn(locale, appointmentChoices(runtime, actor), countries)}
              />
            </ActionForm>
          </Disclosure>
        ) : null}
      </Section>
      <Section title={t('people.account.title')}>
        <AccountFacts person={person} locale={locale} />
        {person.whyNotManage === null ? (
          <div className="mt-5 grid gap-5 border-t border-line pt-5">
            {isActive ? (
              <div className="grid gap-2">
                <RevealingForm
                  action={makeLinkAction}
                  words={words}
                  submit={t(person.signsInBy.password ? 'people.link.newPassword' : 'people.link.invitation')}
                  hidden={hidden}
                  once={t('people.linkOnce')}
                  copy={common('actions.copy')}
                  copied={common('actions.copied')}
                />
                <p className="text-[0.8125rem] text-muted">{t('people.link.help')}</p>
              </div>
            ) : (
              <ActionForm
                action={reinstateAction}
                words={words}
                submit={t('people.suspend.undo')}
                tone="primary"
                hidden={hidden}
              />
            )}
            {isActive && !person.isSelf ? (
              <div>
                <ConfirmAction
                  action={suspendAction}
                  label={t('people.suspend.do')}
                  tone="danger"
                  title={t('people.suspend.title', { name: person.name })}
                  text={t('people.suspend.text')}
                  confirm={t('people.suspend.do')}
                  confirmTone="danger"
                  cancel={common('actions.cancel')}
                  hidden={hidden}
                />
              </div>
            ) : null}
          </div>
        ) : (
          <p className="mt-4 text-muted">{refusalText({ ok: false, rule: person.whyNotManage }, locale)}</p>
        )}
      </Section>
    </Container>
  );
}
