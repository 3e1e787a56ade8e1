import type { Metadata } from 'next';
import { refusalPage } from '@/app/_lib/refusal';
import { getLocale, requireViewer } from '@/app/_lib/viewer';
import { AnswerTable } from '@/components/monitoring/answer-table';
import { AnswerWords } from '@/components/monitoring/answer-words';
import { MonitoringHead } from '@/components/monitoring/monitoring-head';
import { type FormLine, ReturnForm } from '@/components/monitoring/return-form';
import { ReturnState } from '@/components/monitoring/return-states';
import { ReturnSteps } from '@/components/monitoring/return-steps';
import { Badge } from '@/components/ui/badge';
import { LinkButton } from '@/components/ui/button';
import { Container } from '@/components/ui/container';
import { Country } from '@/components/ui/country';
import { Facts } from '@/components/ui/facts';
import { Section } from '@/components/ui/page';
import { typedValue } from '@/domain/monitoring/parse-value';
import { sayValue } from '@/messages/answers';
import { sayInstant } from '@/messages/dates';
import type { Locale } from '@/messages/locale';
import { nameIn } from '@/messages/names';
import { sayPeriod } from '@/messages/periods';
import { translator } from '@/messages/translate';
import { countriesFor } from '@/server/queries/countries';
import { type AnswerLine, getReturn, type ReturnView } from '@/server/queries/returns';
import { getRuntime } from '@/server/runtime';
import * as actions from '../../../actions';

interface Props {
  params: Promise<{ roundId: string; country: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await getLocale(), 'monitoring')('return.title') };
}

/** One country's return: the form for who fills it, a table for who reads it. */
export default async function ReturnPage(props: Props) {
  const { actor, locale } = await requireViewer();
  const runtime = getRuntime();
  const found = getReturn(runtime, actor, await props.params);
  if (!found.ok) return refusalPage(found, locale);
  const view = found.value;
  const { plan, round, country, actions: may } = view;
  const t = translator(locale, 'monitoring');
  const countries = countriesFor(runtime);
  const answered = view.lines.filter(({ answer }) => answer.kind !== 'notReported').length;
  return (
    <Container width="wide">
      <MonitoringHead
        plan={plan}
        title={t('return.of', { period: sayPeriod(locale, round.period) })}
        above={{
          href: `/rounds/${round.id}`,
          label: t('round.of', { period: sayPeriod(locale, round.period) }),
        }}
        actions={
          may.fill ? (
            <LinkButton href={`/sheets/return/${view.returnId}`}>
              {translator(locale, 'sheets')('download.import')}
            </LinkButton>
          ) : undefined
        }
        locale={locale}
      />
      <Facts
        facts={[
          {
            term: t('returns.country'),
            value: <Country code={country} countries={countries} locale={locale} />,
          },
          {
            term: t('returns.state'),
            value: (
              <span className="inline-flex flex-wrap gap-2">
                <ReturnState state={view.state} locale={locale} />
                {view.isLate ? <Badge tone="warn">{t('returns.late')}</Badge> : null}
              </span>
            ),
          },
          { term: t('round.closes'), value: sayInstant(locale, round.closesAt) },
          {
            term: t('return.answered'),
            value: t('return.answeredOf', { answered, asked: view.lines.length }),
          },
        ]}
      />
      <div className="grid items-start gap-x-8 xl:grid-cols-[minmax(0,1fr)_20rem]">
        <Section title={t('return.answers')}>
          <p className="mb-4 max-w-prose text-sm text-muted">
            {t(may.fill ? 'form.lead' : `sight.${view.sight}`)}
          </p>
          {may.fill ? (
            <ReturnForm
              // A return that moved on begins the form anew. The first save begins the return, and its word stays.
              key={view.state === 'notStarted' ? 'inProgress' : view.state}
              returnId={view.returnId}
              lines={view.lines.map((line, index) => formLine(line, headingOf(view, index, locale), locale))}
              words={{
                indicator: t('form.indicator'),
                previous: previousOf(view, locale),
                answer: t('form.answer'),
                kind: t('form.kind'),
                figure: t('form.figure'),
                remarks: t('form.remarks'),
                note: t('form.note'),
                evidence: t('form.evidence'),
                save: t('form.save'),
                unsaved: t('form.unsaved'),
                empty: {
                  value: `○ ${t('answer.notReported')}`,
                  notAvailable: `∅ ${t('answer.notAvailable')}`,
                  notApplicable: `― ${t('answer.notApplicable')}`,
                },
                kinds: (['value', 'notAvailable', 'notApplicable'] as const).map((value) => ({
                  value,
                  label: t(`form.kinds.${value}`),
                })),
              }}
              action={actions.saveAnswersAction}
            />
          ) : (
            <AnswerTable
              lines={view.lines.map((line, index) => ({
                ...line,
                heading: headingOf(view, index, locale),
                hint: hintOf(line, locale),
              }))}
              previous={previousOf(view, locale)}
              locale={locale}
            />
          )}
        </Section>
        {view.sight === 'accepted' ? null : (
          <ReturnSteps
            returnId={view.returnId}
            rev={view.rev}
            events={view.events}
            actions={may}
            take={{
              submit: actions.submitReturnAction,
              answer: actions.answerClarificationAction,
              askClarification: actions.askClarificationAction,
              accept: actions.acceptReturnAction,
              reopen: actions.reopenReturnAction,
            }}
            locale={locale}
          />
        )}
      </div>
    </Container>
  );
}

function previousOf({ previousPeriod }: ReturnView, locale: Locale): string {
  const t = translator(locale, 'monitoring');
  return previousPeriod === null
    ? t('form.noPrevious')
    : t('form.previous', { period: sayPeriod(locale, previousPeriod) });
}

/** The area that begins with this line, or null. */
function headingOf({ lines, areas }: ReturnView, index: number, locale: Locale): string | null {
  const areaId = lines[index]?.areaId ?? null;
  if (index > 0 && (lines[index - 1]?.areaId ?? null) === areaId) return null;
  const area = areas.find(({ id }) => id === areaId);
  return area === undefined
    ? translator(locale, 'monitoring')('noArea')
    : `${area.code} ${nameIn(locale, area.title, area.titleThai)}`;
}

function hintOf({ indicator, milestone }: AnswerLine, locale: Locale): string {
  const t = translator(locale, 'monitoring');
  return [
    indicator.unit,
    indicator.cumulative ? t('counting.cumulative') : '',
    milestone === null
      ? ''
      : `${t('targetOf', { period: sayPeriod(locale, milestone.period) })}: ${sayValue(locale, indicator, milestone.value)}`,
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

function formLine(line: AnswerLine, heading: string | null, locale: Locale): FormLine {
  const t = translator(locale, 'monitoring');
  const { indicator, answer } = line;
  const choices = {
    yesNo: [
      { value: 'yes', label: t('answer.yes') },
      { value: 'no', label: t('answer.no') },
    ],
    scale: indicator.scale.map((step) => ({ value: step, label: step })),
    text: 'words',
    number: 'line',
    percent: 'line',
  } as const;
  return {
    id: indicator.id,
    heading,
    code: indicator.code,
    title: indicator.title,
    hint: hintOf(line, locale),
    previous:
      line.previous === null ? (
        '–'
      ) : (
        <AnswerWords indicator={indicator} answer={line.previous} locale={locale} />
      ),
    input: choices[indicator.type],
    kind: answer.kind === 'notReported' ? 'value' : answer.kind,
    typed: typedValue(indicator, answer),
    note: answer.note,
    evidence: answer.evidence,
    seen: line.seen,
  };
}
