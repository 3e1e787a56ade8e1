'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { CommentsView } from '@/domain/comments/view';

/** How often an open page asks whether there is anything new; the answer is nearly always "no", and empty. */
const EVERY = 4000;

export interface CommentsFeed {
  readonly view: CommentsView | null;
  /** Asks at once: after an act of one's own. */
  readonly refresh: () => Promise<void>;
}

/** The comments of a text, kept fresh while the page is looked at. Only what changed for this person is sent. */
export function useComments(documentId: string): CommentsFeed {
  const [view, setView] = useState<CommentsView | null>(null);
  const tag = useRef('');
  const gone = useRef(false);

  const refresh = useCallback(async () => {
    const address = `/api/documents/${encodeURIComponent(documentId)}/comments`;
    const headers = tag.current === '' ? {} : { 'If-None-Match': tag.current };
    const answer = await fetch(address, { headers, cache: 'no-store' }).catch(() => null);
    if (answer === null || answer.status === 304 || gone.current) return;
    if (answer.status === 401 || answer.status === 403 || answer.status === 404) {
      // Who may not read any more keeps nothing on the screen.
      tag.current = '';
      setView(null);
      return;
    }
    if (!answer.ok) return;
    const fresh = (await answer.json()) as CommentsView;
    if (gone.current) return;
    tag.current = answer.headers.get('etag') ?? '';
    setView(fresh);
  }, [documentId]);

  useEffect(() => {
    gone.current = false;
    const look = () => {
      if (document.visibilityState === 'visible') void refresh();
    };
    look();
    const timer = setInterval(look, EVERY);
    document.addEventListener('visibilitychange', look);
    return () => {
      gone.current = true;
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [refresh]);

  return { view, refresh };
}
