'use client';

import { useEffect, useRef } from 'react';

const PREFIX = '#comment-';

/** Calls back with the conversation that the address names: `#comment-thr_…`, or `?thread=thr_…` as notices link it. */
export function useThreadAddress(isReady: boolean, onNamed: (threadId: string) => void): void {
  const latest = useRef(onNamed);
  latest.current = onNamed;
  useEffect(() => {
    if (!isReady) return;
    const follow = () => {
      const { hash, search } = window.location;
      const named = hash.startsWith(PREFIX)
        ? decodeURIComponent(hash.slice(PREFIX.length))
        : new URLSearchParams(search).get('thread');
      if (named !== null && named !== '') latest.current(named);
    };
    follow();
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, [isReady]);
}
