import type { Metadata } from 'next';
import Link from 'next/link';
import { refusalPage } from '@/app/_lib/refusal';
import { requireViewer } from '@/app/_lib/viewer';
import { partMetadata } from '@/app/(workspace)/meetings/_lib/part-metadata';
import { DecisionForm } from '@/components/meeting-record/decision-form';
import { DecisionList } from '@/components/meeting-record/decision-list';
import { KeepFresh } from '@/components/meeting-record/keep-fresh';
import { NotOpenYet } from '@/components/meeting-record/not-open-yet';
import { EmptyState } from '@/components/ui/empty-state';
import { Section } from '@/components/ui/page';
import { translator } from '@/messages/translate';
import { countriesFor } from '@/server/queries/countries';
import { getDecisions } from '@/server/queries/meeting-decisions';
import { getMeeting } from '@/server/queries/meetings';
import { getRuntime } from '@/server/runtime';
import { takeDecisionAction } from '../../record-actions';

interface Props {
  params: Promise<{ meetingId: string }>;
}

export function generateMetadata(props: Props): Promise<Metadata> {
  return partMetadata(props.params, 'decisions');
}

export default async function DecisionsPage(props: Props) {
  const { actor, locale } = await requireViewer();
  const runtime = getRuntime();
  const { meetingId } = await props.params;
  const meeting = await getMeeting(runtime, actor, meetingId);
  if (!meeting.ok) return refusalPage(meeting, locale);
  const found = await getDecisions(runtime, actor, meetingId);
  if (!found.ok) return refusalPage(found, locale);
  const { decisions, may, waits } = found.value;
  const t = translator(locale, 'actions');
  const { body, series } = meeting.value;
  return (
    <>
      {meeting.value.status === 'open' ? <KeepFresh /> : null}
      <Section
        title={t('decisions.title')}
        aside={
          <Link
            href={`/meetings/series/${body.id}/${encodeURIComponent(series)}`}
            className="text-sm text-accent no-underline hover:underline"
          >
            {t('series.link')}
          </Link>
        }
      >
        {decisions.length === 0 ? (
          <EmptyState title={t('decisions.none')}>
            {t('decisions.noneText')} {may.decide ? t('decisions.noneDecide') : ''}
          </EmptyState>
        ) : (
          <DecisionList decisions={decisions} countries={countriesFor(runtime)} locale={locale} />
        )}
        {waits === null ? null : (
          <NotOpenYet
            meetingId={meetingId}
            words={t('decisions.waits')}
            mayOpen={waits.mayOpen}
            locale={locale}
          />
        )}
      </Section>
      {may.decide ? (
        <Section title={t('decisions.take')}>
          <DecisionForm
            meetingId={meetingId}
            choices={found.value}
            locale={locale}
            action={takeDecisionAction}
          />
        </Section>
      ) : null}
    </>
  );
}
