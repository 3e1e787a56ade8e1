import { requireViewer } from '@/app/_lib/viewer';
import { OpenRounds } from '@/components/brainstorm/open-rounds';
import { SourceTasks } from '@/components/brainstorm/source-tasks';
import { MeetingLine } from '@/components/meeting/meeting-line';
import { RecentDocuments } from '@/components/meeting/recent-documents';
import { TaskList } from '@/components/meeting/task-list';
import { ActionTasks } from '@/components/meeting-record/action-tasks';
import { OwedReturns } from '@/components/monitoring/owed-returns';
import { WhoWaits } from '@/components/negotiation/who-waits';
import { LinkButton } from '@/components/ui/button';
import { Container } from '@/components/ui/container';
import { Country } from '@/components/ui/country';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader, Section } from '@/components/ui/page';
import { translator } from '@/messages/translate';
import { countriesFor } from '@/server/queries/countries';
import { homeFor } from '@/server/queries/home';
import { negotiations } from '@/server/queries/negotiations';
import { openRounds } from '@/server/queries/open-rounds';
import { owedReturns } from '@/server/queries/rounds';
import { sourceTasks } from '@/server/queries/source-tasks';
import { getRuntime } from '@/server/runtime';

export default async function HomePage() {
  const viewer = await requireViewer();
  const { locale } = viewer;
  const runtime = getRuntime();
  const home = await homeFor(runtime, viewer.actor);
  const countries = countriesFor(runtime);
  const t = translator(locale, 'home');
  const common = translator(locale, 'common');
  const { grants } = viewer.actor;
  const country = grants.find((grant) => grant.country !== null)?.country ?? null;
  const roles = [...new Set(grants.map((grant) => grant.role))];
  if (grants.length === 0) {
    return (
      <Container>
        <PageHeader title={t('noRole.title')} lead={t('noRole.text')} />
      </Container>
    );
  }
  return (
    <Container>
      <PageHeader
        eyebrow={
          <span className="inline-flex flex-wrap items-baseline gap-x-2">
            <span>{viewer.name}</span>
            {country === null ? null : (
              <>
                <span aria-hidden="true">·</span>
                <Country code={country} countries={countries} locale={locale} />
              </>
            )}
            <span aria-hidden="true">·</span>
            <span>{roles.map((role) => common(`role.${role}`)).join(', ')}</span>
          </span>
        }
        title={t('greeting')}
      />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-8 lg:grid-cols-[minmax(0,1fr)_20rem] lg:grid-rows-[auto_1fr]">
        <div className="min-w-0">
          <OwedReturns owed={owedReturns(runtime, viewer.actor)} locale={locale} />
          <TaskList tasks={home.tasks} countries={countries} locale={locale} />
          <WhoWaits texts={await negotiations(runtime, viewer.actor)} countries={countries} locale={locale} />
          <OpenRounds rounds={openRounds(runtime, viewer.actor)} locale={locale} />
          <SourceTasks tasks={await sourceTasks(runtime, viewer.actor)} locale={locale} />
          <ActionTasks actions={home.actions} locale={locale} />
        </div>
        <div className="lg:row-span-2">
          <Section
            title={t('meetings.title')}
            aside={
              <LinkButton tone="quiet" href="/meetings" className="-my-1 -mr-3.5">
                {t('meetings.all')}
              </LinkButton>
            }
          >
            {home.meetings.length === 0 ? (
              <EmptyState title={t('meetings.none')}>{t('meetings.noneText')}</EmptyState>
            ) : (
              <div className="divide-y divide-line">
                {home.meetings.map((meeting) => (
                  <MeetingLine key={meeting.id} meeting={meeting} locale={locale} compact />
                ))}
              </div>
            )}
          </Section>
        </div>
        <div className="min-w-0">
          <Section title={t('documents.title')}>
            {home.documents.length === 0 ? (
              <EmptyState title={t('documents.none')}>{t('documents.noneText')}</EmptyState>
            ) : (
              <RecentDocuments documents={home.documents} countries={countries} locale={locale} />
            )}
          </Section>
        </div>
      </div>
    </Container>
  );
}
