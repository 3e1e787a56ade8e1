'use client';

import { useEffect } from 'react';

const IN_SIGHT_MS = 5000;

/**
 * Tells the server, for the person alone, that a text was read: once its page has been in sight for five seconds
 * (VE9). A text that goes on being written is read as it stood when the page went out of sight.
 */
export function ReadingMark(props: {
  documentId: string;
  /** Null where reading this again would be nothing new. */
  position: number | null;
  live?: boolean;
}) {
  const { documentId, position, live = false } = props;
  useEffect(() => {
    if (position === null && !live) return;
    const tell = (read: number | 'now') => {
      // What cannot be told now is told at the next visit; nobody has to hear of it.
      fetch(`/api/documents/${encodeURIComponent(documentId)}/reading`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ position: read }),
        keepalive: true,
      }).catch(() => undefined);
    };
    let wasRead = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      clearTimeout(timer);
      if (document.visibilityState === 'visible') {
        timer = setTimeout(() => {
          if (!wasRead && position !== null) tell(position);
          wasRead = true;
        }, IN_SIGHT_MS);
      } else if (wasRead && live) {
        tell('now');
      }
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
      if (wasRead && live) tell('now');
    };
  }, [documentId, position, live]);
  return null;
}
