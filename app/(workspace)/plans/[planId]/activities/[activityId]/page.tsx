import type { Metadata } from 'next';
import Link from 'next/link';
import { refusalPage } from '@/app/_lib/refusal';
import { requireViewer } from '@/app/_lib/viewer';
import { ActivityHistory } from '@/components/plans/activity-history';
import { ActivityOrigin } from '@/components/plans/activity-origin';
import { ActivityReport } from '@/components/plans/activity-report';
import { sayBudget, sayTimeline } from '@/components/plans/say-activity';
import { StatusSign } from '@/components/plans/status-sign';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { Container } from '@/components/ui/container';
import { Country } from '@/components/ui/country';
import { Facts } from '@/components/ui/facts';
import { PageHeader, Section } from '@/components/ui/page';
import { changeableFields } from '@/domain/plan/rights';
import { sayDays } from '@/messages/dates';
import { nameIn } from '@/messages/names';
import { translator } from '@/messages/translate';
import { countriesFor } from '@/server/queries/countries';
import { getActivity, originChoices } from '@/server/queries/plan-activity';
import { sourcesOfClause } from '@/server/queries/sources';
import { getRuntime } from '@/server/runtime';
import { reportActivityAction, tieActivityAction } from '../../../actions';

interface Props {
  params: Promise<{ planId: string; activityId: string }>;
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { actor } = await requireViewer();
  const found = getActivity(getRuntime(), actor, await props.params);
  return found.ok ? { title: `${found.value.activity.code} ${found.value.activity.title}` } : {};
}

/** One activity: from which clause it stems and what that came from, what measures it, and what changed. */
export default async function ActivityPage(props: Props) {
  const { actor, locale } = await requireViewer();
  const runtime = getRuntime();
  const { planId, activityId } = await props.params;
  const found = getActivity(runtime, actor, { planId, activityId });
  if (!found.ok) return refusalPage(found, locale);
  const { plan, activity, origin, carriedFrom, carriedOnBy, programmes, indicators, rights } = found.value;
  const t = translator(locale, 'plan');
  const countries = countriesFor(runtime);
  const flags = (codes: readonly string[]) => (
    <span className="inline-flex flex-wrap gap-x-3">
      {codes.map((code) => (
        <Country key={code} code={code} countries={countries} locale={locale} />
      ))}
    </span>
  );
  const facts = [
    {
      term: t('field.status'),
      value: <StatusSign status={activity.status} label={t(`status.${activity.status}`)} />,
    },
    {
      term: t('activity.leads'),
      value: activity.leads.length === 0 ? t('activity.noLead') : flags(activity.leads),
    },
    ...(activity.coLeads.length === 0
      ? []
      : [{ term: t('activity.coLeads'), value: flags(activity.coLeads) }]),
    { term: t('view.timeline'), value: sayTimeline(locale, activity) },
    {
      term: t('activity.budget'),
      value: [sayBudget(locale, activity), activity.budgetSource].filter(Boolean).join(', '),
    },
    ...(activity.partners === '' ? [] : [{ term: t('activity.partners'), value: activity.partners }]),
  ];
  return (
    <Container>
      <PageHeader
        eyebrow={
          <Breadcrumb
            above={[
              { href: '/plans', label: t('plans') },
              {
                href: `/plans/${planId}?view=list#${activityId}`,
                label: nameIn(locale, plan.title, plan.titleThai),
              },
            ]}
          >
            {activity.code}
          </Breadcrumb>
        }
        title={activity.title}
        lead={found.value.lineage
          .map(({ code, title, titleThai }) => `${code} ${nameIn(locale, title, titleThai)}`)
          .join(' › ')}
      />
      <Facts facts={facts} />
      {activity.statusReason === '' ? null : (
        <p className="mb-6 max-w-prose">
          <span className="text-muted">{t('field.statusReason')}: </span>
          {activity.statusReason}
        </p>
      )}
      {changeableFields(plan.state, rights, activity).includes('status') ? (
        <ActivityReport planId={planId} activity={activity} locale={locale} action={reportActivityAction} />
      ) : null}
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="min-w-0">
          <ActivityOrigin
            activity={activity}
            origin={origin}
            sources={origin === null ? [] : await sourcesOfClause(runtime, actor, origin)}
            choices={rights.edits ? originChoices(runtime, actor, plan.bodyId) : []}
            mayTie={rights.edits && plan.state !== 'closed'}
            countries={countries}
            locale={locale}
            action={tieActivityAction}
          />
          <ActivityHistory
            changes={found.value.changes}
            codes={found.value.codes}
            countries={countries}
            locale={locale}
          />
        </div>
        <div>
          <Section title={translator(locale, 'monitoring')('tabs.indicators')}>
            {indicators.length === 0 ? <p className="text-muted">{t('activity.noIndicators')}</p> : null}
            <ul className="grid gap-2">
              {indicators.map(({ id, code, title }) => (
                <li key={id}>
                  <Link href={`/plans/${planId}/indicators#${id}`} className="text-accent">
                    {code} {title}
                  </Link>
                </li>
              ))}
            </ul>
          </Section>
          {carriedFrom === null && carriedOnBy.length === 0 ? null : (
            <Section title={t('comparison.kind.carriedOver')}>
              <ul className="grid gap-2 text-sm">
                {[
                  ...(carriedFrom === null ? [] : [{ ...carriedFrom, says: t('activity.carriedFrom') }]),
                  ...carriedOnBy.map((one) => ({ ...one, says: t('activity.carriedOnBy') })),
                ].map((one) => (
                  <li key={one.activityId}>
                    <span className="text-muted">{one.says}: </span>
                    <Link href={`/plans/${one.planId}/activities/${one.activityId}`} className="text-accent">
                      {one.code} {one.title}
                    </Link>
                    <span className="block text-[0.8125rem] text-muted">
                      {nameIn(locale, one.planTitle, one.planTitleThai)}
                    </span>
                  </li>
                ))}
              </ul>
            </Section>
          )}
          <Section title={t('activity.programmes')}>
            {programmes.length === 0 ? <p className="text-muted">{t('activity.noProgrammes')}</p> : null}
            <ul className="grid gap-2">
              {programmes.map(({ id, title, startsOn, endsOn, centre }) => (
                <li key={id}>
                  <Link href={`/centres/${centre.id}`} className="text-accent">
                    {title}
                  </Link>
                  <span className="block text-[0.8125rem] text-muted">
                    {sayDays(locale, startsOn, endsOn)}
                  </span>
                </li>
              ))}
            </ul>
          </Section>
        </div>
      </div>
    </Container>
  );
}
