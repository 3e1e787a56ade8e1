import type { Metadata } from 'next';
import Link from 'next/link';
import { getLocale, requireViewer } from '@/app/_lib/viewer';
import { MeetingLine } from '@/components/meeting/meeting-line';
import { LinkButton } from '@/components/ui/button';
import { Container } from '@/components/ui/container';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader, Section } from '@/components/ui/page';
import { canInBody } from '@/domain/policy/can';
import { translator } from '@/messages/translate';
import { bodiesFor } from '@/server/queries/bodies';
import { type MeetingLine as Line, meetingsFor } from '@/server/queries/meetings';
import { getRuntime } from '@/server/runtime';

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await getLocale(), 'meetings')('title') };
}

export default async function MeetingsPage() {
  const viewer = await requireViewer();
  const { locale } = viewer;
  const runtime = getRuntime();
  const meetings = await meetingsFor(runtime, viewer.actor);
  const { bodies } = await bodiesFor(runtime, viewer.actor);
  const mayCreate = bodies.some((body) => canInBody(viewer.actor, 'manageMeetings', body.id).ok);
  const t = translator(locale, 'meetings');
  return (
    <Container>
      <PageHeader
        title={t('title')}
        lead={t('intro')}
        actions={
          mayCreate ? (
            <LinkButton tone="primary" href="/meetings/new">
              {t('new')}
            </LinkButton>
          ) : undefined
        }
      />
      {meetings.length === 0 ? (
        <Section title={t('title')}>
          <EmptyState title={t('none')}>
            {t('noneText')} {mayCreate ? t('noneManage') : ''}
          </EmptyState>
        </Section>
      ) : (
        bySeries(meetings).map(({ key, bodyId, series, acronym, lines }) => (
          <Section
            key={key}
            title={series}
            aside={
              <span className="flex flex-wrap gap-x-4 text-[0.8125rem] text-muted">
                {acronym}
                <Link
                  href={`/meetings/series/${bodyId}/${encodeURIComponent(series)}`}
                  className="text-accent no-underline hover:underline"
                >
                  {translator(locale, 'actions')('series.link')}
                  <span className="sr-only">: {series}</span>
                </Link>
              </span>
            }
          >
            <div className="divide-y divide-line">
              {lines.map((meeting) => (
                <MeetingLine key={meeting.id} meeting={meeting} locale={locale} />
              ))}
            </div>
          </Section>
        ))
      )}
    </Container>
  );
}

/** Cycles in the order of their latest meeting; within a cycle as its meetings sat. */
function bySeries(meetings: readonly Line[]) {
  const groups = new Map<string, Line[]>();
  for (const meeting of meetings) {
    const key = `${meeting.body.id} ${meeting.series}`;
    groups.set(key, [...(groups.get(key) ?? []), meeting]);
  }
  return [...groups].map(([key, lines]) => ({
    key,
    series: lines[0]?.series ?? '',
    bodyId: lines[0]?.body.id ?? '',
    acronym: lines[0]?.body.acronym ?? '',
    lines: [...lines].reverse(),
  }));
}
