import type { Metadata } from 'next';
import Link from 'next/link';
import { getLocale, requireViewer } from '@/app/_lib/viewer';
import { RoundTable } from '@/components/brainstorm/round-table';
import { CentreTable } from '@/components/centres/centre-table';
import { ActionLines } from '@/components/meeting-record/action-tasks';
import { PlanTable } from '@/components/plans/plan-table';
import { LinkButton } from '@/components/ui/button';
import { Container } from '@/components/ui/container';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader, Section } from '@/components/ui/page';
import { nameIn } from '@/messages/names';
import { translator } from '@/messages/translate';
import { listRounds } from '@/server/queries/brainstorm';
import { listCentres } from '@/server/queries/centres';
import { countriesFor } from '@/server/queries/countries';
import { plansMonitored } from '@/server/queries/indicators';
import { everyAction } from '@/server/queries/meeting-actions';
import { listPlans } from '@/server/queries/plans';
import { getRuntime } from '@/server/runtime';

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await getLocale(), 'common')('nav.followUp') };
}

const SHOWN = 5;

/** What follows from what was adopted, and what feeds the next text. */
export default async function FollowUpPage() {
  const { actor, locale } = await requireViewer();
  const runtime = getRuntime();
  const centres = listCentres(runtime, actor);
  const plans = listPlans(runtime, actor);
  const plan = translator(locale, 'plan');
  const monitored = plansMonitored(runtime, actor);
  const t = translator(locale, 'centres');
  const rounds = listRounds(runtime, actor);
  const brainstorm = translator(locale, 'brainstorm');
  const open = everyAction(runtime, actor)
    .filter(({ state }) => state === 'open')
    .slice(0, SHOWN);
  const actions = translator(locale, 'actions');
  return (
    <Container>
      <PageHeader title={translator(locale, 'common')('nav.followUp')} />
      <Section
        title={actions('actions.followUp')}
        aside={
          <LinkButton tone="quiet" href="/actions" className="-my-1 -mr-3.5">
            {actions('actions.all')}
          </LinkButton>
        }
      >
        {open.length === 0 ? (
          <EmptyState title={actions('actions.none')}>{actions('actions.noneText')}</EmptyState>
        ) : (
          <ActionLines actions={open} locale={locale} />
        )}
      </Section>
      {plans.length === 0 ? null : (
        <Section
          title={plan('plans')}
          aside={
            <LinkButton tone="quiet" href="/plans" className="-my-1 -mr-3.5">
              {plan('open')}
            </LinkButton>
          }
        >
          <PlanTable plans={plans} locale={locale} />
        </Section>
      )}
      {monitored.length === 0 ? null : (
        <Section title={translator(locale, 'monitoring')('title')}>
          <ul className="divide-y divide-line">
            {monitored.map((one) => (
              <li key={one.id} className="py-2 first:pt-0 last:pb-0">
                <Link
                  href={`/plans/${one.id}/monitoring`}
                  className="font-medium text-accent no-underline hover:underline"
                >
                  {nameIn(locale, one.title, one.titleThai)}
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section
        title={t('title')}
        aside={
          <LinkButton tone="quiet" href="/centres" className="-my-1 -mr-3.5">
            {t('register')}
          </LinkButton>
        }
      >
        {centres.length === 0 ? (
          <EmptyState title={t('none')}>{t('noneText')}</EmptyState>
        ) : (
          <CentreTable centres={centres} countries={countriesFor(runtime)} locale={locale} />
        )}
      </Section>
      <Section
        title={brainstorm('title')}
        aside={
          <LinkButton tone="quiet" href="/brainstorm" className="-my-1 -mr-3.5">
            {brainstorm('all')}
          </LinkButton>
        }
      >
        {rounds.length === 0 ? (
          <EmptyState title={brainstorm('none')}>{brainstorm('noneText')}</EmptyState>
        ) : (
          <RoundTable rounds={rounds} locale={locale} />
        )}
      </Section>
    </Container>
  );
}
