import { FormField } from '@/components/ui/action-form';
import { LONGEST_REASON, OUTCOMES, RELATIONS } from '@/domain/brainstorm/outcomes';
import type { Locale } from '@/messages/locale';
import { translator } from '@/messages/translate';

/** What becomes of an input, and why. */
export function OutcomeFields(props: { locale: Locale }) {
  const t = translator(props.locale, 'brainstorm');
  return (
    <>
      <FormField
        name="outcome"
        type="select"
        label={t('outcomeLabel')}
        options={OUTCOMES.map((value) => ({ value, label: t(`outcome.${value}`) }))}
      />
      <ReasonField locale={props.locale} />
    </>
  );
}

/** How a clause takes up what it comes from, and why not whole. */
export function RelationFields(props: { locale: Locale }) {
  const t = translator(props.locale, 'brainstorm');
  return (
    <>
      <FormField
        name="relation"
        type="select"
        label={t('clause.relation')}
        options={RELATIONS.map((value) => ({ value, label: t(`outcome.${value}`) }))}
      />
      <ReasonField locale={props.locale} />
    </>
  );
}

function ReasonField(props: { locale: Locale }) {
  const t = translator(props.locale, 'brainstorm');
  return (
    <FormField
      name="reason"
      type="textarea"
      label={t('reason')}
      hint={t('reasonHint')}
      maxLength={LONGEST_REASON}
    />
  );
}
