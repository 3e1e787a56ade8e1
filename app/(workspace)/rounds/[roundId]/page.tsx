import type { Metadata } from 'next';
import { refusalPage } from '@/app/_lib/refusal';
import { getLocale, requireViewer } from '@/app/_lib/viewer';
import { MonitoringHead } from '@/components/monitoring/monitoring-head';
import { ReturnTable } from '@/components/monitoring/return-states';
import { RoundFacts } from '@/components/monitoring/round-facts';
import { ActionForm, FormField } from '@/components/ui/action-form';
import { LinkButton } from '@/components/ui/button';
import { ConfirmAction } from '@/components/ui/confirm-action';
import { Container } from '@/components/ui/container';
import { Country } from '@/components/ui/country';
import { Disclosure } from '@/components/ui/disclosure';
import { formWords } from '@/components/ui/form-words';
import { Section } from '@/components/ui/page';
import { dayOf, lastDayBefore } from '@/domain/body/days';
import { sayInstant } from '@/messages/dates';
import { sayPeriod } from '@/messages/periods';
import { translator } from '@/messages/translate';
import { countriesFor } from '@/server/queries/countries';
import { getRound } from '@/server/queries/rounds';
import { getRuntime } from '@/server/runtime';
import { changeWindowAction, lockRoundAction } from '../actions';

interface Props {
  params: Promise<{ roundId: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await getLocale(), 'monitoring')('round.title') };
}

/** One round: who has returned, its window, the reminders that went out. */
export default async function RoundPage(props: Props) {
  const { actor, locale } = await requireViewer();
  const { roundId } = await props.params;
  const runtime = getRuntime();
  const found = getRound(runtime, actor, roundId);
  if (!found.ok) return refusalPage(found, locale);
  const { plan, round, returns, own, may, phase, reminders } = found.value;
  const t = translator(locale, 'monitoring');
  const common = translator(locale, 'common');
  const countries = countriesFor(runtime);
  return (
    <Container>
      <MonitoringHead
        plan={plan}
        title={t('round.of', { period: sayPeriod(locale, round.period) })}
        above={{ href: `/plans/${plan.id}/rounds`, label: t('rounds.title') }}
        actions={
          own === null ? undefined : (
            <LinkButton tone="primary" href={`/rounds/${round.id}/returns/${own}`}>
              {t('returns.own')}
            </LinkButton>
          )
        }
        locale={locale}
      />
      <RoundFacts view={found.value} locale={locale} />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <Section
          title={t('returns.title')}
          aside={
            <a className="text-sm" href={`/api/exports/returns/${round.id}`}>
              {translator(locale, 'sheets')('download.round')}
            </a>
          }
        >
          <ReturnTable roundId={round.id} returns={returns} countries={countries} locale={locale} />
          {may.run ? null : <p className="mt-3 text-[0.8125rem] text-muted">{t('returns.discretion')}</p>}
        </Section>
        {may.run ? (
          <div>
            <Section title={t('reminders.title')}>
              {reminders.length === 0 ? <p className="text-sm text-muted">{t('reminders.none')}</p> : null}
              <ol className="grid gap-3 text-sm">
                {reminders.map(({ at, countries: reminded }) => (
                  <li key={at}>
                    <span className="text-[0.8125rem] text-muted">{sayInstant(locale, at)}</span>
                    <span className="flex flex-wrap gap-x-3">
                      {reminded.map((code) => (
                        <Country key={code} code={code} countries={countries} locale={locale} />
                      ))}
                    </span>
                  </li>
                ))}
              </ol>
            </Section>
            {phase === 'locked' ? null : (
              <div className="grid justify-items-start gap-3">
                <Disclosure summary={t('round.changeWindow')} className="w-full">
                  <ActionForm
                    action={changeWindowAction}
                    words={formWords(locale)}
                    submit={t('round.changeWindowDo')}
                    hidden={{ roundId, seenOpensAt: round.opensAt, seenClosesAt: round.closesAt }}
                    keep
                  >
                    <FormField
                      name="opensAt"
                      type="date"
                      label={t('round.opens')}
                      defaultValue={dayOf(round.opensAt)}
                      required
                    />
                    <FormField
                      name="closesAt"
                      type="date"
                      label={t('round.lastDay')}
                      defaultValue={lastDayBefore(round.closesAt)}
                      required
                    />
                  </ActionForm>
                </Disclosure>
                <ConfirmAction
                  action={lockRoundAction}
                  hidden={{ roundId }}
                  label={t('round.lock')}
                  title={t('round.lockTitle')}
                  text={t('round.lockText')}
                  confirm={t('round.lock')}
                  cancel={common('actions.cancel')}
                />
              </div>
            )}
          </div>
        ) : null}
      </div>
    </Container>
  );
}
