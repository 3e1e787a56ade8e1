'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useCallback, useEffect, useRef, useState } from 'react';

/** Fired on the window when this page has marked notices as read. */
export const NOTICES_READ = 'mufakat:notices-read';
const AGAIN_MS = 20_000;

export interface BellCount {
  /** What stands at the bell: "3", "99+", or nothing. */
  readonly mark: string;
  /** The same in words. */
  readonly label: string;
}

/**
 * The way to the inbox, with how much is unread. The count comes with the page; it is asked for again when the page
 * becomes visible, when one goes on to another page, and after reading: never by the clock.
 */
export function Bell(props: { count: BellCount }) {
  const [heard, setHeard] = useState<BellCount | null>(null);
  const askedAt = useRef(0);
  const path = usePathname();

  const ask = useCallback(async (patience: number) => {
    const now = Date.now();
    if (document.visibilityState !== 'visible' || now - askedAt.current < patience) return;
    askedAt.current = now;
    try {
      const response = await fetch('/api/notices/unread', { cache: 'no-store' });
      if (response.ok) setHeard((await response.json()) as BellCount);
    } catch {
      // Offline: what stood there stands until the next time.
    }
  }, []);

  // The page that came last knows best.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new count of the server is the reason to forget
  useEffect(() => {
    askedAt.current = Date.now();
    setHeard(null);
  }, [props.count.label]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: going to another page is the reason to ask
  useEffect(() => void ask(AGAIN_MS), [path, ask]);

  useEffect(() => {
    const onVisible = () => void ask(AGAIN_MS / 4);
    const onRead = () => void ask(0);
    document.addEventListener('visibilitychange', onVisible);
    window.addEventListener(NOTICES_READ, onRead);
    return () => {
      document.removeEventListener('visibilitychange', onVisible);
      window.removeEventListener(NOTICES_READ, onRead);
    };
  }, [ask]);

  const { mark, label } = heard ?? props.count;
  return (
    <Link
      href="/inbox"
      aria-label={label}
      className="relative inline-flex size-10 items-center justify-center rounded-md hover:bg-accent-soft aria-[current=page]:text-accent"
      aria-current={path === '/inbox' ? 'page' : undefined}
      data-unread={mark}
    >
      <svg width="20" height="20" viewBox="0 0 20 20" fill="none" aria-hidden="true">
        <path
          d="M4.2 14.2h11.6c-1-1.1-1.5-2.2-1.5-4.9 0-2.6-1.8-4.6-4.3-4.6S5.7 6.7 5.7 9.3c0 2.7-.5 3.8-1.5 4.9Z"
          stroke="currentColor"
          strokeWidth="1.5"
          strokeLinejoin="round"
        />
        <path
          d="M8.3 16.5c.4.6 1 .9 1.7.9s1.3-.3 1.7-.9M10 2.9v1.6"
          stroke="currentColor"
          strokeWidth="1.5"
          strokeLinecap="round"
        />
      </svg>
      {mark === '' ? null : (
        <span
          aria-hidden="true"
          className="absolute top-0.5 right-0 inline-flex min-w-4.5 items-center justify-center rounded-full bg-accent px-1 text-[0.6875rem] leading-[1.125rem] font-semibold text-accent-ink"
        >
          {mark}
        </span>
      )}
    </Link>
  );
}
