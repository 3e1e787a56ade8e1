import type { Metadata } from 'next';
import Link from 'next/link';
import { refusalPage } from '@/app/_lib/refusal';
import { getLocale, requireViewer } from '@/app/_lib/viewer';
import { Hash } from '@/components/procedure/hash';
import { PrintButton } from '@/components/procedure/print-button';
import { BreakForm } from '@/components/silence/break-form';
import { ExactEnd } from '@/components/silence/exact-end';
import { Receipts } from '@/components/silence/receipts';
import { RunEvents } from '@/components/silence/run-events';
import { sayToTheSecond } from '@/components/silence/say-end';
import { StartForm } from '@/components/silence/start-form';
import { SteerTools } from '@/components/silence/steer-tools';
import { ActionForm, FormField } from '@/components/ui/action-form';
import { buttonClass } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { Facts } from '@/components/ui/facts';
import { formWords } from '@/components/ui/form-words';
import { Notice } from '@/components/ui/notice';
import { Section } from '@/components/ui/page';
import type { Locale } from '@/messages/locale';
import { type NamedCountry, nameIn } from '@/messages/names';
import { translator } from '@/messages/translate';
import { countriesFor } from '@/server/queries/countries';
import { getSilence, type SilenceView } from '@/server/queries/silence';
import type { SilenceRunView } from '@/server/queries/silence-run';
import { getRuntime } from '@/server/runtime';
import * as actions from '../_actions/silence';

interface Props {
  params: Promise<{ documentId: string }>;
}

interface Shown {
  readonly view: SilenceView;
  readonly locale: Locale;
  readonly countries: readonly NamedCountry[];
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await getLocale(), 'silence')('title') };
}

/** The silence procedure on a text: until when, what happens then, and what this person may do about it. */
export default async function SilencePage(props: Props) {
  const { documentId } = await props.params;
  const { actor, locale } = await requireViewer();
  const runtime = getRuntime();
  const found = await getSilence(runtime, actor, documentId);
  if (!found.ok) return refusalPage(found, locale);
  const view = found.value;
  const t = translator(locale, 'silence');
  const shown: Shown = { view, locale, countries: countriesFor(runtime) };
  return (
    <>
      <div className="mb-5 flex flex-wrap items-start justify-between gap-3">
        <div className="max-w-3xl">
          <h2 className="font-serif text-[1.45rem] leading-tight font-semibold">{t('title')}</h2>
          <p className="mt-1 text-muted">{t('lead')}</p>
        </div>
        {view.run === null ? null : (
          <div className="no-print flex flex-wrap gap-2">
            {view.run.state === 'running' ? (
              <a href={`/api/documents/${documentId}/silence.ics`} className={buttonClass('plain')}>
                {t('calendar')}
              </a>
            ) : null}
            <PrintButton label={t('print')} />
          </div>
        )}
      </div>
      {view.run === null ? null : <Run {...shown} run={view.run} />}
      {view.start === null ? null : (
        <Section title={t(view.run === null ? 'start.title' : 'start.again')}>
          <StartForm
            document={view.document}
            start={view.start}
            rules={view.rules}
            now={view.now}
            countries={shown.countries}
            action={actions.startSilenceAction}
            locale={locale}
          />
        </Section>
      )}
      {view.run === null && view.start === null ? <Notice>{t('none')}</Notice> : null}
      {view.earlier.map((run) => (
        <Disclosure
          key={run.id}
          summary={t('earlier', {
            revision: run.revision,
            state: t(`state.${run.state}`),
            time: sayToTheSecond(locale, run.endedAt ?? run.expiresAt, run.zone),
          })}
          className="mb-4"
        >
          <RunEvents
            documentId={documentId}
            events={run.events}
            zone={run.zone}
            countries={shown.countries}
            locale={locale}
          />
        </Disclosure>
      ))}
    </>
  );
}

function Run({ view, run, locale, countries }: Shown & { run: SilenceRunView }) {
  const t = translator(locale, 'silence');
  const { document } = view;
  const isOpen = run.state === 'running' && !view.isOver;
  const verb = translator(locale, 'common')(`verb.${run.verb}`);
  return (
    <>
      <Section title={t(`state.${view.isOver ? 'over' : run.state}`)}>
        <p className="max-w-3xl">{t(view.isOver ? 'meaning.over' : `meaning.${run.state}`)}</p>
        <ExactEnd expiresAt={run.expiresAt} zone={run.zone} now={view.now} isOpen={isOpen} locale={locale} />
        <Facts
          facts={[
            {
              term: t('facts.text'),
              value: (
                <Link
                  href={`/documents/${document.id}/versions/${run.version}`}
                  className="underline decoration-line-strong/60 underline-offset-2 hover:text-accent"
                >
                  {document.symbol}/Rev.{run.revision}
                </Link>
              ),
            },
            {
              term: t('facts.place'),
              value: `${nameIn(locale, run.meeting.title, run.meeting.titleThai)} · ${run.agendaItem.number}`,
            },
            { term: t('facts.startedBy'), value: run.startedBy.name },
            { term: t('facts.startedAt'), value: sayToTheSecond(locale, run.startedAt, run.zone) },
            { term: t('facts.hash'), value: <Hash value={run.hash} /> },
          ]}
        />
        {run.state === 'running' || run.state === 'adopted' ? (
          <>
            <p className="max-w-3xl text-sm text-muted">
              {t(run.state === 'running' ? 'facts.decision' : 'facts.decided', { verb })}
            </p>
            <blockquote lang="en" className="mt-1 max-w-3xl border-l-2 border-line-strong/60 pl-3 font-serif">
              {run.wording}
            </blockquote>
          </>
        ) : null}
        <Acts view={view} run={run} locale={locale} countries={countries} />
      </Section>
      {view.may.breakIt ? (
        <Section title={t('break.title')}>
          <div className="no-print max-w-2xl">
            <BreakForm
              documentId={document.id}
              runId={run.id}
              receipt={view.breakReceipt}
              clauses={view.amendable}
              language={document.language}
              isNamed={view.rules.namesBreaker}
              action={actions.breakSilenceAction}
              locale={locale}
            />
          </div>
        </Section>
      ) : null}
      {view.may.steer ? (
        <div className="no-print mb-6">
          <SteerTools
            documentId={document.id}
            run={run}
            holidays={view.rules.holidays}
            now={view.now}
            actions={{ extend: actions.extendSilenceAction, cancel: actions.cancelSilenceAction }}
            locale={locale}
          />
        </div>
      ) : null}
      {view.receipts === null ? null : (
        <Section title={t('receipts.title')}>
          <Receipts lines={view.receipts} zone={run.zone} countries={countries} locale={locale} />
        </Section>
      )}
      <Section title={t('events')}>
        <RunEvents
          documentId={document.id}
          events={run.events}
          zone={run.zone}
          countries={countries}
          locale={locale}
        />
      </Section>
    </>
  );
}

/** The small acts: confirming the notice, announcing the outcome. */
function Acts({ view, run, locale }: Shown & { run: SilenceRunView }) {
  const t = translator(locale, 'silence');
  const hidden = { documentId: view.document.id, runId: run.id };
  if (view.receivedAt !== null) {
    return (
      <p className="mt-5 text-sm text-insert">
        {t('receive.done', { time: sayToTheSecond(locale, view.receivedAt, run.zone) })}
      </p>
    );
  }
  if (view.may.receive) {
    return (
      <div className="no-print mt-5">
        <ActionForm
          action={actions.receiveSilenceAction}
          words={formWords(locale)}
          submit={t('receive.submit')}
          tone="primary"
          hidden={hidden}
        />
        <p className="mt-1.5 text-[0.8125rem] text-muted">{t('receive.text')}</p>
      </div>
    );
  }
  if (!view.may.announce) return null;
  return (
    <div className="no-print mt-5 max-w-xl">
      {view.sessions.length === 0 ? (
        <p className="text-sm text-muted">{t('announce.later')}</p>
      ) : (
        <ActionForm
          action={actions.announceSilenceAction}
          words={formWords(locale)}
          submit={t('announce.submit')}
          hidden={hidden}
        >
          <FormField
            name="meetingId"
            type="select"
            label={t('announce.meeting')}
            options={view.sessions.map((meeting) => ({
              value: meeting.id,
              label: nameIn(locale, meeting.title, meeting.titleThai),
            }))}
            required
          />
        </ActionForm>
      )}
    </div>
  );
}
