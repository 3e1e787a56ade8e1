'use client';

import { useState } from 'react';
import { useTranslations } from '@/components/i18n/use-translations';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { DraftActions, DraftFacts } from './types';

type Question = 'none' | 'giveUp' | 'editorial';

/** The way of a draft to the table: the head tables it, everybody else asks the head. */
export function DraftButtons(props: {
  draft: DraftFacts;
  actions: DraftActions;
  /** What is still to be saved, first; false where it was refused, which is said where it was written. */
  before: () => Promise<boolean>;
  onClosed: (number: number | null) => void;
}) {
  const t = useTranslations('proposals');
  const { draft, actions } = props;
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<{ readonly words: string; readonly isProblem: boolean } | null>(null);
  const [question, setQuestion] = useState<Question>('none');

  const during = async (work: () => Promise<void>) => {
    setBusy(true);
    setSaid(null);
    try {
      if (await props.before()) await work();
    } catch {
      setSaid({ words: t('failed'), isProblem: true });
    } finally {
      setBusy(false);
    }
  };
  const table = (editorialConfirmed: boolean) =>
    during(async () => {
      const answer = await actions.table(draft.id, editorialConfirmed);
      if (answer.ok) return props.onClosed(answer.number);
      setQuestion(answer.asks ? 'editorial' : 'none');
      setSaid({ words: answer.message, isProblem: true });
    });
  const ask = () =>
    during(async () => {
      const problem = await actions.askForRelease(draft.id);
      setSaid({ words: problem ?? t('draft.asked'), isProblem: problem !== null });
    });
  const giveUp = () =>
    during(async () => {
      const problem = await actions.giveUp(draft.id);
      if (problem === null) props.onClosed(null);
      else setSaid({ words: problem, isProblem: true });
    });

  if (question === 'giveUp') {
    return (
      <Notice
        tone="warn"
        actions={
          <>
            <Button tone="danger" disabled={busy} onClick={() => void giveUp()}>
              {t('draft.giveUpSure')}
            </Button>
            <Button onClick={() => setQuestion('none')}>{t('cancel')}</Button>
          </>
        }
      >
        <p>{t('draft.giveUpText')}</p>
      </Notice>
    );
  }
  return (
    <div className="grid gap-2">
      {question === 'editorial' ? (
        <Notice
          tone="warn"
          actions={
            <>
              <Button disabled={busy} onClick={() => void table(true)}>
                {t('draft.editorialSure')}
              </Button>
              <Button onClick={() => setQuestion('none')}>{t('cancel')}</Button>
            </>
          }
        >
          <p>{said?.words}</p>
        </Notice>
      ) : null}
      <div className="flex flex-wrap items-center gap-2">
        {draft.mayTable ? (
          <Button tone="primary" disabled={busy} aria-busy={busy} onClick={() => void table(false)}>
            {draft.onBehalf ? t('draft.tableOnBehalf') : t('draft.table')}
          </Button>
        ) : (
          <Button tone="primary" disabled={busy} aria-busy={busy} onClick={() => void ask()}>
            {t('draft.ask')}
          </Button>
        )}
        <Button tone="quiet" disabled={busy} onClick={() => setQuestion('giveUp')}>
          {t('draft.giveUp')}
        </Button>
        <p
          role={said?.isProblem === true ? 'alert' : 'status'}
          className={`text-sm ${said?.isProblem === true ? 'text-delete' : 'text-insert'}`}
        >
          {question === 'editorial' ? '' : (said?.words ?? '')}
        </p>
      </div>
    </div>
  );
}
