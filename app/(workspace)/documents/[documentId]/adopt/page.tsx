import type { Metadata } from 'next';
import { refusalPage } from '@/app/_lib/refusal';
import { getLocale, requireViewer } from '@/app/_lib/viewer';
import { TextView } from '@/components/editor/text-view';
import { ClientMessages } from '@/components/i18n/client-messages';
import { AdoptionForm } from '@/components/procedure/adoption-form';
import { AdoptionSteps } from '@/components/procedure/adoption-steps';
import { GapList } from '@/components/procedure/gap-list';
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
import { type AdoptionFinding, type AdoptionView, getAdoption } from '@/server/queries/adoption';
import { countriesFor } from '@/server/queries/countries';
import { peopleInRooms } from '@/server/queries/meetings';
import { getRuntime } from '@/server/runtime';
import { confirmAdoptionAction, findAdoptionAction, setPensAction } from '../_actions/procedure';

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
      <AdoptionSteps current={stepOf(view)} locale={locale} />
      <div className="mt-6">
        {!view.document.may.adopt ? (
          <Confirm view={view} locale={locale} />
        ) : view.document.pensDown ? (
          <Decide view={view} locale={locale} />
        ) : (
          <AskForPens view={view} locale={locale} />
        )}
      </div>
    </>
  );
}

function stepOf(view: AdoptionView): 1 | 2 | 4 {
  if (view.finding !== null) return 4;
  return view.document.pensDown ? 2 : 1;
}

/** For the secretariat: what the chair has found, the text once more, and the last step. */
function Confirm({ view, locale }: { view: AdoptionView; locale: Locale }) {
  const t = translator(locale, 'adoption');
  const { document, candidate, finding } = view;
  const verbs = translator(locale, 'common');
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-8 lg:grid-cols-[minmax(0,1fr)_minmax(20rem,26rem)]">
      <div className="order-last min-w-0 lg:order-first">
        <CandidateFacts view={view} locale={locale} />
        {view.gaps.length === 0 ? null : (
          <Section title={t('gaps.title')}>
            <Gaps view={view} locale={locale} />
          </Section>
        )}
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
        {finding === null ? (
          <Notice title={t('finding.none')}>
            <p>{t('finding.noneText')}</p>
          </Notice>
        ) : (
          <Section title={t('finding.title')}>
            <p>{t('finding.text', { name: finding.foundBy, time: sayInstant(locale, finding.at) })}</p>
            <FindingFacts finding={finding} locale={locale} />
            {finding.isOwn ? (
              <Notice tone="warn">
                <p>{t('finding.own')}</p>
              </Notice>
            ) : (
              <StepButton
                action={confirmAdoptionAction}
                hidden={{ documentId: document.id, findingId: finding.id }}
                label={t('finding.confirm', { verb: verbs(`verb.${finding.verb}`) })}
                text={t('finding.sure', { symbol: `${document.symbol}/Rev.${candidate.revision}` })}
                confirm={t('finding.confirm', { verb: verbs(`verb.${finding.verb}`) })}
                cancel={t('finding.later')}
                tone="primary"
              />
            )}
          </Section>
        )}
      </div>
    </div>
  );
}

function FindingFacts({ finding, locale }: { finding: AdoptionFinding; locale: Locale }) {
  const t = translator(locale, 'adoption');
  const { meeting, agendaItem } = finding;
  const facts = [
    [t('ask.verb'), translator(locale, 'common')(`verb.${finding.verb}`)],
    [t('ask.meeting'), nameIn(locale, meeting.title, meeting.titleThai)],
    [t('ask.item'), `${agendaItem.number} ${nameIn(locale, agendaItem.title, agendaItem.titleThai)}`],
    [t('finding.wording'), finding.wording],
  ];
  return (
    <dl className="my-4 grid gap-x-4 gap-y-1.5 border-y border-line py-3 text-sm">
      {facts.map(([term, value]) => (
        <div key={term}>
          <dt className="text-muted">{term}</dt>
          <dd className="font-medium break-words">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Gaps({ view, locale }: { view: AdoptionView; locale: Locale }) {
  return (
    <GapList
      documentId={view.document.id}
      gaps={view.gaps}
      countries={countriesFor(getRuntime())}
      language={view.document.language}
      locale={locale}
    />
  );
}

async function AskForPens({ view, locale }: { view: AdoptionView; locale: Locale }) {
  const t = translator(locale, 'adoption');
  const { document } = view;
  const people = (await peopleInRooms(getRuntime(), [document.id]))[document.id] ?? [];
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
      <div>
        <Missing view={view} locale={locale} />
        <Section title={t('questions.title')}>
          <Questions view={view} locale={locale} />
        </Section>
      </div>
    </div>
  );
}

/** PR40: where a text was negotiated, everything that is missing, or that nothing is. */
function Missing({ view, locale }: { view: AdoptionView; locale: Locale }) {
  if (view.gaps.length === 0 && view.document.state === 'draft') return null;
  return (
    <Section title={translator(locale, 'adoption')('gaps.title')}>
      <Gaps view={view} locale={locale} />
    </Section>
  );
}

function CandidateFacts({ view, locale }: { view: AdoptionView; locale: Locale }) {
  const t = translator(locale, 'adoption');
  const { document, candidate, lastRevision } = view;
  return (
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
  );
}

function Decide({ view, locale }: { view: AdoptionView; locale: Locale }) {
  const t = translator(locale, 'adoption');
  const { document, candidate, meetings, finding } = view;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-8 lg:grid-cols-[minmax(0,1fr)_minmax(20rem,26rem)]">
      <div className="min-w-0">
        <CandidateFacts view={view} locale={locale} />
        <Missing view={view} locale={locale} />
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
          {finding !== null ? (
            <Notice tone="done" title={t('finding.waiting')}>
              <p>{t('finding.waitingText', { time: sayInstant(locale, finding.at) })}</p>
              <FindingFacts finding={finding} locale={locale} />
            </Notice>
          ) : view.gaps.length > 0 ? (
            <Notice
              tone="warn"
              title={t('gaps.notYet')}
              actions={
                <LinkButton href={`/documents/${document.id}/negotiation`}>{t('gaps.overview')}</LinkButton>
              }
            >
              <p>{t('gaps.lead')}</p>
            </Notice>
          ) : meetings.length === 0 ? (
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
                adopt={findAdoptionAction}
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
