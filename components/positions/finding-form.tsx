import { ActionForm, FormField } from '@/components/ui/action-form';
import type { FormAction } from '@/components/ui/form-state';
import { formWords } from '@/components/ui/form-words';
import type { ClauseStep } from '@/domain/negotiation/clause-steps';
import type { Locale } from '@/messages/locale';
import type { NamedCountry } from '@/messages/names';
import { translator } from '@/messages/translate';
import { delegationName } from './names';

/** What the chair finds of the clauses that are chosen elsewhere on the page, or of the one in `hidden.on`. */
export function FindingForm(props: {
  id?: string;
  hidden: Readonly<Record<string, string>>;
  action: FormAction;
  steps: readonly ClauseStep[];
  members: readonly string[];
  countries: readonly NamedCountry[];
  locale: Locale;
}) {
  const t = translator(props.locale, 'positions');
  return (
    <ActionForm
      {...(props.id === undefined ? {} : { id: props.id })}
      action={props.action}
      words={formWords(props.locale)}
      hidden={props.hidden}
      submit={t('find.do')}
      tone="primary"
    >
      <FormField
        name="step"
        type="select"
        required
        label={t('find.step')}
        options={[
          { value: '', label: t('form.choose') },
          ...props.steps.map((step) => ({ value: step, label: t(`step.${step}`) })),
        ]}
      />
      {props.steps.includes('agreedAdRef') ? (
        <fieldset>
          <legend className="text-sm font-medium">{t('find.pending')}</legend>
          <p className="mt-0.5 text-[0.8125rem] text-muted">{t('find.pendingHint')}</p>
          <div className="mt-1.5 flex flex-wrap gap-x-4 gap-y-1">
            {props.members.map((code) => (
              <label key={code} className="inline-flex min-h-6 items-center gap-1.5 text-sm">
                <input type="checkbox" name="pending" value={code} />
                {delegationName(code, props.countries, props.locale)}
              </label>
            ))}
          </div>
        </fieldset>
      ) : null}
      <FormField
        name="reason"
        type="textarea"
        maxLength={2000}
        label={t('find.reason')}
        hint={t('find.reasonHint')}
      />
    </ActionForm>
  );
}
