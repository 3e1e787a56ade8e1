import type { Metadata } from 'next';
import Link from 'next/link';
import { refusalPage } from '@/app/_lib/refusal';
import { requireViewer } from '@/app/_lib/viewer';
import { ClientMessages } from '@/components/i18n/client-messages';
import { Agenda } from '@/components/meeting/agenda';
import { BundlePanel } from '@/components/meeting/bundle-panel';
import { ManageMeeting } from '@/components/meeting/manage-meeting';
import { MeetingPresence } from '@/components/meeting/presence';
import { Country } from '@/components/ui/country';
import { Facts } from '@/components/ui/facts';
import { Section } from '@/components/ui/page';
import { sayDays, sayInstant } from '@/messages/dates';
import { nameIn } from '@/messages/names';
import { pickMessages } from '@/messages/pick';
import { translator } from '@/messages/translate';
import { countriesFor } from '@/server/queries/countries';
import { getMeeting, peopleInRooms } from '@/server/queries/meetings';
import { getRuntime } from '@/server/runtime';
import * as actions from '../actions';
import { cancelBundleAction, startBundleAction } from '../bundle-actions';

interface Props {
  params: Promise<{ meetingId: string }>;
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const viewer = await requireViewer();
  const meeting = await getMeeting(getRuntime(), viewer.actor, (await props.params).meetingId);
  return meeting.ok ? { title: nameIn(viewer.locale, meeting.value.title, meeting.value.titleThai) } : {};
}

export default async function MeetingPage(props: Props) {
  const viewer = await requireViewer();
  const { locale } = viewer;
  const runtime = getRuntime();
  const { meetingId } = await props.params;
  const found = await getMeeting(runtime, viewer.actor, meetingId);
  if (!found.ok) return refusalPage(found, locale);
  const meeting = found.value;
  const countries = countriesFor(runtime);
  const documents = [...meeting.agenda.flatMap((item) => item.documents), ...meeting.unplaced];
  const t = translator(locale, 'meetings');
  const mayChange = meeting.may.manage && meeting.status !== 'closed';
  return (
    <>
      <Facts
        facts={[
          { term: t('dates'), value: sayDays(locale, meeting.startsOn, meeting.endsOn) },
          { term: t('place'), value: meeting.place },
          {
            term: t('host'),
            value: <Country code={meeting.hostCountry} countries={countries} locale={locale} />,
          },
          {
            term: t('chair'),
            value:
              meeting.chairs.length === 0 ? (
                <span className="text-muted">{t('noChair')}</span>
              ) : (
                <span className="inline-flex flex-wrap gap-x-3">
                  {meeting.chairs.map((code) => (
                    <Country key={code} code={code} countries={countries} locale={locale} />
                  ))}
                </span>
              ),
          },
          {
            term: t('deviceCopies'),
            value: meeting.deviceCopies.allowed
              ? t('copiesAllowed')
              : t('copiesForbidden', { instant: sayInstant(locale, meeting.deviceCopies.since ?? '') }),
          },
          {
            term: t('body'),
            value: (
              <Link href={`/bodies/${meeting.body.id}`} className="text-accent no-underline hover:underline">
                {meeting.body.acronym}
              </Link>
            ),
          },
        ]}
      />
      <MeetingPresence
        meetingId={meeting.id}
        initial={
          await peopleInRooms(
            runtime,
            documents.map((document) => document.id),
          )
        }
      >
        <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-8 lg:grid-cols-[minmax(0,1fr)_18rem]">
          <Agenda
            meeting={meeting}
            countries={countries}
            locale={locale}
            mayChange={mayChange}
            actions={actions}
          />
          <div>
            <Section title={t('delegations')}>
              {meeting.delegations.length === 0 ? (
                <p className="text-muted">{t('noDelegations')}</p>
              ) : (
                <ul className="grid gap-1.5">
                  {meeting.delegations.map((code) => (
                    <li key={code}>
                      <Country code={code} countries={countries} locale={locale} />
                    </li>
                  ))}
                </ul>
              )}
            </Section>
            {documents.some((document) => document.may.exportText) ? (
              <Section title={translator(locale, 'bundle')('title')}>
                <ClientMessages locale={locale} messages={pickMessages(locale, ['bundle'])}>
                  <BundlePanel
                    meetingId={meeting.id}
                    initial={runtime.bundles.state(viewer.actor.userId, meeting.id)}
                    actions={{ start: startBundleAction, cancel: cancelBundleAction }}
                  />
                </ClientMessages>
              </Section>
            ) : null}
            {meeting.may.manage ? (
              <ManageMeeting meeting={meeting} countries={countries} locale={locale} actions={actions} />
            ) : null}
          </div>
        </div>
      </MeetingPresence>
    </>
  );
}
