import type { Metadata } from 'next';
import Link from 'next/link';
import { refusalPage } from '@/app/_lib/refusal';
import { requireViewer } from '@/app/_lib/viewer';
import { partMetadata } from '@/app/(workspace)/meetings/_lib/part-metadata';
import { StateBadge } from '@/components/meeting/document-facts';
import { ActionForm } from '@/components/ui/action-form';
import { formWords } from '@/components/ui/form-words';
import { Section } from '@/components/ui/page';
import { sayInstant } from '@/messages/dates';
import { translator } from '@/messages/translate';
import { getReports } from '@/server/queries/meeting-decisions';
import { getMeeting } from '@/server/queries/meetings';
import { getRuntime } from '@/server/runtime';
import { draftReportAction } from '../../record-actions';

interface Props {
  params: Promise<{ meetingId: string }>;
}

export function generateMetadata(props: Props): Promise<Metadata> {
  return partMetadata(props.params, 'report');
}

export default async function ReportPage(props: Props) {
  const { actor, locale } = await requireViewer();
  const runtime = getRuntime();
  const { meetingId } = await props.params;
  const meeting = await getMeeting(runtime, actor, meetingId);
  if (!meeting.ok) return refusalPage(meeting, locale);
  const found = await getReports(runtime, actor, meetingId);
  if (!found.ok) return refusalPage(found, locale);
  const t = translator(locale, 'actions');
  const { reports, others, may } = found.value;
  return (
    <>
      <p className="mb-4 max-w-prose text-muted">
        {meeting.value.status === 'planned' ? t('report.planned') : t('report.lead')}
      </p>
      <div className="grid items-start gap-x-8 lg:grid-cols-2">
        {reports.map(({ language, document, isDrafted, draftedAt, isWrittenIn }) => (
          <Section key={language} title={t(`report.${language}`)}>
            <div className="grid gap-3">
              {document === null ? (
                <p className="text-muted">{t(isDrafted ? 'report.notYours' : 'report.notYet')}</p>
              ) : (
                <>
                  <h3 lang={document.language} className="font-serif text-lg leading-snug font-semibold">
                    <Link href={`/documents/${document.id}`} className="no-underline hover:underline">
                      {document.title}
                    </Link>
                  </h3>
                  <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-[0.8125rem] text-muted">
                    <span className="tracking-wide">{document.symbol}</span>
                    <StateBadge state={document.state} locale={locale} />
                    {draftedAt === null ? null : (
                      <span>{t('report.draftedAt', { instant: sayInstant(locale, draftedAt) })}</span>
                    )}
                  </p>
                  {may.draft && document.state === 'draft' ? (
                    <p className="text-sm text-muted">{t(isWrittenIn ? 'report.written' : 'report.fresh')}</p>
                  ) : null}
                </>
              )}
              {may.draft && !isWrittenIn && (document === null || document.state === 'draft') ? (
                <ActionForm
                  action={draftReportAction}
                  words={formWords(locale)}
                  submit={
                    <>
                      {t(isDrafted ? 'report.anew' : 'report.draft')}
                      <span className="sr-only">: {t(`report.${language}`)}</span>
                    </>
                  }
                  hidden={{ meetingId, language }}
                />
              ) : null}
            </div>
          </Section>
        ))}
      </div>
      {others.length === 0 ? null : (
        <Section title={t('report.others')}>
          <ul className="grid gap-2">
            {others.map(({ id, symbol, title, language, state }) => (
              <li key={id} className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
                <Link href={`/documents/${id}`} lang={language} className="font-serif">
                  {title}
                </Link>
                <span className="text-[0.8125rem] tracking-wide text-muted">{symbol}</span>
                <StateBadge state={state} locale={locale} />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
