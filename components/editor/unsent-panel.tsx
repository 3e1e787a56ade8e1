'use client';

import { useState } from 'react';
import { useTranslations } from '@/components/i18n/use-translations';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { copyText } from './clause-actions';
import { type UnsentClause, unsentAsText } from './unsent-words';

/** Own words that did not get into the text: clause by clause, to copy. They stay until one says they are not needed. */
export function UnsentPanel(props: {
  clauses: readonly UnsentClause[];
  /** Found in the copy of an earlier visit, not lost just now. */
  stranded: boolean;
  language: string;
  onDismiss: () => void;
}) {
  const t = useTranslations('editor.unsent');
  const [copied, setCopied] = useState<string | null>(null);
  if (props.clauses.length === 0) return null;
  const count = props.clauses.length;
  const copy = async (key: string, text: string) => {
    if (await copyText(text)) setCopied(key);
  };
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
      <p>{t('help')}</p>
      <ul className="mt-2 grid max-h-72 gap-2 overflow-y-auto">
        {props.clauses.map((clause, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: one clause may come twice, from two visits.
          <li key={`${index} ${clause.key}`} className="rounded border border-line bg-paper px-3 py-2">
            <p className="flex flex-wrap items-center gap-2 text-xs text-muted">
              <span className="font-semibold">{t(clause.change)}</span>
              {clause.citation}
              {clause.change === 'removed' ? null : (
                <button
                  type="button"
                  className="ml-auto cursor-pointer text-accent underline"
                  onClick={() => void copy(`${index}`, clause.text)}
                >
                  {copied === `${index}` ? t('copied') : t('copyOne')}
                </button>
              )}
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
