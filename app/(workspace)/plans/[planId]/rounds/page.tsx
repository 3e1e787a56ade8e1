import type { Metadata } from 'next';
import Link from 'next/link';
import { refusalPage } from '@/app/_lib/refusal';
import { getLocale, requireViewer } from '@/app/_lib/viewer';
import { openRoundAction } from '@/app/(workspace)/rounds/actions';
import { MonitoringHead } from '@/components/monitoring/monitoring-head';
import { acceptedOf, PhaseBadge } from '@/components/monitoring/round-facts';
import { ActionForm, FormField } from '@/components/ui/action-form';
import { Container } from '@/components/ui/container';
import { Disclosure } from '@/components/ui/disclosure';
import { EmptyState } from '@/components/ui/empty-state';
import { formWords } from '@/components/ui/form-words';
import { Section } from '@/components/ui/page';
import { Table } from '@/components/ui/table';
import { sayInstant } from '@/messages/dates';
import { sayPeriod } from '@/messages/periods';
import { translator } from '@/messages/translate';
import { listRounds } from '@/server/queries/rounds';
import { getRuntime } from '@/server/runtime';

interface Props {
  params: Promise<{ planId: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await getLocale(), 'monitoring')('rounds.title') };
}

/** The collection rounds of a plan. */
export default async function RoundsPage(props: Props) {
  const { actor, locale } = await requireViewer();
  const { planId } = await props.params;
  const found = listRounds(getRuntime(), actor, planId);
  if (!found.ok) return refusalPage(found, locale);
  const { plan, rounds, notes, may } = found.value;
  const t = translator(locale, 'monitoring');
  return (
    <Container>
      <MonitoringHead plan={plan} title={t('rounds.title')} lead={t('rounds.lead')} locale={locale} />
      <Section title={t('rounds.title')}>
        {rounds.length === 0 ? (
          <EmptyState title={t('rounds.none')}>{t('rounds.noneText')}</EmptyState>
        ) : (
          <Table
            caption={t('rounds.title')}
            head={[t('round.period'), t('round.state'), t('round.closes'), t('returns.title')]}
          >
            {rounds.map((view) => (
              <tr key={view.round.id}>
                <td>
                  <Link href={`/rounds/${view.round.id}`} className="font-medium text-accent">
                    {sayPeriod(locale, view.round.period)}
                  </Link>
                </td>
                <td>
                  <PhaseBadge phase={view.phase} locale={locale} />
                </td>
                <td className="text-sm text-muted">{sayInstant(locale, view.round.closesAt)}</td>
                <td className="text-sm">{acceptedOf(view, locale)}</td>
              </tr>
            ))}
          </Table>
        )}
      </Section>
      {may.run ? (
        <Disclosure summary={t('rounds.new')}>
          {notes.length === 0 ? (
            <p className="max-w-prose text-sm text-muted">{t('rounds.noNote')}</p>
          ) : (
            <ActionForm
              action={openRoundAction}
              words={formWords(locale)}
              submit={t('rounds.newDo')}
              hidden={{ planId }}
            >
              <div className="grid gap-4 sm:grid-cols-2">
                <FormField
                  name="conceptNoteId"
                  type="select"
                  label={t('round.note')}
                  options={notes.map(({ id, symbol, title }) => ({ value: id, label: `${symbol} ${title}` }))}
                />
                <FormField name="period" label={t('round.period')} hint={t('round.periodHint')} required />
                <FormField name="opensAt" type="date" label={t('round.opens')} required />
                <FormField name="closesAt" type="date" label={t('round.lastDay')} required />
              </div>
            </ActionForm>
          )}
        </Disclosure>
      ) : null}
    </Container>
  );
}
