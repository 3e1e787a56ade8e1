import { PopPanel } from '@/components/shell/pop-panel';
import { ActionForm } from '@/components/ui/action-form';
import { buttonClass } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import type { FormAction } from '@/components/ui/form-state';
import { formWords } from '@/components/ui/form-words';
import { isFinal } from '@/domain/procedure/states';
import { type StateStep, TRANSITIONS } from '@/domain/procedure/transitions';
import type { Locale } from '@/messages/locale';
import { translator } from '@/messages/translate';
import { DescriptionFields, type DocumentDescription, type FormChoices } from './description-fields';
import { StepButton } from './step-button';

/** Chair and secretariat: the steps that are open from here, and what the document is called. */
export function ProcedureTools(props: {
  documentId: string;
  stateSeq: number;
  steps: readonly StateStep[];
  description: DocumentDescription;
  choices: FormChoices;
  locale: Locale;
  actions: { readonly moveState: FormAction; readonly describe: FormAction };
}) {
  const { locale, documentId } = props;
  const t = translator(locale, 'documents');
  return (
    <PopPanel
      id="procedure-panel"
      label={t('procedure.title')}
      buttonLabel={t('procedure.title')}
      buttonClass={buttonClass('quiet')}
      panelClass="inset-x-3! top-16! mx-auto! max-h-[80vh] max-w-xl overflow-y-auto rounded-lg p-5"
    >
      <h2 className="text-[0.95rem] font-semibold">{t('procedure.steps')}</h2>
      {props.steps.length === 0 ? (
        <p className="mt-2 text-sm text-muted">{t('procedure.noSteps')}</p>
      ) : (
        <div className="mt-2 flex flex-wrap gap-2">
          {props.steps.map((step) => {
            const ends = isFinal(TRANSITIONS[step].to);
            return (
              <StepButton
                key={step}
                action={props.actions.moveState}
                hidden={{ documentId, step, stateSeq: String(props.stateSeq) }}
                label={t(`procedure.step.${step}.label`)}
                text={t(`procedure.step.${step}.text`)}
                confirm={t(`procedure.step.${step}.confirm`)}
                cancel={t('procedure.cancel')}
                tone={ends ? 'danger' : 'plain'}
                confirmTone={ends ? 'danger' : 'primary'}
                {...(TRANSITIONS[step].needsReason
                  ? {
                      reason: {
                        label: t('procedure.reason'),
                        hint: t('procedure.reasonHint'),
                        missing: translator(locale, 'rules')('PR3'),
                      },
                    }
                  : {})}
              />
            );
          })}
        </div>
      )}
      <Disclosure summary={t('procedure.describe')} className="mt-4">
        <ActionForm
          action={props.actions.describe}
          words={formWords(locale)}
          submit={t('save')}
          hidden={{ documentId }}
          keep
        >
          <DescriptionFields locale={locale} description={props.description} choices={props.choices} />
        </ActionForm>
      </Disclosure>
    </PopPanel>
  );
}
