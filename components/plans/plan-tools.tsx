import { ActionForm, FormField } from '@/components/ui/action-form';
import { Disclosure } from '@/components/ui/disclosure';
import type { FormAction } from '@/components/ui/form-state';
import { formWords } from '@/components/ui/form-words';
import { Section } from '@/components/ui/page';
import type { PlanState } from '@/domain/plan/rights';
import { nextState } from '@/domain/plan/states';
import { sayInstant } from '@/messages/dates';
import type { Locale } from '@/messages/locale';
import { translator } from '@/messages/translate';

interface KeptMatrix {
  readonly number: number;
  readonly name: string;
  readonly hash: string;
  readonly at: string;
}

/** What stands around a matrix: kept states of it, and for the secretariat the plan's own steps. */
export function PlanTools(props: {
  plan: { readonly id: string; readonly state: PlanState };
  snapshots: readonly KeptMatrix[];
  mayChange: boolean;
  locale: Locale;
  actions: { readonly keep: FormAction; readonly move: FormAction };
}) {
  const { plan, snapshots, locale, actions } = props;
  const t = translator(locale, 'plan');
  const words = formWords(locale);
  const hidden = { planId: plan.id };
  const next = nextState(plan.state);
  return (
    <div className="no-print mt-8 max-w-4xl">
      <Section title={t('manage.kept')}>
        {snapshots.length === 0 ? <p className="text-muted">{t('manage.noneKept')}</p> : null}
        <ol className="grid gap-2">
          {snapshots.map(({ number, name, hash, at }) => (
            <li key={number}>
              <a href={`/api/plans/${plan.id}/kept/${number}`} className="text-accent">
                {name}
              </a>
              <span className="block text-[0.8125rem] text-muted">{sayInstant(locale, at)}</span>
              <code className="block text-xs break-all text-muted">{t('manage.hash', { hash })}</code>
            </li>
          ))}
        </ol>
        {props.mayChange ? (
          <div className="mt-4 grid gap-3">
            <Disclosure summary={t('manage.keep')}>
              <ActionForm action={actions.keep} words={words} submit={t('manage.keepDo')} hidden={hidden}>
                <FormField
                  name="name"
                  label={t('manage.keepName')}
                  hint={t('manage.keepHint')}
                  maxLength={120}
                  required
                />
              </ActionForm>
            </Disclosure>
            {next === null ? null : (
              <Disclosure summary={t(`manage.${next}`)}>
                <p className="mb-3 text-sm text-muted">{t('manage.moveText')}</p>
                <ActionForm
                  action={actions.move}
                  words={words}
                  submit={t(`manage.moveDo.${next}`)}
                  hidden={{ ...hidden, to: next }}
                >
                  <FormField name="name" label={t('manage.moveName')} maxLength={120} required />
                </ActionForm>
              </Disclosure>
            )}
          </div>
        ) : null}
      </Section>
    </div>
  );
}
