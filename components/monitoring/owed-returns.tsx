import { LinkButton } from '@/components/ui/button';
import { Section } from '@/components/ui/page';
import { sayInstant } from '@/messages/dates';
import type { Locale } from '@/messages/locale';
import { nameIn } from '@/messages/names';
import { sayPeriod } from '@/messages/periods';
import { translator } from '@/messages/translate';

export interface OwedLine {
  readonly roundId: string;
  readonly plan: string;
  readonly planThai: string;
  readonly period: string;
  readonly country: string;
  readonly closesAt: string;
  readonly isLate: boolean;
  readonly task: 'fill' | 'clarify' | 'settle';
  readonly count: number;
}

const DO = { fill: 'doFill', clarify: 'doClarify', settle: 'doSettle' } as const;

/** Returns that wait for a delegation or for the secretariat; nothing where none does. */
export function OwedReturns(props: { owed: readonly OwedLine[]; locale: Locale }) {
  const { owed, locale } = props;
  const t = translator(locale, 'monitoring');
  if (owed.length === 0) return null;
  return (
    <Section title={t('owed.title')}>
      <ul className="divide-y divide-line">
        {owed.map((line) => (
          <li
            key={`${line.roundId} ${line.task}`}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-2 first:pt-0 last:pb-0"
          >
            <div className="min-w-0">
              <p className="font-medium">
                {t(`owed.${line.task}`, { period: sayPeriod(locale, line.period), count: line.count })}
              </p>
              <p className="text-[0.8125rem] text-muted">
                {nameIn(locale, line.plan, line.planThai)}
                {line.task === 'settle'
                  ? ''
                  : ` · ${t(line.isLate ? 'owed.overdue' : 'owed.until', { at: sayInstant(locale, line.closesAt) })}`}
              </p>
            </div>
            <LinkButton
              href={
                line.task === 'settle'
                  ? `/rounds/${line.roundId}`
                  : `/rounds/${line.roundId}/returns/${line.country}`
              }
            >
              {t(`owed.${DO[line.task]}`)}
              <span className="sr-only">: {sayPeriod(locale, line.period)}</span>
            </LinkButton>
          </li>
        ))}
      </ul>
    </Section>
  );
}
