import { ActionForm, FormField } from '@/components/ui/action-form';
import type { FormAction } from '@/components/ui/form-state';
import { formWords } from '@/components/ui/form-words';
import { Section } from '@/components/ui/page';
import type { PlanState } from '@/domain/plan/rights';
import { type SaidOfPlan, seenPlan } from '@/domain/plan/seen';
import type { Locale } from '@/messages/locale';
import { nameIn } from '@/messages/names';
import { translator } from '@/messages/translate';

/** What is said of a plan: its names and years, the text it belongs to, the plan before it. */
export function PlanDescription(props: {
  plan: SaidOfPlan & { readonly id: string; readonly state: PlanState };
  body: { readonly acronym: string; readonly name: string; readonly nameThai: string };
  texts: readonly { readonly id: string; readonly symbol: string; readonly title: string }[];
  earlier: readonly { readonly id: string; readonly title: string; readonly titleThai: string }[];
  locale: Locale;
  action: FormAction;
}) {
  const { plan, body, locale } = props;
  const t = translator(locale, 'shape');
  const words = translator(locale, 'plan');
  return (
    <Section title={t('describe.title')}>
      <ActionForm
        action={props.action}
        words={formWords(locale)}
        submit={t('describe.save')}
        tone="primary"
        hidden={{ planId: plan.id, seen: seenPlan(plan) }}
        keep
      >
        <dl className="grid gap-0.5 text-sm">
          <dt className="font-medium">{t('describe.body')}</dt>
          <dd>
            {body.acronym} · {nameIn(locale, body.name, body.nameThai)}
          </dd>
          <dd className="text-[0.8125rem] text-muted">{t('describe.bodyNote')}</dd>
        </dl>
        <div className="grid gap-4 sm:grid-cols-2">
          <FormField
            name="title"
            label={words('name')}
            defaultValue={plan.title}
            maxLength={200}
            lang="en"
            required
          />
          <FormField
            name="titleThai"
            label={words('nameThai')}
            defaultValue={plan.titleThai}
            maxLength={200}
            lang="th"
          />
          <FormField
            name="fromYear"
            type="number"
            label={words('fromYear')}
            defaultValue={String(plan.fromYear)}
            required
          />
          <FormField
            name="toYear"
            type="number"
            label={words('toYear')}
            defaultValue={String(plan.toYear)}
            required
          />
        </div>
        <FormField
          name="documentId"
          type="select"
          label={words('text')}
          hint={plan.state === 'drafted' ? t('describe.textNote') : t('describe.inForceNote')}
          defaultValue={plan.documentId ?? ''}
          options={[
            { value: '', label: words('noText') },
            ...props.texts.map(({ id, symbol, title }) => ({ value: id, label: `${symbol} ${title}` })),
          ]}
        />
        <FormField
          name="predecessorId"
          type="select"
          label={words('before')}
          defaultValue={plan.predecessorId ?? ''}
          options={[
            { value: '', label: words('noBefore') },
            ...props.earlier.map(({ id, title, titleThai }) => ({
              value: id,
              label: nameIn(locale, title, titleThai),
            })),
          ]}
        />
      </ActionForm>
    </Section>
  );
}
