import Link from 'next/link';
import type { ReactNode } from 'react';
import { InTurns } from '@/components/ui/in-turns';
import { Notice } from '@/components/ui/notice';
import type { VersionChoice } from '@/components/versions/version-line';
import { clauseHref } from '@/components/wrote/clause-href';
import type { Redline, RedlineSummary } from '@/domain/redline/types';
import type { Locale } from '@/messages/locale';
import { translator } from '@/messages/translate';
import { authorsOf, numberChanges } from './changes';
import { ComparisonDesk, type DeskFacts } from './comparison-desk';
import { type CompareWords, redlineContext } from './context';
import { listEntries } from './entries';
import { Summary } from './summary';

/**
 * The result of a comparison: what it amounts to, the list of changes, the text with its changes. Two equal texts
 * are said to be equal; nothing is ever shown unmarked without a word on why.
 */
export function Comparison(props: DeskFacts & { redline: Redline }): ReactNode {
  const { choice, locale, redline, documentId } = props;
  const t = translator(locale, 'compare');
  const changes = numberChanges(redline);
  const context = redlineContext({
    t,
    locale,
    rows: redline.rows,
    changes,
    delegations: props.delegations,
    wroteHref: (clauseId) => clauseHref(documentId, clauseId),
  });
  if (redline.summary.identical || changes.length === 0) {
    return <SameText redline={redline} readHref={readHref(documentId, choice.to)} locale={locale} />;
  }
  return (
    <>
      <Numbers summary={redline.summary} t={t} locale={locale} />
      <ComparisonDesk
        {...props}
        context={context}
        entries={listEntries(changes, context)}
        authors={authorsOf(changes)}
        inParts={InTurns}
      />
    </>
  );
}

/** What a comparison amounts to. */
export function Numbers(props: { summary: RedlineSummary; t: CompareWords; locale: Locale }): ReactNode {
  const { summary, t } = props;
  return (
    <>
      <Summary {...props} />
      {summary.wordsInserted + summary.wordsDeleted + summary.wordsMoved === 0 ? (
        <p className="text-sm text-muted">{t('formOnly')}</p>
      ) : null}
    </>
  );
}

/** Equal texts, and texts that differ only where no page shows it: said in words, never left to be guessed. */
export function SameText(props: {
  redline: Pick<Redline, 'summary' | 'oldHash' | 'newHash'>;
  readHref: string;
  locale: Locale;
}): ReactNode {
  const t = translator(props.locale, 'compare');
  const { redline } = props;
  const read = (
    <Link href={props.readHref} prefetch={false} className="font-medium text-accent underline">
      {t('same.read')}
    </Link>
  );
  return redline.summary.identical ? (
    <Notice tone="done" title={t('same.title')} actions={read}>
      <p>{t('same.body', { hash: shortHash(redline.newHash) })}</p>
    </Notice>
  ) : (
    <Notice tone="info" title={t('unmarked.title')} actions={read}>
      <p>{t('unmarked.body', { old: shortHash(redline.oldHash), new: shortHash(redline.newHash) })}</p>
    </Notice>
  );
}

/** Enough of a fingerprint to tell two apart at a glance; the whole is on the version's page. */
export function shortHash(hash: string): string {
  return `${hash.slice(0, 8)} ${hash.slice(8, 16)}…`;
}

export function readHref(documentId: string, choice: VersionChoice): string {
  const document = `/documents/${encodeURIComponent(documentId)}`;
  return choice === 'now' ? document : `${document}/versions/${choice}`;
}
