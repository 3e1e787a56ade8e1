import { ActionForm, FormField } from '@/components/ui/action-form';
import { Disclosure } from '@/components/ui/disclosure';
import type { FormAction } from '@/components/ui/form-state';
import { formWords } from '@/components/ui/form-words';
import { Section } from '@/components/ui/page';
import type { SilenceRules as Rules } from '@/domain/silence/rules';
import { sayShortDay } from '@/messages/dates';
import type { Locale } from '@/messages/locale';
import { translator } from '@/messages/translate';

/** How a body runs its silence procedures, and the form to change it. */
export function SilenceRules(props: {
  bodyId: string;
  rules: Rules;
  locale: Locale;
  mayManage: boolean;
  action: FormAction;
}) {
  const { rules, locale } = props;
  const t = translator(locale, 'silence');
  return (
    <Section title={t('rules.title')} id="silence">
      <ul className="grid gap-1">
        <li>{t('rules.minimum', { hours: rules.minimumHours })}</li>
        <li>
          {rules.outageMinutes === 0
            ? t('rules.noOutage')
            : t('rules.outage', { minutes: rules.outageMinutes })}
        </li>
        <li>{t(rules.namesBreaker ? 'rules.named' : 'rules.unnamed')}</li>
        <li className={rules.holidays.length === 0 ? 'text-muted' : ''}>
          {rules.holidays.length === 0
            ? t('rules.noHolidays')
            : `${t('rules.holidays')}: ${rules.holidays.map((day) => sayShortDay(locale, day)).join(' · ')}`}
        </li>
      </ul>
      {props.mayManage ? (
        <Disclosure summary={t('rules.edit')} className="mt-4">
          <ActionForm
            action={props.action}
            words={formWords(locale)}
            submit={t('rules.save')}
            hidden={{ bodyId: props.bodyId }}
            keep
          >
            <div className="grid gap-4 sm:grid-cols-2">
              <FormField
                name="minimumHours"
                type="number"
                label={t('rules.minimumHours')}
                defaultValue={String(rules.minimumHours)}
                required
              />
              <FormField
                name="outageMinutes"
                type="number"
                label={t('rules.outageMinutes')}
                hint={t('rules.outageHint')}
                defaultValue={String(rules.outageMinutes)}
                required
              />
            </div>
            <FormField
              name="namesBreaker"
              type="select"
              label={t('rules.namesBreaker')}
              defaultValue={rules.namesBreaker ? 'yes' : 'no'}
              options={[
                { value: 'yes', label: t('rules.named') },
                { value: 'no', label: t('rules.unnamed') },
              ]}
            />
            <FormField
              name="holidays"
              type="textarea"
              label={t('rules.holidays')}
              hint={t('rules.holidaysHint')}
              defaultValue={rules.holidays.join('\n')}
            />
          </ActionForm>
        </Disclosure>
      ) : null}
    </Section>
  );
}
