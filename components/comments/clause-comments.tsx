'use client';

import { useMemo, useState } from 'react';
import { useTranslations } from '@/components/i18n/use-translations';
import { Button } from '@/components/ui/button';
import type { CommentRing } from '@/domain/comments/rings';
import type { ThreadView } from '@/domain/comments/view';
import type { CommentActs } from './acts';
import { CommentForm } from './comment-form';
import { CommentsPanel } from './comments-panel';
import { OPEN_ONES, type ThreadFilter } from './filter';
import { createPlacer } from './places';
import { useComments } from './use-comments';

const NO_THREADS: readonly ThreadView[] = [];

/**
 * The conversations about one clause, for a page that shows the clause alone. The page picks the words of `comments`
 * and `common`; which conversations have wandered into this clause the server says (`commentsOnClause`).
 */
export function ClauseComments(props: {
  documentId: string;
  clause: { readonly id: string; readonly words: string };
  /** Ids of the conversations that stand in this clause now. */
  here: readonly string[];
  language: string;
  acts: CommentActs;
  countryNames: Readonly<Record<string, string>>;
}) {
  const t = useTranslations('comments');
  const { documentId, clause, here, acts, language } = props;
  const { view, refresh } = useComments(documentId);
  const [placeAll] = useState(createPlacer);
  const [filter, setFilter] = useState<ThreadFilter>(OPEN_ONES);
  const [current, setCurrent] = useState<string | null>(null);
  const [isWriting, setWriting] = useState(false);
  const [chosenRing, setChosenRing] = useState<CommentRing | null>(null);
  const all = view?.threads ?? NO_THREADS;
  const threads = useMemo(
    () => all.filter(({ id, anchor }) => here.includes(id) || anchor.clauseId === clause.id),
    [all, here, clause.id],
  );
  const places = useMemo(() => placeAll(threads, [{ index: 0, ...clause }]), [placeAll, threads, clause]);
  if (view === null) return null;
  const countryName = (code: string) => props.countryNames[code] ?? code;
  const { rings } = view;
  const quote = clause.words.trim();
  const from = clause.words.indexOf(quote);
  return (
    <div className="grid gap-3">
      {isWriting ? (
        <CommentForm
          documentId={documentId}
          anchor={{ clauseId: clause.id, from, to: from + quote.length, clauseText: clause.words, quote }}
          clauses={[]}
          onClause={() => {}}
          rings={rings}
          ring={chosenRing ?? (rings.includes('delegation') ? 'delegation' : (rings[0] ?? 'mine'))}
          onRing={setChosenRing}
          delegation={view.delegation}
          language={language}
          acts={acts}
          countryName={countryName}
          onDone={(threadId) => {
            setWriting(false);
            if (threadId === null) return;
            setCurrent(threadId);
            void refresh();
          }}
        />
      ) : rings.length > 0 && quote !== '' ? (
        <div>
          <Button onClick={() => setWriting(true)}>{t('new')}</Button>
        </div>
      ) : null}
      <CommentsPanel
        documentId={documentId}
        view={{ ...view, threads }}
        places={places}
        filter={filter}
        onFilter={setFilter}
        current={current}
        onChoose={setCurrent}
        language={language}
        acts={acts}
        refresh={refresh}
        countryName={countryName}
      />
    </div>
  );
}
