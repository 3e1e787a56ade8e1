import { StepButton } from '@/components/procedure/step-button';
import { ActionForm } from '@/components/ui/action-form';
import { Disclosure } from '@/components/ui/disclosure';
import type { FormAction } from '@/components/ui/form-state';
import { formWords } from '@/components/ui/form-words';
import { localHour } from '@/domain/silence/zone';
import type { Locale } from '@/messages/locale';
import { translator } from '@/messages/translate';
import { EndFields } from './end-fields';

/** The chair, while a run lasts: more time, or back into negotiation. */
export function SteerTools(props: {
  documentId: string;
  run: { readonly id: string; readonly expiresAt: string; readonly zone: string };
  holidays: readonly string[];
  now: string;
  actions: { readonly extend: FormAction; readonly cancel: FormAction };
  locale: Locale;
}) {
  const { run, locale } = props;
  const t = translator(locale, 'silence');
  const hidden = { documentId: props.documentId, runId: run.id };
  return (
    <div className="flex flex-wrap items-start gap-x-6 gap-y-3">
      <Disclosure summary={t('extend.title')} className="min-w-64 flex-1">
        <ActionForm
          action={props.actions.extend}
          words={formWords(locale)}
          submit={t('extend.submit')}
          hidden={hidden}
        >
          <EndFields
            local={localHour(run.expiresAt, run.zone)}
            zone={run.zone}
            hint={t('extend.hint')}
            holidays={props.holidays}
            now={props.now}
            locale={locale}
          />
        </ActionForm>
      </Disclosure>
      <StepButton
        action={props.actions.cancel}
        hidden={hidden}
        label={t('cancel.title')}
        text={t('cancel.text')}
        confirm={t('cancel.submit')}
        cancel={translator(locale, 'common')('actions.cancel')}
        reason={{
          label: translator(locale, 'documents')('procedure.reason'),
          hint: translator(locale, 'documents')('procedure.reasonHint'),
          missing: translator(locale, 'rules')('PR3'),
        }}
      />
    </div>
  );
}
