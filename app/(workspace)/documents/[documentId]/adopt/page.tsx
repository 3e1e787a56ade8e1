import type { Metadata } from 'next';
import { refusalPage } from '@/app/_lib/refusal';
import { getLocale, requireViewer } from '@/app/_lib/viewer';
import { TextView } from '@/components/editor/text-view';
import { ClientMessages } from '@/components/i18n/client-messages';
import { AdoptionForm } from '@/components/procedure/adoption-form';
import { AdoptionSteps } from '@/components/procedure/adoption-steps';
import { Hash } from '@/components/procedure/hash';
import { QuestionList } from '@/components/procedure/question-list';
import { StepButton } from '@/components/procedure/step-button';
import { LinkButton } from '@/components/ui/button';
import { Facts } from '@/components/ui/facts';
import { Flag } from '@/components/ui/flag';
import { Notice } from '@/components/ui/notice';
import { Section } from '@/components/ui/page';
import { sayInstant } from '@/messages/dates';
import type { Locale } from '@/messages/locale';
import { nameIn } from '@/messages/names';
import { pickMessages } from '@/messages/pick';
import { formatter, translator } from '@/messages/translate';
import { type AdoptionView, getAdoption } from '@/server/queries/adoption';
import { peopleInRooms } from '@/server/queries/meetings';
import { getRuntime } from '@/server/runtime';
import { adoptAction, setPensAction } from '../_actions/procedure';

interface Props {
  params: Promise<{ documentId: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await getLocale(), 'adoption')('title') };
}

export default async function AdoptPage(props: Props) {
  const { documentId } = await props.params;
  const { actor, locale } = await requireViewer();
  const found = await getAdoption(getRuntime(), actor, documentId);
  if (!found.ok) return refusalPage(found, locale);
  const view = found.value;
  const t = translator(locale, 'adoption');
  return (
    <>
      <div className="mb-5 max-w-3xl">
        <h2 className="font-serif text-[1.45rem] leading-tight font-semibold">{t('title')}</h2>
        <p className="mt-1 text-muted">{t('lead')}</p>
      </div>
      <AdoptionSteps current={view.document.pensDown ? 2 : 1} locale={locale} />
      <div className="mt-6">
        {view.document.pensDown ? (
          <Decide view={view} locale={locale} />
        ) : (
          <AskForPens view={view} locale={locale} />
        )}
      </div>
    </>
  );
}

function AskForPens({ view, locale }: { view: AdoptionView; locale: Locale }) {
  const t = translator(locale, 'adoption');
  const { document } = view;
  const people = peopleInRooms(getRuntime(), [document.id])[document.id] ?? [];
  return (
    <div className="grid items-start gap-x-8 lg:grid-cols-2">
      <Section title={t('pens.title')}>
        <p>{t('pens.text')}</p>
        <p className="mt-3 text-sm text-muted">{t('pens.inRoom', { count: people.length })}</p>
        {people.length === 0 ? null : (
          <ul className="mt-1.5 flex flex-wrap gap-x-4 gap-y-1 text-sm">
            {people.map((person) => (
              <li key={person.id} className="inline-flex items-baseline gap-1.5">
                <Flag country={person.country} size={11} />
                {person.name}
              </li>
            ))}
          </ul>
        )}
        <div className="mt-5">
          <StepButton
            action={setPensAction}
            hidden={{ documentId: document.id, pens: 'down' }}
            label={t('pens.down')}
            text={t('pens.sureText', { symbol: document.symbol })}
            confirm={t('pens.down')}
            cancel={t('pens.later')}
            tone="primary"
          />
        </div>
      </Section>
      <Section title={t('questions.title')}>
        <Questions view={view} locale={locale} />
      </Section>
    </div>
  );
}

function Decide({ view, locale }: { view: AdoptionView; locale: Locale }) {
  const t = translator(locale, 'adoption');
  const { document, candidate, meetings, lastRevision } = view;
  return (
    <div className="grid items-start gap-x-8 lg:grid-cols-[minmax(0,1fr)_minmax(20rem,26rem)]">
      <div className="min-w-0">
        <Facts
          facts={[
            { term: t('facts.hash'), value: <Hash value={candidate.hash} /> },
            { term: t('facts.words'), value: formatter(locale).number(candidate.words) },
            {
              term: t('facts.current'),
              value: lastRevision === null ? t('facts.none') : `Rev.${lastRevision.revision}`,
            },
            { term: t('facts.next'), value: `${document.symbol}/Rev.${candidate.revision}` },
            ...(candidate.version === null
              ? []
              : [
                  {
                    term: t('facts.version'),
                    value: t('facts.versionNo', { number: candidate.version.number }),
                  },
                ]),
          ]}
        />
        <Section title={t('questions.title')}>
          <Questions view={view} locale={locale} />
        </Section>
        <Section title={t('text')}>
          <TextView
            document={candidate.text}
            houseStyle={document.houseStyle}
            language={document.language}
            locale={locale}
          />
        </Section>
      </div>
      <div className="lg:sticky lg:top-4">
        <Section title={t('decision.title')}>
          {meetings.length === 0 ? (
            <Notice
              tone="warn"
              title={t('decision.noMeeting', { body: document.body.acronym })}
              actions={<LinkButton href="/meetings">{t('decision.goMeetings')}</LinkButton>}
            >
              <p>{t('decision.noMeetingText')}</p>
            </Notice>
          ) : (
            <ClientMessages locale={locale} messages={pickMessages(locale, ['adoption', 'common'])}>
              <AdoptionForm
                candidate={{
                  documentId: document.id,
                  symbol: document.symbol,
                  title: document.title,
                  language: document.language,
                  position: candidate.position,
                  hash: candidate.hash,
                  revision: candidate.revision,
                  stateSeq: document.stateSeq,
                }}
                meetings={meetings.map((meeting) => ({
                  id: meeting.id,
                  title: meeting.title,
                  name: nameIn(locale, meeting.title, meeting.titleThai),
                  agenda: meeting.agenda.map((item) => ({
                    id: item.id,
                    label: `${item.number} ${nameIn(locale, item.title, item.titleThai)}`,
                  })),
                }))}
                preferred={{
                  meetingId: document.meeting?.id ?? null,
                  agendaItemId: document.agendaItem?.id ?? null,
                }}
                adopt={adoptAction}
                setPens={setPensAction}
              />
            </ClientMessages>
          )}
        </Section>
        <div className="flex flex-wrap items-center gap-3 text-sm text-muted">
          {view.pensDownSince === null ? null : (
            <span>{t('pens.since', { time: sayInstant(locale, view.pensDownSince) })}</span>
          )}
          <StepButton
            action={setPensAction}
            hidden={{ documentId: document.id, pens: 'up' }}
            label={t('pens.up')}
            text={t('pens.upText')}
            confirm={t('pens.up')}
            cancel={translator(locale, 'common')('actions.cancel')}
          />
        </div>
      </div>
    </div>
  );
}

function Questions({ view, locale }: { view: AdoptionView; locale: Locale }) {
  return (
    <QuestionList
      documentId={view.document.id}
      questions={view.questions}
      lastRevision={view.lastRevision}
      changedSinceRevision={view.changedSinceRevision}
      language={view.document.language}
      locale={locale}
    />
  );
}
