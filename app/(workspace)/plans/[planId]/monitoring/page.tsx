import type { Metadata } from 'next';
import Link from 'next/link';
import { refusalPage } from '@/app/_lib/refusal';
import { getLocale, requireViewer } from '@/app/_lib/viewer';
import { ActivityBars } from '@/components/monitoring/activity-bars';
import { AreaLights } from '@/components/monitoring/area-lights';
import { FiguresTable } from '@/components/monitoring/figures-table';
import { HeatMap, LightLegend } from '@/components/monitoring/heat-map';
import { MonitoringHead } from '@/components/monitoring/monitoring-head';
import { sayCoverage, TrendCard } from '@/components/monitoring/trend-card';
import { ActionForm, FormField } from '@/components/ui/action-form';
import { Container } from '@/components/ui/container';
import { Disclosure } from '@/components/ui/disclosure';
import { EmptyState } from '@/components/ui/empty-state';
import { formWords } from '@/components/ui/form-words';
import { Section } from '@/components/ui/page';
import { MANUAL_LIGHTS, rulesStamp } from '@/domain/monitoring/lights';
import { sayRegion } from '@/messages/answers';
import type { Locale } from '@/messages/locale';
import { nameIn } from '@/messages/names';
import { sayPeriod } from '@/messages/periods';
import { translator } from '@/messages/translate';
import { countriesFor } from '@/server/queries/countries';
import { type JudgedIndicator, type MonitoringView, monitoringOf } from '@/server/queries/monitoring';
import { getRuntime } from '@/server/runtime';
import * as actions from './actions';

interface Props {
  params: Promise<{ planId: string }>;
  searchParams: Promise<{ period?: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await getLocale(), 'monitoring')('title') };
}

/** How far a plan is: to be looked at first, and read where one wants to know. */
export default async function MonitoringPage(props: Props) {
  const { actor, locale } = await requireViewer();
  const { planId } = await props.params;
  const { period: wanted } = await props.searchParams;
  const runtime = getRuntime();
  const found = monitoringOf(runtime, actor, { planId, period: wanted });
  if (!found.ok) return refusalPage(found, locale);
  const view = found.value;
  const { plan, period, indicators, areas, rows, naming, activities, may } = view;
  const t = translator(locale, 'monitoring');
  const countries = countriesFor(runtime);
  const shown = indicators.map((judged) => ({
    ...judged.indicator,
    areaId: judged.areaId,
    light: judged.light,
    region: judged.figure.value === null ? null : sayRegion(locale, judged.indicator, judged.figure.value),
    reported: judged.figure.coverage.value,
    asked: judged.figure.coverage.asked,
    coverageWords: sayCoverage(locale, judged.figure.coverage),
  }));
  return (
    <Container width="wide">
      <MonitoringHead
        plan={plan}
        title={t('title')}
        lead={
          period === null
            ? undefined
            : t('lead', {
                period: sayPeriod(locale, period),
                accepted: view.accepted,
                asked: view.asked.length,
              })
        }
        locale={locale}
      />
      {view.periods.length > 1 ? <Periods view={view} locale={locale} /> : null}
      {period === null || indicators.length === 0 ? (
        <Section title={t('title')}>
          <EmptyState title={t('nothing')}>{t('nothingText')}</EmptyState>
        </Section>
      ) : (
        <>
          <Section title={t('areas.title')}>
            <LightLegend locale={locale} withAnswers={false} />
            <AreaLights areas={areas} indicators={shown} locale={locale} />
          </Section>
          <Section title={t('heat.title')}>
            <p className="mb-3 max-w-prose text-sm text-muted">{t(`naming.${naming}`)}</p>
            <HeatMap indicators={shown} rows={rows} areas={areas} countries={countries} locale={locale} />
            <Disclosure summary={t('heat.table')} className="mt-3">
              <FiguresTable indicators={shown} rows={rows} countries={countries} locale={locale} />
            </Disclosure>
          </Section>
          <Section title={t('trend.title')}>
            <TrendLegend hasOwn={view.own !== null} locale={locale} />
            <div className="trend-areas">
              {areas.map((area) => {
                const own = indicators.filter(({ areaId }) => areaId === area.id);
                return own.length === 0 ? null : (
                  <div key={area.id} className="trend-area" data-wide={own.length > 2}>
                    <h3 className="trend-area-name">
                      {area.code} {nameIn(locale, area.title, area.titleThai)}
                    </h3>
                    <ul className="trend-grid-of">
                      {own.map((judged) => (
                        <TrendCard key={judged.indicator.id} line={judged} locale={locale}>
                          {may.run && judged.isByHand ? (
                            <LightForm judged={judged} period={period} locale={locale} />
                          ) : null}
                        </TrendCard>
                      ))}
                    </ul>
                  </div>
                );
              })}
            </div>
          </Section>
        </>
      )}
      {activities.length === 0 ? null : (
        <Section title={t('activities.title')}>
          <ActivityBars groups={activities} locale={locale} />
        </Section>
      )}
      {may.run ? <RulesForm view={view} locale={locale} /> : null}
    </Container>
  );
}

function Periods({ view, locale }: { view: MonitoringView; locale: Locale }) {
  return (
    <nav
      className="no-print mb-4 flex flex-wrap gap-2"
      aria-label={translator(locale, 'monitoring')('round.period')}
    >
      {view.periods.map((period) => (
        <Link
          key={period}
          href={`/plans/${view.plan.id}/monitoring?period=${period}`}
          aria-current={period === view.period ? 'page' : undefined}
          className="period-link"
        >
          {sayPeriod(locale, period)}
        </Link>
      ))}
    </nav>
  );
}

function TrendLegend({ hasOwn, locale }: { hasOwn: boolean; locale: Locale }) {
  const t = translator(locale, 'monitoring');
  const keys = ['region', 'least', 'target', 'baseline', ...(hasOwn ? (['own'] as const) : [])] as const;
  return (
    <p className="light-legend">
      {keys.map((key) => (
        <span key={key} className="light-sign">
          <svg width="26" height="12" viewBox="0 0 26 12" aria-hidden="true">
            {key === 'target' ? (
              <>
                <path className="trend-target" d="M0 6H26" />
                <path className="trend-goal" d="M13 1l5 5-5 5-5-5Z" />
              </>
            ) : key === 'own' ? (
              <>
                <path className="trend-own" d="M0 6H26" />
                <rect className="trend-own-dot" x="10.5" y="3.5" width="5" height="5" />
              </>
            ) : key === 'baseline' ? (
              <circle className="trend-baseline" cx="13" cy="6" r="3" />
            ) : (
              <>
                <path className="trend-region" d="M0 6H26" />
                <circle className={key === 'least' ? 'trend-least' : 'trend-dot'} cx="13" cy="6" r="4" />
              </>
            )}
          </svg>
          {t(`trend.keys.${key}`)}
        </span>
      ))}
    </p>
  );
}

function LightForm({ judged, period, locale }: { judged: JudgedIndicator; period: string; locale: Locale }) {
  const t = translator(locale, 'monitoring');
  return (
    <Disclosure summary={t('manual.set')} quiet className="mt-2">
      <ActionForm
        action={actions.setLightAction}
        words={formWords(locale)}
        submit={t('manual.do')}
        hidden={{ indicatorId: judged.indicator.id, period, seen: judged.manual?.id ?? '' }}
      >
        <FormField
          name="light"
          type="select"
          label={t('manual.light')}
          options={MANUAL_LIGHTS.map((light) => ({ value: light, label: t(`light.${light}`) }))}
        />
        <FormField name="reason" type="textarea" label={t('manual.reason')} maxLength={4000} required />
      </ActionForm>
    </Disclosure>
  );
}

function RulesForm({ view, locale }: { view: MonitoringView; locale: Locale }) {
  const t = translator(locale, 'monitoring');
  const percent = (share: number) => String(Math.round(share * 1000) / 10);
  return (
    <Disclosure summary={t('rules.edit')} className="no-print">
      <ActionForm
        action={actions.setRulesAction}
        words={formWords(locale)}
        submit={t('rules.save')}
        hidden={{ bodyId: view.body.id, seen: rulesStamp(view.rules) }}
        keep
      >
        <div className="grid gap-4 sm:grid-cols-3">
          <FormField
            name="onTrackFrom"
            label={t('rules.onTrackFrom')}
            defaultValue={percent(view.rules.onTrackFrom)}
            required
          />
          <FormField
            name="behindFrom"
            label={t('rules.behindFrom')}
            defaultValue={percent(view.rules.behindFrom)}
            required
          />
          <FormField
            name="namesCountries"
            type="select"
            label={t('rules.naming')}
            hint={t('rules.namingHint')}
            defaultValue={view.rules.namesCountries ? 'yes' : 'no'}
            options={[
              { value: 'no', label: t('rules.namingNo') },
              { value: 'yes', label: t('rules.namingYes') },
            ]}
          />
        </div>
      </ActionForm>
    </Disclosure>
  );
}
