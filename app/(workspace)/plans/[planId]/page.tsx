import type { Metadata } from 'next';
import Link from 'next/link';
import { refusalPage } from '@/app/_lib/refusal';
import { getLocale, requireViewer } from '@/app/_lib/viewer';
import { ActivityList } from '@/components/plans/activity-list';
import { MatrixView } from '@/components/plans/grid/matrix-view';
import { PlanStateBadge } from '@/components/plans/plan-table';
import { PlanFiles } from '@/components/sheets/plan-files';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { Container } from '@/components/ui/container';
import { PageHeader } from '@/components/ui/page';
import { inGroups, inViewOrder, isInView, readView } from '@/domain/plan/view';
import { nameIn } from '@/messages/names';
import { translator } from '@/messages/translate';
import { countriesFor } from '@/server/queries/countries';
import { getPlan } from '@/server/queries/plans';
import { getRuntime } from '@/server/runtime';
import { addActivityAction, changeCellsAction } from './grid-actions';

interface Props {
  params: Promise<{ planId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await getLocale(), 'plan')('title') };
}

/** A work plan: its matrix to write in, and on narrow screens its activities to read. */
export default async function PlanPage(props: Props) {
  const { actor, locale } = await requireViewer();
  const { planId } = await props.params;
  const query = await props.searchParams;
  const runtime = getRuntime();
  const found = getPlan(runtime, actor, planId);
  if (!found.ok) return refusalPage(found, locale);
  const { plan, results, activities, before, members, rights } = found.value;
  const t = translator(locale, 'plan');
  const countries = countriesFor(runtime);
  const codes = countries.map(({ code }) => code);
  const view = readView(query);
  const inView = activities.filter((activity) => isInView(activity, results, view));
  const rows = inViewOrder({ results, activities: inView }, view, codes);
  const isAsked = query.view === 'matrix';
  return (
    <Container width="wide">
      <PageHeader
        eyebrow={<Breadcrumb above={[{ href: '/follow-up', label: t('followUp') }]}>{t('title')}</Breadcrumb>}
        title={nameIn(locale, plan.title, plan.titleThai)}
        lead={
          <span className="flex flex-wrap items-center gap-3">
            <PlanStateBadge state={plan.state} locale={locale} />
            {t('activities', { count: activities.length })}
          </span>
        }
        actions={
          <PlanFiles planId={planId} mayEdit={rights.edits && plan.state !== 'closed'} locale={locale} />
        }
      />
      {isAsked ? null : (
        <div className="md:hidden">
          <p className="mb-3">
            <Link
              href={`/plans/${planId}?view=matrix`}
              className="text-accent underline-offset-2 hover:underline"
            >
              {t('view.matrix')}
            </Link>
          </p>
          <ActivityList
            planId={planId}
            groups={inGroups(rows, results, view.group, codes)}
            group={view.group}
            results={results}
            countries={countries}
            locale={locale}
          />
        </div>
      )}
      <div className={isAsked ? '' : 'max-md:hidden'}>
        <MatrixView
          locale={locale}
          me={actor.userId}
          plan={plan}
          results={results}
          activities={activities}
          before={before}
          members={members}
          countries={countries}
          rights={rights}
          view={view}
          send={changeCellsAction}
          add={addActivityAction}
        />
      </div>
    </Container>
  );
}
