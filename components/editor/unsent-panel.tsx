'use client';

import Link from 'next/link';
import { useState } from 'react';
import { useTranslations } from '@/components/i18n/use-translations';
import type { BegunAnswer, DraftFacts } from '@/components/proposals/types';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { copyText } from './clause-actions';
import { runOf, type UnsentClause, type UnsentProposal, unsentAsText } from './unsent-words';

/**
 * Own words that did not get into the text: clause by clause, to copy, or to begin a proposal with where proposals are
 * made. They stay until one says they are not needed, or until they are in a draft.
 */
export function UnsentPanel(props: {
  clauses: readonly UnsentClause[];
  /** Found in the copy of an earlier visit, not lost just now. */
  stranded: boolean;
  language: string;
  onDismiss: () => void;
  /** Begins the draft of a proposal; absent or null where nothing can be proposed. */
  propose?: ((proposal: UnsentProposal) => Promise<BegunAnswer>) | null;
  onProposed?: (clause: UnsentClause) => void;
}) {
  const t = useTranslations('editor.unsent');
  const [copied, setCopied] = useState<string | null>(null);
  const [begun, setBegun] = useState<readonly BegunDraft[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const count = props.clauses.length;
  if (count === 0 && begun.length === 0) return null;
  const { propose = null } = props;
  const begin = async (clause: UnsentClause) => {
    if (propose === null || clause.proposal === null || busy) return;
    setBusy(true);
    setProblem(null);
    try {
      const answer = await propose(clause.proposal);
      if (!answer.ok) return setProblem(answer.message);
      const citations = runOf(props.clauses, clause).map(({ citation }) => citation);
      const citation = citations.filter((cited) => cited !== '').join(', ');
      setBegun((before) => [...before, { draft: answer.draft, citation }]);
      props.onProposed?.(clause);
    } catch {
      setProblem(t('proposeFailed'));
    } finally {
      setBusy(false);
    }
  };
  const copy = async (key: string, text: string) => {
    if (await copyText(text)) setCopied(key);
  };
  const drafts = (
    <ul className="mt-2 grid gap-1 empty:hidden">
      {begun.map(({ draft, citation }) => (
        <li key={draft.id}>
          {t('proposed', { citation: citation === '' ? '–' : citation })}{' '}
          {/* Beside this page while it still holds words. */}
          <Link
            className="text-accent underline underline-offset-2"
            href={`/documents/${draft.documentId}/proposals/${draft.id}`}
            target={count > 0 ? '_blank' : undefined}
          >
            {t('openDraft')}
          </Link>
        </li>
      ))}
    </ul>
  );
  if (count === 0) return <Notice tone="info">{drafts}</Notice>;
  return (
    <Notice
      tone="warn"
      title={props.stranded ? t('strandedTitle', { count }) : t('title', { count })}
      actions={
        <>
          <Button tone="primary" onClick={() => void copy('all', unsentAsText(props.clauses))}>
            {copied === 'all' ? t('copied') : t('copyAll')}
          </Button>
          <Button onClick={props.onDismiss}>{t('dismiss')}</Button>
        </>
      }
    >
      <p>{propose === null ? t('help') : t('helpProposing')}</p>
      {problem === null ? null : (
        <p role="alert" className="mt-1 text-delete">
          {problem}
        </p>
      )}
      {drafts}
      <ul className="mt-2 grid max-h-72 gap-2 overflow-y-auto">
        {props.clauses.map((clause, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: one clause may come twice, from two visits.
          <li key={`${index} ${clause.key}`} className="rounded border border-line bg-paper px-3 py-2">
            <p className="flex flex-wrap items-center gap-2 text-xs text-muted">
              <span className="font-semibold">{t(clause.change)}</span>
              {clause.citation}
              <span className="ml-auto flex flex-wrap gap-x-4">
                {propose !== null && clause.along !== undefined ? <span>{t('goesAlong')}</span> : null}
                {propose === null || clause.proposal === null ? null : (
                  <button type="button" className={ACT} disabled={busy} onClick={() => void begin(clause)}>
                    {t('propose')}
                  </button>
                )}
                {clause.change === 'removed' ? null : (
                  <button type="button" className={ACT} onClick={() => void copy(`${index}`, clause.text)}>
                    {copied === `${index}` ? t('copied') : t('copyOne')}
                  </button>
                )}
              </span>
            </p>
            <p className="font-serif whitespace-pre-wrap" lang={props.language}>
              {clause.change === 'removed' ? <del>{clause.text}</del> : clause.text}
            </p>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

interface BegunDraft {
  readonly draft: DraftFacts;
  readonly citation: string;
}

const ACT = 'min-h-6 cursor-pointer text-accent underline disabled:cursor-wait disabled:opacity-60';
