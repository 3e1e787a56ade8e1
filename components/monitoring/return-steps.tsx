import { ActionForm, FormField } from '@/components/ui/action-form';
import { ConfirmAction } from '@/components/ui/confirm-action';
import { Disclosure } from '@/components/ui/disclosure';
import type { FormAction } from '@/components/ui/form-state';
import { formWords } from '@/components/ui/form-words';
import { Section } from '@/components/ui/page';
import { sayInstant } from '@/messages/dates';
import type { Locale } from '@/messages/locale';
import { translator } from '@/messages/translate';

export interface ReturnStepsProps {
  readonly returnId: string;
  readonly rev: number;
  readonly events: readonly {
    readonly id: string;
    readonly act: string;
    readonly reason: string;
    readonly at: string;
    readonly byName: string | null;
  }[];
  readonly actions: Readonly<Record<'submit' | 'answer' | 'askClarification' | 'accept' | 'reopen', boolean>>;
  readonly take: Readonly<Record<'submit' | 'answer' | 'askClarification' | 'accept' | 'reopen', FormAction>>;
  readonly locale: Locale;
}

const SPOKEN = ['answer', 'askClarification', 'reopen'] as const;
const ACTS = [
  'started',
  'submitted',
  'clarificationAsked',
  'answered',
  'accepted',
  'locked',
  'reopened',
] as const;

/** What comes next with a return, and what has been: questions and answers between delegation and secretariat. */
export function ReturnSteps(props: ReturnStepsProps) {
  const { actions, take, locale } = props;
  const t = translator(locale, 'monitoring');
  const common = translator(locale, 'common');
  const hidden = { returnId: props.returnId, rev: String(props.rev) };
  const confirm = (step: 'submit' | 'accept') => (
    <ConfirmAction
      action={take[step]}
      hidden={hidden}
      label={t(`step.${step}.do`)}
      title={t(`step.${step}.title`)}
      text={t(`step.${step}.text`)}
      confirm={t(`step.${step}.do`)}
      cancel={common('actions.cancel')}
      tone="plain"
    />
  );
  const isOpen = Object.values(actions).some((may) => may);
  return (
    <Section title={t('steps.title')}>
      {isOpen ? (
        <div className="mb-4 grid justify-items-start gap-3">
          {actions.submit ? confirm('submit') : null}
          {actions.accept ? confirm('accept') : null}
          {SPOKEN.filter((step) => actions[step]).map((step) => (
            <Disclosure key={step} summary={t(`step.${step}.summary`)} className="w-full">
              <ActionForm
                action={take[step]}
                words={formWords(locale)}
                submit={t(`step.${step}.do`)}
                hidden={hidden}
              >
                <FormField
                  name="reason"
                  type="textarea"
                  label={t(`step.${step}.label`)}
                  maxLength={4000}
                  required
                />
              </ActionForm>
            </Disclosure>
          ))}
        </div>
      ) : null}
      {props.events.length === 0 ? (
        <p className="text-sm text-muted">{t('steps.none')}</p>
      ) : (
        <ol className="grid gap-3 text-sm">
          {props.events.map((event) => {
            const act = ACTS.find((known) => known === event.act);
            return (
              <li key={event.id} className="border-l-2 border-line pl-3">
                <span className="font-medium">{act === undefined ? event.act : t(`act.${act}`)}</span>
                <span className="block text-[0.8125rem] text-muted">
                  {[event.byName ?? '', sayInstant(locale, event.at)]
                    .filter((part) => part !== '')
                    .join(' · ')}
                </span>
                {event.reason === '' ? null : <p className="mt-1 whitespace-pre-line">{event.reason}</p>}
              </li>
            );
          })}
        </ol>
      )}
    </Section>
  );
}
