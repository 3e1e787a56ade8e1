import type { Metadata } from 'next';
import { getLocale, requireViewer } from '@/app/_lib/viewer';
import { PlanTable } from '@/components/plans/plan-table';
import { ActionForm, FormField } from '@/components/ui/action-form';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { Container } from '@/components/ui/container';
import { Disclosure } from '@/components/ui/disclosure';
import { EmptyState } from '@/components/ui/empty-state';
import { formWords } from '@/components/ui/form-words';
import { PageHeader, Section } from '@/components/ui/page';
import { nameIn } from '@/messages/names';
import { translator } from '@/messages/translate';
import { bodiesWithPlans, listPlans } from '@/server/queries/plans';
import { getRuntime } from '@/server/runtime';
import { createPlanAction } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await getLocale(), 'plan')('plans') };
}

/** The work plans one may read, and for the secretariat the way to begin one. */
export default async function PlansPage() {
  const { actor, locale } = await requireViewer();
  const runtime = getRuntime();
  const plans = listPlans(runtime, actor);
  const t = translator(locale, 'plan');
  return (
    <Container>
      <PageHeader
        eyebrow={<Breadcrumb above={[{ href: '/follow-up', label: t('followUp') }]}>{t('plans')}</Breadcrumb>}
        title={t('plans')}
        lead={t('lead')}
      />
      <Section title={t('plans')}>
        {plans.length === 0 ? (
          <EmptyState title={t('none')}>{t('noneText')}</EmptyState>
        ) : (
          <PlanTable plans={plans} locale={locale} />
        )}
      </Section>
      {bodiesWithPlans(runtime, actor).map((body) => (
        <Disclosure key={body.id} summary={t('new', { body: body.acronym })} className="mb-4">
          <ActionForm
            action={createPlanAction}
            words={formWords(locale)}
            submit={t('newDo')}
            hidden={{ bodyId: body.id }}
          >
            <FormField name="title" label={t('name')} maxLength={300} required />
            <FormField name="titleThai" label={t('nameThai')} maxLength={300} lang="th" />
            <FormField name="fromYear" type="number" label={t('fromYear')} required />
            <FormField name="toYear" type="number" label={t('toYear')} required />
            <FormField
              name="predecessorId"
              type="select"
              label={t('before')}
              options={[
                { value: '', label: t('noBefore') },
                ...plans
                  .filter(({ plan }) => plan.bodyId === body.id)
                  .map(({ plan }) => ({
                    value: plan.id,
                    label: nameIn(locale, plan.title, plan.titleThai),
                  })),
              ]}
            />
          </ActionForm>
        </Disclosure>
      ))}
    </Container>
  );
}
