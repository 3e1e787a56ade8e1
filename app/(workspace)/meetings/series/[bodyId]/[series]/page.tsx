import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { refusalPage } from '@/app/_lib/refusal';
import { requireViewer } from '@/app/_lib/viewer';
import { MeetingLine } from '@/components/meeting/meeting-line';
import { DecisionList } from '@/components/meeting-record/decision-list';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { Container } from '@/components/ui/container';
import { PageHeader } from '@/components/ui/page';
import { translator } from '@/messages/translate';
import { bodiesFor } from '@/server/queries/bodies';
import { countriesFor } from '@/server/queries/countries';
import { getSeries } from '@/server/queries/meeting-decisions';
import { getRuntime } from '@/server/runtime';

interface Props {
  params: Promise<{ bodyId: string; series: string }>;
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale } = await requireViewer();
  const series = decodeURIComponent((await props.params).series);
  return { title: translator(locale, 'actions')('series.title', { series }) };
}

/** One cycle: its meetings as they sat, with what each decided. */
export default async function SeriesPage(props: Props) {
  const { actor, locale } = await requireViewer();
  const runtime = getRuntime();
  const { bodyId, series } = await props.params;
  const { bodies } = await bodiesFor(runtime, actor);
  const body = bodies.find(({ id }) => id === bodyId);
  if (body === undefined) notFound();
  const found = await getSeries(runtime, actor, body, decodeURIComponent(series));
  if (!found.ok) return refusalPage(found, locale);
  const t = translator(locale, 'actions');
  const countries = countriesFor(runtime);
  return (
    <Container>
      <PageHeader
        eyebrow={
          <Breadcrumb above={[{ href: '/meetings', label: translator(locale, 'meetings')('title') }]}>
            <span>{found.value.acronym}</span>
          </Breadcrumb>
        }
        title={t('series.title', { series: found.value.series })}
        lead={t('series.lead')}
      />
      {found.value.meetings.map(({ meeting, decisions }) => (
        <section key={meeting.id} className="mb-6 rounded-lg border border-line bg-paper shadow-card">
          <div className="border-b border-line px-5 py-3">
            <MeetingLine meeting={meeting} locale={locale} compact level={2} />
          </div>
          <div className="px-5 py-4">
            {decisions.length === 0 ? (
              <p className="text-muted">{t('series.none')}</p>
            ) : (
              <DecisionList decisions={decisions} countries={countries} locale={locale} />
            )}
          </div>
        </section>
      ))}
    </Container>
  );
}
