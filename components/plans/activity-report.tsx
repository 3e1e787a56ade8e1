import { ActionForm, FormField } from '@/components/ui/action-form';
import { Disclosure } from '@/components/ui/disclosure';
import type { FormAction } from '@/components/ui/form-state';
import { formWords } from '@/components/ui/form-words';
import type { Activity } from '@/domain/plan/matrix';
import { ACTIVITY_STATUSES } from '@/domain/plan/statuses';
import type { Locale } from '@/messages/locale';
import { translator } from '@/messages/translate';

/** How an activity goes, as its lead country reports it: a form for the hand, beside the grid for the desk (PL16). */
export function ActivityReport(props: {
  planId: string;
  activity: Pick<Activity, 'id' | 'rev' | 'status' | 'statusReason' | 'revisedFrom' | 'revisedTo'>;
  locale: Locale;
  action: FormAction;
}) {
  const { planId, activity, locale } = props;
  const t = translator(locale, 'plan');
  return (
    <Disclosure summary={t('activity.report')} className="mb-6">
      <ActionForm
        action={props.action}
        words={formWords(locale)}
        submit={t('activity.save')}
        hidden={{ planId, activityId: activity.id, rev: String(activity.rev) }}
        keep
      >
        <FormField
          name="status"
          type="select"
          label={t('field.status')}
          defaultValue={activity.status}
          options={ACTIVITY_STATUSES.map((status) => ({ value: status, label: t(`status.${status}`) }))}
        />
        <FormField
          name="statusReason"
          label={t('field.statusReason')}
          defaultValue={activity.statusReason}
          maxLength={500}
        />
        {(['revisedFrom', 'revisedTo'] as const).map((name) => (
          <FormField
            key={name}
            name={name}
            label={t(`field.${name}`)}
            hint={t('grid.monthHint')}
            defaultValue={activity[name] ?? ''}
            maxLength={40}
          />
        ))}
      </ActionForm>
    </Disclosure>
  );
}
