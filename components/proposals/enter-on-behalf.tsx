import { ActionForm, FormField } from '@/components/ui/action-form';
import { Disclosure } from '@/components/ui/disclosure';
import type { FormAction } from '@/components/ui/form-state';
import { formWords } from '@/components/ui/form-words';
import type { Locale } from '@/messages/locale';
import { translator } from '@/messages/translate';

type Options = readonly { readonly value: string; readonly label: string }[];

/** The secretariat begins a draft for a delegation (NP16). */
export function EnterOnBehalf(props: {
  action: FormAction;
  documentId: string;
  delegations: Options;
  clauses: Options;
  locale: Locale;
}) {
  const t = translator(props.locale, 'proposals');
  return (
    <Disclosure summary={t('enter.title')} className="mb-6">
      <p className="mb-3 text-sm text-muted">{t('enter.lead')}</p>
      <ActionForm
        action={props.action}
        words={formWords(props.locale)}
        submit={t('enter.begin')}
        hidden={{ documentId: props.documentId }}
      >
        <FormField
          name="onBehalfOf"
          type="select"
          label={t('enter.country')}
          options={props.delegations}
          required
        />
        <FormField name="clauseId" type="select" label={t('enter.clause')} options={props.clauses} required />
        <FormField
          name="kind"
          type="select"
          label={t('enter.kind')}
          options={(['replace', 'insert', 'delete', 'comment'] as const).map((value) => ({
            value,
            label: t(`begin.${value}`),
          }))}
        />
      </ActionForm>
    </Disclosure>
  );
}
