import { ActionForm, FormField } from '@/components/ui/action-form';
import { Disclosure } from '@/components/ui/disclosure';
import type { FormAction } from '@/components/ui/form-state';
import { formWords } from '@/components/ui/form-words';
import { Section } from '@/components/ui/page';
import type { Result } from '@/domain/plan/matrix';
import type { PlanState } from '@/domain/plan/rights';
import { nextState } from '@/domain/plan/states';
import { sayInstant } from '@/messages/dates';
import type { Locale } from '@/messages/locale';
import { nameIn } from '@/messages/names';
import { translator } from '@/messages/translate';

interface KeptMatrix {
  readonly number: number;
  readonly name: string;
  readonly hash: string;
  readonly at: string;
}

/** What stands around a matrix: kept states of it, and for the secretariat its levels and the plan's own steps. */
export function PlanTools(props: {
  plan: { readonly id: string; readonly state: PlanState };
  results: readonly Result[];
  snapshots: readonly KeptMatrix[];
  mayChange: boolean;
  locale: Locale;
  actions: { readonly addResult: FormAction; readonly keep: FormAction; readonly move: FormAction };
}) {
  const { plan, results, snapshots, locale, actions } = props;
  const t = translator(locale, 'plan');
  const words = formWords(locale);
  const hidden = { planId: plan.id };
  const next = nextState(plan.state);
  return (
    <div className="mt-8 grid grid-cols-[minmax(0,1fr)] items-start gap-x-6 lg:grid-cols-2">
      <Section title={t('manage.kept')}>
        {snapshots.length === 0 ? <p className="text-muted">{t('manage.noneKept')}</p> : null}
        <ol className="grid gap-2">
          {snapshots.map(({ number, name, hash, at }) => (
            <li key={number}>
              {name}
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
      {props.mayChange && plan.state !== 'closed' ? (
        <Section title={t('results.title')}>
          <Disclosure summary={t('results.add')}>
            <ActionForm action={actions.addResult} words={words} submit={t('results.addDo')} hidden={hidden}>
              <FormField
                name="level"
                type="select"
                label={t('results.level')}
                options={(['area', 'outcome', 'output'] as const).map((level) => ({
                  value: level,
                  label: t(`level.${level}`),
                }))}
              />
              <FormField
                name="parentId"
                type="select"
                label={t('results.parent')}
                options={[
                  { value: '', label: t('results.top') },
                  ...results
                    .filter(({ level }) => level !== 'output')
                    .map(({ id, code, title, titleThai }) => ({
                      value: id,
                      label: `${code} ${nameIn(locale, title, titleThai)}`,
                    })),
                ]}
              />
              <FormField name="code" label={t('results.code')} maxLength={40} required />
              <FormField name="title" label={t('results.name')} maxLength={300} required />
              <FormField name="titleThai" label={t('results.nameThai')} maxLength={300} lang="th" />
            </ActionForm>
          </Disclosure>
        </Section>
      ) : null}
    </div>
  );
}
