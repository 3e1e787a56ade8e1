import type { ReactNode } from 'react';
import { refusalPage } from '@/app/_lib/refusal';
import { requireViewer } from '@/app/_lib/viewer';
import { meetingTone } from '@/components/meeting/meeting-line';
import { Badge } from '@/components/ui/badge';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { LinkButton } from '@/components/ui/button';
import { Container } from '@/components/ui/container';
import { PageHeader } from '@/components/ui/page';
import { TabLinks } from '@/components/ui/tab-links';
import { nameIn } from '@/messages/names';
import { translator } from '@/messages/translate';
import { getMeeting } from '@/server/queries/meetings';
import { getRuntime } from '@/server/runtime';

interface Props {
  params: Promise<{ meetingId: string }>;
  children: ReactNode;
}

/** What every page of a meeting begins with: its name, where it stands, and its pages. */
export default async function MeetingLayout(props: Props) {
  const { actor, locale } = await requireViewer();
  const { meetingId } = await props.params;
  const found = await getMeeting(getRuntime(), actor, meetingId);
  if (!found.ok) return <Container>{refusalPage(found, locale)}</Container>;
  const meeting = found.value;
  const t = translator(locale, 'meetings');
  const parts = translator(locale, 'actions');
  const common = translator(locale, 'common');
  const own = `/meetings/${meeting.id}`;
  return (
    <Container>
      <PageHeader
        eyebrow={
          <Breadcrumb above={[{ href: '/meetings', label: t('title') }]}>
            <span>{meeting.series}</span>
            <span aria-hidden="true">·</span>
            <span>{common(`tier.${meeting.tier}`)}</span>
            <Badge tone={meetingTone(meeting.status)}>{common(`meetingState.${meeting.status}`)}</Badge>
          </Breadcrumb>
        }
        title={nameIn(locale, meeting.title, meeting.titleThai)}
        actions={
          meeting.may.createDocument && meeting.status !== 'closed' ? (
            <LinkButton href={`/documents/new?meeting=${meeting.id}`}>{t('createDocument')}</LinkButton>
          ) : undefined
        }
      />
      <div className="mb-6 border-b border-line">
        <TabLinks
          label={parts('tabs.label')}
          tabs={[
            { href: own, label: parts('tabs.agenda') },
            { href: `${own}/running-order`, label: parts('tabs.runningOrder') },
            { href: `${own}/decisions`, label: parts('tabs.decisions') },
            { href: `${own}/actions`, label: parts('tabs.actions') },
            { href: `${own}/attendance`, label: parts('tabs.attendance') },
            { href: `${own}/report`, label: parts('tabs.report') },
          ]}
        />
      </div>
      {props.children}
    </Container>
  );
}
