import type { Metadata } from 'next';
import { refusalPage } from '@/app/_lib/refusal';
import { requireViewer } from '@/app/_lib/viewer';
import { partMetadata } from '@/app/(workspace)/meetings/_lib/part-metadata';
import { RunningDay, SessionFields } from '@/components/meeting-record/running-order';
import { ActionForm } from '@/components/ui/action-form';
import { Disclosure } from '@/components/ui/disclosure';
import { EmptyState } from '@/components/ui/empty-state';
import { formWords } from '@/components/ui/form-words';
import { Section } from '@/components/ui/page';
import { translator } from '@/messages/translate';
import { getMeeting } from '@/server/queries/meetings';
import { getRunningOrder } from '@/server/queries/running-order';
import { getRuntime } from '@/server/runtime';
import { removeSessionAction, saveSessionAction } from '../../record-actions';

interface Props {
  params: Promise<{ meetingId: string }>;
}

export function generateMetadata(props: Props): Promise<Metadata> {
  return partMetadata(props.params, 'runningOrder');
}

export default async function RunningOrderPage(props: Props) {
  const { actor, locale } = await requireViewer();
  const runtime = getRuntime();
  const { meetingId } = await props.params;
  const meeting = await getMeeting(runtime, actor, meetingId);
  if (!meeting.ok) return refusalPage(meeting, locale);
  const order = getRunningOrder(runtime, actor, meetingId);
  if (!order.ok) return refusalPage(order, locale);
  const { days, items, may } = order.value;
  const t = translator(locale, 'actions');
  const shared = { meeting: meeting.value, items, locale };
  return (
    <>
      <p className="mb-4 text-muted">{t('runningOrder.lead')}</p>
      {days.length === 0 ? (
        <Section title={t('runningOrder.title')}>
          <EmptyState title={t('runningOrder.none')}>{t('runningOrder.noneText')}</EmptyState>
        </Section>
      ) : null}
      <div className="grid items-start gap-x-8 lg:grid-cols-2">
        {days.map(({ day, sessions }) => (
          <RunningDay
            key={day}
            {...shared}
            day={day}
            sessions={sessions}
            mayChange={may.change}
            save={saveSessionAction}
            remove={removeSessionAction}
          />
        ))}
      </div>
      {may.change ? (
        <Disclosure summary={t('runningOrder.add')} className="mb-6">
          <ActionForm
            action={saveSessionAction}
            words={formWords(locale)}
            submit={t('runningOrder.addDo')}
            hidden={{ meetingId }}
          >
            <SessionFields {...shared} />
          </ActionForm>
        </Disclosure>
      ) : null}
    </>
  );
}
