import { ActionForm, FormField } from '@/components/ui/action-form';
import type { FormAction } from '@/components/ui/form-state';
import { formWords } from '@/components/ui/form-words';
import type { Locale } from '@/messages/locale';
import { translator } from '@/messages/translate';

/** A delegation breaks the silence: in writing, under a receipt that makes sending twice one act. */
export function BreakForm(props: {
  documentId: string;
  runId: string;
  receipt: string;
  action: FormAction;
  locale: Locale;
}) {
  const t = translator(props.locale, 'silence');
  return (
    <ActionForm
      action={props.action}
      words={formWords(props.locale)}
      submit={t('break.submit')}
      tone="danger"
      hidden={{ documentId: props.documentId, runId: props.runId, receipt: props.receipt }}
    >
      <p className="text-sm text-muted">{t('break.text')}</p>
      <FormField
        name="kind"
        type="select"
        label={t('break.kind')}
        options={[
          { value: 'objection', label: t('break.objection') },
          { value: 'amendment', label: t('break.amendment') },
        ]}
        required
      />
      <FormField
        name="text"
        type="textarea"
        label={t('break.words')}
        hint={t('break.wordsHint')}
        maxLength={10_000}
        required
      />
    </ActionForm>
  );
}
