import type { Metadata } from 'next';
import { refusalPage } from '@/app/_lib/refusal';
import { getLocale, requireViewer } from '@/app/_lib/viewer';
import { ComparedPlans } from '@/components/plans/compared-plans';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { Button } from '@/components/ui/button';
import { Container } from '@/components/ui/container';
import { EmptyState } from '@/components/ui/empty-state';
import { Field, Select } from '@/components/ui/field';
import { PageHeader } from '@/components/ui/page';
import { nameIn } from '@/messages/names';
import { translator } from '@/messages/translate';
import { countriesFor } from '@/server/queries/countries';
import { comparablePlans, comparePlanPair } from '@/server/queries/plan-comparison';
import { getRuntime } from '@/server/runtime';

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await getLocale(), 'plan')('comparison.title') };
}

/** Two work plans beside each other: what is carried over, changed, new and dropped. */
export default async function ComparePlansPage(props: Props) {
  const { actor, locale } = await requireViewer();
  const runtime = getRuntime();
  const t = translator(locale, 'plan');
  const query = await props.searchParams;
  const { plans, usual } = comparablePlans(runtime, actor);
  const from = typeof query.from === 'string' ? query.from : (usual?.from ?? '');
  const to = typeof query.to === 'string' ? query.to : (usual?.to ?? '');
  const head = (
    <PageHeader
      eyebrow={
        <Breadcrumb
          above={[
            { href: '/follow-up', label: t('followUp') },
            { href: '/plans', label: t('plans') },
          ]}
        >
          {t('compare')}
        </Breadcrumb>
      }
      title={t('comparison.title')}
    />
  );
  if (plans.length < 2 || from === '' || to === '') {
    return (
      <Container>
        {head}
        <EmptyState title={t('comparison.fewer')}>{t('comparison.fewerText')}</EmptyState>
      </Container>
    );
  }
  const found = comparePlanPair(runtime, actor, { from, to });
  if (!found.ok) return refusalPage(found, locale);
  const options = plans.map((plan) => (
    <option key={plan.id} value={plan.id}>
      {nameIn(locale, plan.title, plan.titleThai)}
    </option>
  ));
  return (
    <Container width="wide">
      {head}
      <form method="get" className="no-print mb-6 flex flex-wrap items-end gap-4">
        <Field id="compare-from" label={t('comparison.from')}>
          <Select id="compare-from" name="from" defaultValue={from}>
            {options}
          </Select>
        </Field>
        <Field id="compare-to" label={t('comparison.to')}>
          <Select id="compare-to" name="to" defaultValue={to}>
            {options}
          </Select>
        </Field>
        <Button type="submit">{t('comparison.do')}</Button>
      </form>
      {from === to ? (
        <p className="text-muted">{t('comparison.same')}</p>
      ) : (
        <ComparedPlans comparison={found.value} countries={countriesFor(runtime)} locale={locale} />
      )}
    </Container>
  );
}
