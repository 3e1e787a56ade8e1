import Link from 'next/link';
import type { ReactNode } from 'react';
import { Notice } from '@/components/ui/notice';
import type { VersionChoice } from '@/components/versions/version-line';
import type { Redline } from '@/domain/redline/types';
import type { Locale } from '@/messages/locale';
import { translator } from '@/messages/translate';
import { ChangeBar } from './change-bar';
import { ChangeList } from './change-list';
import { ChangePanel } from './change-panel';
import { authorsOf, countByGroup, numberChanges } from './changes';
import { type CompareChoice, compareHref } from './choice';
import { type DelegationName, delegationName, redlineContext } from './context';
import { ChangeNavigation } from './navigation';
import { RedlineText } from './redline-text';
import { Legend, Summary } from './summary';
import { ViewLinks } from './view-links';

/**
 * The result of a comparison: what it amounts to, the list of changes, the text with its changes. Two equal texts
 * are said to be equal; nothing is ever shown unmarked without a word on why.
 */
export function Comparison(props: {
  documentId: string;
  choice: CompareChoice;
  redline: Redline;
  delegations: readonly DelegationName[];
  /** What the two texts are called, over the columns of the side-by-side view. */
  titles: { readonly from: string; readonly to: string };
  /** Language of the document itself. */
  language: string;
  locale: Locale;
}): ReactNode {
  const { choice, locale, redline, documentId } = props;
  const t = translator(locale, 'compare');
  const changes = numberChanges(redline);
  const context = redlineContext({ t, locale, rows: redline.rows, changes, delegations: props.delegations });
  if (redline.summary.identical || changes.length === 0) {
    return <SameText redline={redline} readHref={readHref(documentId, choice.to)} locale={locale} />;
  }
  const authors = authorsOf(changes);
  const { summary } = redline;
  return (
    <ChangeNavigation total={changes.length} key={`${choice.from} ${choice.to} ${choice.view}`}>
      <Summary summary={summary} context={context} />
      {summary.wordsInserted + summary.wordsDeleted + summary.wordsMoved === 0 ? (
        <p className="text-sm text-muted">{t('formOnly')}</p>
      ) : null}
      <div className="flex flex-wrap items-center justify-between gap-3">
        <ViewLinks
          view={choice.view}
          hrefs={{
            inline: compareHref(documentId, { ...choice, view: 'inline' }),
            side: compareHref(documentId, { ...choice, view: 'side' }),
            changes: compareHref(documentId, { ...choice, view: 'changes' }),
          }}
        />
        <Legend authors={authors} context={context} />
      </div>
      <div className="compare-desk" data-view={choice.view}>
        <ChangePanel
          counts={countByGroup(changes)}
          authors={authors.map((code) => ({ code: code || '-', name: delegationName(context, code) }))}
        >
          <ChangeList changes={changes} context={context} language={props.language} />
        </ChangePanel>
        <section className="compare-paper" aria-label={t('textLabel')}>
          <ChangeBar>
            {choice.view === 'side' ? (
              <div className="compare-sides">
                <span>{props.titles.from}</span>
                <span>{props.titles.to}</span>
              </div>
            ) : null}
          </ChangeBar>
          {choice.view === 'side' && redline.rows.some((row) => row.cells !== undefined) ? (
            <p className="px-4 pt-3 text-sm text-muted">{t('sideTables')}</p>
          ) : null}
          <RedlineText
            context={context}
            view={choice.view}
            language={props.language}
            fullText={compareHref(documentId, { ...choice, view: 'inline' })}
          />
        </section>
      </div>
    </ChangeNavigation>
  );
}

/** Equal texts, and texts that differ only where no page shows it: said in words, never left to be guessed. */
function SameText(props: { redline: Redline; readHref: string; locale: Locale }): ReactNode {
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
