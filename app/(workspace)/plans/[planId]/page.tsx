import type { Metadata } from 'next';
import Link from 'next/link';
import { refusalPage } from '@/app/_lib/refusal';
import { getLocale, requireViewer } from '@/app/_lib/viewer';
import { ActivityList } from '@/components/plans/activity-list';
import { MatrixView } from '@/components/plans/grid/matrix-view';
import { PlanCounts } from '@/components/plans/plan-counts';
import { PlanStateBadge } from '@/components/plans/plan-table';
import { PlanTimeline } from '@/components/plans/plan-timeline';
import { PlanTools } from '@/components/plans/plan-tools';
import { ViewBar } from '@/components/plans/view-bar';
import { ViewFilter } from '@/components/plans/view-filter';
import { PlanFiles } from '@/components/sheets/plan-files';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { Container } from '@/components/ui/container';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page';
import { dayOf } from '@/domain/body/days';
import { yearsOf } from '@/domain/plan/span';
import { inGroups, inViewOrder, isInView, readView, viewParameters } from '@/domain/plan/view';
import { nameIn } from '@/messages/names';
import { translator } from '@/messages/translate';
import { countriesFor } from '@/server/queries/countries';
import { getPlan } from '@/server/queries/plans';
import { getRuntime } from '@/server/runtime';
import { keepMatrixAction, movePlanAction } from '../actions';
import {
  addActivityAction,
  changeCellsAction,
  moveRowAction,
  removeRowsAction,
  restoreRowsAction,
} from './grid-actions';

const VIEWS = ['matrix', 'timeline', 'list', 'counts'] as const;

const GRID_ACTS = {
  send: changeCellsAction,
  move: moveRowAction,
  remove: removeRowsAction,
  restore: restoreRowsAction,
};

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
  const { plan, body, document, predecessor, results, activities, before, members, rights, snapshots } =
    found.value;
  const t = translator(locale, 'plan');
  const countries = countriesFor(runtime);
  const codes = countries.map(({ code }) => code);
  const view = readView(query);
  const inView = activities.filter((activity) => isInView(activity, results, view));
  const rows = inViewOrder({ results, activities: inView }, view, codes);
  const named = VIEWS.find((name) => name === query.view);
  const parameters = viewParameters(view);
  const hrefOf = (key: string) => `/plans/${planId}?${new URLSearchParams({ view: key, ...parameters })}`;
  const groups = inGroups(rows, results, view.group, codes);
  const shared = { planId, group: view.group, groups, results, countries, locale };
  const led = new Set(activities.flatMap(({ leads, coLeads }) => [...leads, ...coLeads]));
  const monitoring = translator(locale, 'monitoring');
  return (
    <Container width="wide">
      <PageHeader
        eyebrow={
          <Breadcrumb
            above={[
              { href: '/follow-up', label: t('followUp') },
              { href: '/plans', label: t('plans') },
            ]}
          >
            {body.acronym}
          </Breadcrumb>
        }
        title={nameIn(locale, plan.title, plan.titleThai)}
        lead={
          <span className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <PlanStateBadge state={plan.state} locale={locale} />
            {t('activities', { count: activities.length })}
            {document === null ? null : (
              <Link href={`/documents/${document.id}`} className="text-accent underline underline-offset-2">
                {document.symbol}
              </Link>
            )}
            {predecessor === null ? null : (
              <Link
                href={`/plans/compare?from=${predecessor.id}&to=${plan.id}`}
                className="text-accent underline underline-offset-2"
              >
                {t('compareWith', { plan: nameIn(locale, predecessor.title, predecessor.titleThai) })}
              </Link>
            )}
          </span>
        }
        actions={
          <div className="no-print flex flex-wrap items-center gap-x-4 gap-y-2">
            {(['docx', 'csv'] as const).map((format) => (
              <a
                key={format}
                className="text-sm text-accent"
                href={`/api/plans/${planId}/matrix?format=${format}`}
              >
                {t(format === 'csv' ? 'takeCsv' : 'takeWord')}
              </a>
            ))}
            {rights.edits && plan.state !== 'closed' ? (
              <Link className="text-sm text-accent" href={`/plans/${planId}/shape`}>
                {translator(locale, 'shape')('open')}
              </Link>
            ) : null}
            <PlanFiles planId={planId} mayEdit={rights.edits && plan.state !== 'closed'} locale={locale} />
          </div>
        }
      />
      <div className="mb-4 flex flex-wrap gap-x-6 border-b border-line">
        <ViewBar
          label={t('views')}
          current={named ?? 'matrix'}
          views={[
            ...VIEWS.map((key) => ({ key, label: t(`view.${key}`), href: hrefOf(key) })),
            { key: 'indicators', label: monitoring('tabs.indicators'), href: `/plans/${planId}/indicators` },
            { key: 'monitoring', label: monitoring('title'), href: `/plans/${planId}/monitoring` },
          ]}
        />
      </div>
      <ViewFilter
        planId={planId}
        show={named ?? 'matrix'}
        view={view}
        areas={results.filter(({ level }) => level === 'area')}
        leads={countries.filter(({ code }) => led.has(code))}
        years={[...new Set(activities.flatMap(yearsOf))].sort((a, b) => a - b)}
        shown={rows.length}
        all={activities.length}
        locale={locale}
      />
      {rows.length === 0 && activities.length > 0 ? (
        <EmptyState title={t('filter.none')}>{t('filter.noneText')}</EmptyState>
      ) : null}
      {named === 'timeline' ? (
        <PlanTimeline {...shared} plan={plan} thisMonth={dayOf(runtime.clock.now()).slice(0, 7)} />
      ) : null}
      {named === 'counts' ? (
        <PlanCounts results={results} activities={rows} countries={countries} locale={locale} />
      ) : null}
      {named === 'list' || named === undefined ? (
        <div className={named === 'list' ? '' : 'md:hidden'}>
          <ActivityList {...shared} />
        </div>
      ) : null}
      {named === 'matrix' || named === undefined ? (
        <div className={named === 'matrix' ? '' : 'max-md:hidden'}>
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
            acts={GRID_ACTS}
            isWideOnly={named === undefined}
            add={addActivityAction}
          />
        </div>
      ) : null}
      <PlanTools
        plan={plan}
        snapshots={snapshots}
        mayChange={rights.edits}
        locale={locale}
        actions={{ keep: keepMatrixAction, move: movePlanAction }}
      />
    </Container>
  );
}
