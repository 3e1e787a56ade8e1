import { ActionForm, FormField } from '@/components/ui/action-form';
import { Disclosure } from '@/components/ui/disclosure';
import type { FormAction } from '@/components/ui/form-state';
import { formWords } from '@/components/ui/form-words';
import type { Locale } from '@/messages/locale';
import { translator } from '@/messages/translate';

/** For the chair who adopted, until the sitting is over. */
export function AnnulForm(props: { documentId: string; action: FormAction; locale: Locale }) {
  const t = translator(props.locale, 'tiers');
  return (
    <Disclosure summary={t('annul.title')} quiet>
      <p className="mb-3 text-sm">{t('annul.text')}</p>
      <ActionForm
        action={props.action}
        words={formWords(props.locale)}
        submit={t('annul.submit')}
        tone="danger"
        hidden={{ documentId: props.documentId }}
      >
        <FormField name="reason" type="textarea" label={t('reason')} maxLength={2000} required />
      </ActionForm>
    </Disclosure>
  );
}
