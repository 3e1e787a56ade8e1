import { ActionForm, FormField } from '@/components/ui/action-form';
import { Badge } from '@/components/ui/badge';
import { Disclosure } from '@/components/ui/disclosure';
import { EmptyState } from '@/components/ui/empty-state';
import type { FormAction } from '@/components/ui/form-state';
import { formWords } from '@/components/ui/form-words';
import { Section } from '@/components/ui/page';
import type { Locale } from '@/messages/locale';
import { translator } from '@/messages/translate';

export interface ListedReport {
  readonly id: string;
  readonly year: number;
  readonly words: string;
  readonly state: 'drafted' | 'submitted';
  readonly at: string;
}

/** A centre's yearly reports. What was submitted stays; what is drafted is only seen by those who write it. */
export function CentreReports(props: {
  centreId: string;
  reports: readonly ListedReport[];
  thisYear: number;
  mayWrite: boolean;
  locale: Locale;
  action: FormAction;
}) {
  const { locale, reports } = props;
  const t = translator(locale, 'centres');
  const draft = reports.find(({ state }) => state === 'drafted');
  return (
    <Section title={t('reports')}>
      {reports.length === 0 ? <EmptyState title={t('noReport')}>{t('noReportText')}</EmptyState> : null}
      <ol className="divide-y divide-line">
        {reports.map((report) => (
          <li key={report.id} className="py-2">
            <Disclosure
              summary={
                <>
                  <span className="tabular-nums">{report.year}</span>
                  {report.state === 'drafted' ? <Badge>{t('drafted')}</Badge> : null}
                </>
              }
            >
              <p className="max-w-prose font-serif whitespace-pre-line">{report.words}</p>
            </Disclosure>
          </li>
        ))}
      </ol>
      {props.mayWrite ? (
        <Disclosure summary={t('writeReport')} className="mt-4">
          <ActionForm
            action={props.action}
            words={formWords(locale)}
            submit={t('keepReport')}
            hidden={{ centreId: props.centreId, seenAt: draft?.at ?? '' }}
            keep
          >
            <FormField
              name="year"
              label={t('year')}
              defaultValue={String(draft?.year ?? props.thisYear)}
              maxLength={4}
              required
            />
            <FormField
              name="words"
              type="textarea"
              label={t('reportWords')}
              defaultValue={draft?.words ?? ''}
              maxLength={20000}
              required
            />
            <label className="flex items-baseline gap-2 text-sm">
              <input type="checkbox" name="submit" value="yes" />
              {t('submitReport')}
            </label>
          </ActionForm>
        </Disclosure>
      ) : null}
    </Section>
  );
}
