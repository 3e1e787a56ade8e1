'use client';

import type { Editor } from '@tiptap/core';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { shownClauses } from '@/components/editor/clause-words';
import {
  type MarkedWords,
  markedPosition,
  markWords,
  POINTED_AT,
} from '@/components/editor/extensions/comment-marks';
import { keysFor } from '@/components/editor/keys';
import { useTranslations } from '@/components/i18n/use-translations';
import { Button, buttonClass } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import type { Anchor } from '@/domain/comments/anchor';
import type { CommentRing } from '@/domain/comments/rings';
import type { ThreadView } from '@/domain/comments/view';
import type { CommentActs } from './acts';
import { type ClauseChoice, CommentForm } from './comment-form';
import { CommentsPanel } from './comments-panel';
import { isShown, OPEN_ONES, type ThreadFilter } from './filter';
import { selectedWords, wholeClause } from './selected-words';
import { useComments } from './use-comments';
import { usePlaces } from './use-places';
import { useSelection } from './use-selection';
import { useThreadAddress } from './use-thread-address';
import { useWide, WIDE } from './use-wide';

const NO_THREADS: readonly ThreadView[] = [];

/** What one is about to comment on: selected words, or a clause that is being chosen. */
interface Draft {
  readonly anchor: Anchor | null;
  readonly clauses: readonly ClauseChoice[];
}

/**
 * Comments beside the text: in the margin where there is room, else in a sheet. The words of conversations are marked
 * in the text and found again after every edit.
 */
export function CommentsDesk(props: {
  editor: Editor;
  documentId: string;
  language: string;
  acts: CommentActs;
  countryName: (code: string) => string;
}) {
  const t = useTranslations('comments');
  const { editor, documentId, acts, countryName, language } = props;
  const { view, refresh } = useComments(documentId);
  const threads = view?.threads ?? NO_THREADS;
  const places = usePlaces(editor, threads);
  const [filter, setFilter] = useState<ThreadFilter>(OPEN_ONES);
  const [current, setCurrent] = useState<string | null>(null);
  const [draft, setDraft] = useState<Draft | null>(null);
  const [chosenRing, setChosenRing] = useState<CommentRing | null>(null);
  const [isSheetOpen, setSheetOpen] = useState(false);
  const isWide = useWide();
  const selection = useSelection(editor);
  const goTo = useRef<string | null>(null);

  const marks = useMemo(
    () => threads.flatMap((thread) => markOf(thread, { places, filter })),
    [threads, places, filter],
  );
  useEffect(() => {
    if (editor.isDestroyed) return;
    markWords(editor.view, marks, current);
    if (goTo.current !== null && showWords(editor, goTo.current)) goTo.current = null;
  }, [editor, marks, current]);

  const choose = useCallback(
    (threadId: string) => {
      setCurrent(threadId);
      goTo.current = threadId;
      if (threadId === current && !editor.isDestroyed && showWords(editor, threadId)) goTo.current = null;
    },
    [editor, current],
  );
  useEffect(() => {
    const { dom } = editor.view;
    const onPoint = (event: Event) => {
      const threadId = (event as CustomEvent<string>).detail;
      setCurrent(threadId);
      if (!window.matchMedia(WIDE).matches) setSheetOpen(true);
      requestAnimationFrame(() =>
        document.getElementById(`comment-${threadId}`)?.scrollIntoView({ block: 'nearest' }),
      );
    };
    dom.addEventListener(POINTED_AT, onPoint);
    return () => dom.removeEventListener(POINTED_AT, onPoint);
  }, [editor]);
  useThreadAddress(view !== null && places !== null, (threadId) => {
    const named = threads.find(({ id }) => id === threadId);
    if (named === undefined) return;
    setFilter({ state: named.resolved === null ? 'open' : 'all', ring: 'all' });
    choose(threadId);
    if (!window.matchMedia(WIDE).matches) setSheetOpen(true);
  });

  const rings = view?.rings ?? [];
  const mayComment = rings.length > 0;
  const begin = useCallback(() => {
    if (!mayComment) return;
    const anchor = selectedWords(editor);
    const clauses = shownClauses(editor.state.doc).flatMap(({ id, words }) =>
      id === null || words.trim() === '' ? [] : [{ id, words }],
    );
    setDraft({ anchor, clauses: anchor === null ? clauses : [] });
    setSheetOpen(true);
  }, [editor, mayComment]);
  useCommentKeys(begin);

  if (view === null || (threads.length === 0 && !mayComment)) return null;
  const ring = chosenRing ?? (rings.includes('delegation') ? 'delegation' : (rings[0] ?? 'mine'));
  const content = (
    <>
      {draft === null ? null : (
        <CommentForm
          documentId={documentId}
          anchor={draft.anchor}
          clauses={draft.clauses}
          onClause={(clauseId) => {
            const clause = shownClauses(editor.state.doc).find(({ id }) => id === clauseId);
            setDraft({ ...draft, anchor: clause === undefined ? null : wholeClause(clause) });
          }}
          rings={rings}
          ring={ring}
          onRing={setChosenRing}
          delegation={view.delegation}
          language={language}
          acts={acts}
          countryName={countryName}
          onDone={(threadId) => {
            setDraft(null);
            if (threadId === null) return;
            setFilter(OPEN_ONES);
            setCurrent(threadId);
            void refresh();
          }}
        />
      )}
      <CommentsPanel
        documentId={documentId}
        view={view}
        places={places}
        filter={filter}
        onFilter={setFilter}
        current={current}
        onChoose={choose}
        language={language}
        acts={acts}
        refresh={refresh}
        countryName={countryName}
      />
    </>
  );
  const open = threads.filter((thread) => thread.resolved === null).length;
  return (
    <>
      {isWide ? (
        <aside
          aria-label={t('title')}
          className="no-print sticky top-20 grid max-h-[calc(100dvh-6rem)] content-start gap-3 self-start overflow-y-auto pb-2"
        >
          <div className="flex items-center justify-between gap-2">
            <h2 className="text-sm font-semibold text-muted">{t('title')}</h2>
            {mayComment && draft === null ? (
              <Button tone="quiet" className="min-h-7! px-1.5! py-0!" onClick={begin}>
                {t('new')}
              </Button>
            ) : null}
          </div>
          {content}
        </aside>
      ) : (
        <>
          <Button
            className="no-print fixed! right-3 bottom-16 z-30 rounded-full! shadow-pop"
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => (selection !== null && mayComment ? begin() : setSheetOpen(true))}
          >
            {selection !== null && mayComment ? t('comment') : t('sheet.open', { count: open })}
          </Button>
          <Dialog
            open={isSheetOpen}
            onClose={() => {
              setSheetOpen(false);
              setDraft(null);
            }}
            title={t('title')}
          >
            {isSheetOpen ? content : null}
            <div className="flex flex-wrap gap-2">
              {mayComment && draft === null ? <Button onClick={begin}>{t('new')}</Button> : null}
              <Button tone="quiet" onClick={() => setSheetOpen(false)}>
                {t('sheet.close')}
              </Button>
            </div>
          </Dialog>
        </>
      )}
      {isWide && selection !== null && mayComment && draft === null ? (
        <button
          type="button"
          title={t('commentKeys', { keys: keysFor('Mod-Alt-m') })}
          className={buttonClass('plain', 'no-print fixed! z-20 min-h-8! px-2.5! shadow-pop')}
          style={{ top: selection.top - 6, left: selection.right - 24 }}
          onMouseDown={(event) => event.preventDefault()}
          onClick={begin}
        >
          {t('comment')}
        </button>
      ) : null}
    </>
  );
}

/** The words of a conversation as the text marks them; those that are settled or not looked at are not marked. */
function markOf(
  thread: ThreadView,
  at: {
    readonly places: ReturnType<typeof usePlaces>;
    readonly filter: ThreadFilter;
  },
): MarkedWords[] {
  const place = at.places?.get(thread.id) ?? null;
  if (place === null || place.clauseId === null) return [];
  if (!isShown(thread, at.filter)) return [];
  return [{ threadId: thread.id, clauseId: place.clauseId, from: place.from, to: place.to }];
}

/** Brings the words of a conversation into view; false where they are not marked yet. */
function showWords(editor: Editor, threadId: string): boolean {
  const pos = markedPosition(editor.state, threadId);
  if (pos === null) return false;
  const { node } = editor.view.domAtPos(pos);
  const element = node instanceof HTMLElement ? node : node.parentElement;
  const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  element?.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' });
  return true;
}

/** Ctrl+Alt+M (⌘⌥M) comments on the selected words, wherever one is on the page. */
function useCommentKeys(begin: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!event.altKey || !(event.ctrlKey || event.metaKey) || event.code !== 'KeyM') return;
      event.preventDefault();
      begin();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [begin]);
}
