import Link from 'next/link';
import { Badge } from '@/components/ui/badge';
import { clauseHref } from '@/components/wrote/clause-href';
import { IN_THE_TEXT, type InputOutcome } from '@/domain/brainstorm/outcomes';
import type { Locale } from '@/messages/locale';
import { translator } from '@/messages/translate';
import type { BoardClause } from './types';

/** What became of an input, why, and the clauses that show it. */
export function OutcomeLine(props: {
  outcome: InputOutcome | null;
  reason: string;
  clauses: readonly BoardClause[];
  locale: Locale;
}) {
  const { outcome, reason, clauses, locale } = props;
  const t = translator(locale, 'brainstorm');
  if (outcome === null && clauses.length === 0) return null;
  return (
    <div className="grid gap-1 border-t border-line/70 pt-2 text-[0.8125rem]">
      <p className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
        <span className="sr-only">{t('outcomeLabel')}: </span>
        {outcome === null ? null : <OutcomeBadge outcome={outcome} locale={locale} />}
        <ClauseLinks clauses={clauses} locale={locale} />
      </p>
      {reason === '' ? null : <p className="whitespace-pre-line text-muted">{reason}</p>}
    </div>
  );
}

export function OutcomeBadge(props: { outcome: InputOutcome; locale: Locale }) {
  const { outcome } = props;
  const tone = IN_THE_TEXT.includes(outcome) ? 'done' : outcome === 'noted' ? 'neutral' : 'warn';
  return <Badge tone={tone}>{translator(props.locale, 'brainstorm')(`outcome.${outcome}`)}</Badge>;
}

/** Links to the clauses, each said by its number or how it begins. */
export function ClauseLinks(props: { clauses: readonly BoardClause[]; locale: Locale }) {
  const t = translator(props.locale, 'brainstorm');
  return props.clauses.map(({ documentId, clauseId, citation, opening, symbol }) => (
    <Link
      key={`${documentId} ${clauseId}`}
      href={clauseHref(documentId, clauseId)}
      prefetch={false}
      title={opening}
      className="text-accent underline-offset-2 hover:underline"
    >
      {t('clauseOf', { citation: citation === '' ? `“${shortened(opening)}”` : citation, symbol })}
    </Link>
  ));
}

function shortened(words: string): string {
  const signs = [...words];
  return signs.length <= 60 ? words : `${signs.slice(0, 59).join('')}…`;
}
