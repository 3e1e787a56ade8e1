import Link from 'next/link';
import { Fragment } from 'react';
import { ActionForm } from '@/components/ui/action-form';
import { ConfirmAction } from '@/components/ui/confirm-action';
import { Disclosure } from '@/components/ui/disclosure';
import type { FormAction } from '@/components/ui/form-state';
import { formWords } from '@/components/ui/form-words';
import { Notice } from '@/components/ui/notice';
import { Section } from '@/components/ui/page';
import type { MeetingState } from '@/domain/procedure/states';
import type { Locale } from '@/messages/locale';
import type { NamedCountry } from '@/messages/names';
import { translator } from '@/messages/translate';
import { MeetingFields } from './meeting-fields';
import type { MeetingLineData } from './meeting-line';

export interface ManageMeetingActions {
  readonly editMeetingAction: FormAction;
  readonly moveMeetingAction: FormAction;
  readonly setDeviceCopiesAction: FormAction;
}

/** The secretariat's tools for a meeting: open and close it, copies on devices, its facts. */
export function ManageMeeting(props: {
  meeting: MeetingLineData & {
    readonly deviceCopies: { readonly allowed: boolean };
    readonly waiting: readonly { readonly documentId: string; readonly symbol: string }[];
  };
  countries: readonly NamedCountry[];
  locale: Locale;
  actions: ManageMeetingActions;
}) {
  const { meeting, locale } = props;
  const t = translator(locale, 'meetings');
  const step = stepFrom(meeting.status);
  const copies = meeting.deviceCopies.allowed ? 'forbidCopies' : 'allowCopies';
  return (
    <Section title={t('manage.title')}>
      <div className="grid gap-3">
        {meeting.waiting.length === 0 ? null : (
          <Notice tone="warn">
            <p>
              {t('manage.waiting')}{' '}
              {meeting.waiting.map(({ documentId, symbol }, index) => (
                <Fragment key={documentId}>
                  {index === 0 ? '' : ', '}
                  <Link href={`/documents/${documentId}/decisions`}>{symbol}</Link>
                </Fragment>
              ))}
            </p>
          </Notice>
        )}
        <ConfirmAction
          action={props.actions.moveMeetingAction}
          hidden={{ meetingId: meeting.id, to: step.to }}
          label={t(`manage.${step.key}`)}
          title={t(`manage.${step.key}Title`)}
          text={t(`manage.${step.key}Text`)}
          confirm={t(`manage.${step.key}`)}
          cancel={translator(locale, 'common')('actions.cancel')}
        />
        <ConfirmAction
          action={props.actions.setDeviceCopiesAction}
          hidden={{ meetingId: meeting.id, allowed: meeting.deviceCopies.allowed ? 'no' : 'yes' }}
          label={t(`manage.${copies}`)}
          title={t(`manage.${copies}Title`)}
          text={t(`manage.${copies}Text`)}
          confirm={t(`manage.${copies}`)}
          cancel={translator(locale, 'common')('actions.cancel')}
        />
        {meeting.status === 'closed' ? null : (
          <Disclosure summary={t('manage.editMeeting')}>
            <ActionForm
              action={props.actions.editMeetingAction}
              words={formWords(locale)}
              submit={t('fields.save')}
              hidden={{ meetingId: meeting.id }}
              keep
            >
              <MeetingFields locale={locale} countries={props.countries} meeting={meeting} />
            </ActionForm>
          </Disclosure>
        )}
      </div>
    </Section>
  );
}

function stepFrom(status: MeetingState): { to: MeetingState; key: 'open' | 'close' | 'reopen' } {
  if (status === 'planned') return { to: 'open', key: 'open' };
  if (status === 'open') return { to: 'closed', key: 'close' };
  return { to: 'open', key: 'reopen' };
}
