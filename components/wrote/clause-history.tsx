import Link from 'next/link';
import type { ReactNode } from 'react';
import type { DelegationName } from '@/components/compare/context';
import { Section } from '@/components/ui/page';
import type { NamedClause } from '@/domain/text/ledger/history';
import type { Locale } from '@/messages/locale';
import { translator } from '@/messages/translate';
import { clauseHref } from './clause-href';
import { Film } from './film';
import { Step, type StepFacts } from './step';

/** What became of a clause: its steps, newest first, a page of them at a time. */
export function ClauseHistory(props: {
  documentId: string;
  clause: NamedClause;
  steps: readonly StepFacts[];
  total: number;
  others: readonly NamedClause[];
  names: readonly DelegationName[];
  language: string;
  locale: Locale;
}): ReactNode {
  const { documentId, clause, steps, total, locale } = props;
  const t = translator(locale, 'wrote');
  const [newest, oldest] = [steps[0]?.number ?? 0, steps.at(-1)?.number ?? 0];
  const isPart = steps.length < total;
  const href = clauseHref(documentId, clause.id);
  return (
    <Section
      title={t('history.heading')}
      aside={
        <span className="text-sm text-muted">
          {isPart
            ? t('history.part', { from: oldest, to: newest, total })
            : t('history.count', { count: total })}
        </span>
      }
    >
      <p className="mb-3 text-sm text-muted">{t('history.order')}</p>
      <Film
        key={newest}
        total={total}
        frames={steps.map((step) => ({
          number: step.number,
          content: <Step step={step} {...props} />,
        }))}
      />
      {isPart ? (
        <nav aria-label={t('history.heading')} className="no-print mt-4 flex flex-wrap gap-x-6 text-sm">
          {oldest > 1 ? (
            <Link href={`${href}?before=${oldest}`} prefetch={false} className="text-accent">
              {t('history.older')}
            </Link>
          ) : null}
          {newest < total ? (
            <Link href={href} prefetch={false} className="text-accent">
              {t('history.newest')}
            </Link>
          ) : null}
        </nav>
      ) : null}
    </Section>
  );
}
