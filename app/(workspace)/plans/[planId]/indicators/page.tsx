import type { Metadata } from 'next';
import { refusalPage } from '@/app/_lib/refusal';
import { getLocale, requireViewer } from '@/app/_lib/viewer';
import { IndicatorCard } from '@/components/monitoring/indicator-card';
import { IndicatorFields } from '@/components/monitoring/indicator-fields';
import { MonitoringHead } from '@/components/monitoring/monitoring-head';
import { PlanFiles } from '@/components/sheets/plan-files';
import { ActionForm } from '@/components/ui/action-form';
import { Container } from '@/components/ui/container';
import { Disclosure } from '@/components/ui/disclosure';
import { EmptyState } from '@/components/ui/empty-state';
import { formWords } from '@/components/ui/form-words';
import { Section } from '@/components/ui/page';
import { nameIn } from '@/messages/names';
import { translator } from '@/messages/translate';
import { listIndicators } from '@/server/queries/indicators';
import { getRuntime } from '@/server/runtime';
import * as actions from './actions';

interface Props {
  params: Promise<{ planId: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await getLocale(), 'monitoring')('indicators.title') };
}

/** What a plan is measured by, under its priority areas. */
export default async function IndicatorsPage(props: Props) {
  const { actor, locale } = await requireViewer();
  const { planId } = await props.params;
  const found = listIndicators(getRuntime(), actor, planId);
  if (!found.ok) return refusalPage(found, locale);
  const { plan, groups, retired, measurable, may } = found.value;
  const t = translator(locale, 'monitoring');
  return (
    <Container>
      <MonitoringHead
        plan={plan}
        title={t('indicators.title')}
        lead={t('indicators.lead')}
        actions={<PlanFiles planId={planId} mayEdit={may.edit && plan.state !== 'closed'} locale={locale} />}
        locale={locale}
      />
      {groups.length === 0 ? (
        <Section title={t('indicators.title')}>
          <EmptyState title={t('indicators.none')}>{t('indicators.noneText')}</EmptyState>
        </Section>
      ) : null}
      {groups.map(({ area, lines }) => (
        <Section
          key={area?.id ?? ''}
          title={area === null ? t('noArea') : `${area.code} ${nameIn(locale, area.title, area.titleThai)}`}
        >
          <ul className="divide-y divide-line">
            {lines.map((line) => (
              <IndicatorCard
                key={line.indicator.id}
                line={line}
                measurable={measurable}
                mayEdit={may.edit}
                locale={locale}
                save={actions.saveIndicatorAction}
                setTargets={actions.setTargetsAction}
                retire={actions.retireIndicatorAction}
              />
            ))}
          </ul>
        </Section>
      ))}
      {may.edit && measurable.length > 0 ? (
        <Disclosure summary={t('indicators.new')} className="mb-4">
          <ActionForm
            action={actions.saveIndicatorAction}
            words={formWords(locale)}
            submit={t('indicators.newDo')}
            hidden={{ planId }}
          >
            <IndicatorFields measurable={measurable} locale={locale} />
          </ActionForm>
        </Disclosure>
      ) : null}
      {retired.length === 0 ? null : (
        <Disclosure summary={t('indicators.retired')} quiet>
          <ul className="grid gap-1 text-sm text-muted">
            {retired.map(({ id, code, title }) => (
              <li key={id}>
                {code} {title}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </Container>
  );
}
