'use client';

import Link from 'next/link';
import { lazy, type MouseEvent, Suspense, useEffect, useState } from 'react';

import type { NamedPage } from './types';

export interface SearchWords {
  readonly title: string;
  readonly placeholder: string;
  readonly none: string;
  readonly hint: string;
  readonly all: string;
  readonly failed: string;
  /** What a page that is found by its name is called. */
  readonly page: string;
  readonly kinds: Readonly<Record<string, string>>;
}

/** Loaded when it is first opened. */
const Palette = lazy(() => import('./palette').then((it) => ({ default: it.Palette })));

/** The way to everything, from everywhere: a link to the page of finds, and with Ctrl+K (⌘K) a palette over this page. */
export function SearchButton({ words, pages }: { words: SearchWords; pages: readonly NamedPage[] }) {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (
        event.key.toLowerCase() !== 'k' ||
        !(event.ctrlKey || event.metaKey) ||
        event.shiftKey ||
        event.altKey
      )
        return;
      // In a text Mod+K makes a link.
      if (event.target instanceof HTMLElement && event.target.isContentEditable) return;
      event.preventDefault();
      setOpen(true);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  const press = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    setOpen(true);
  };
  return (
    <>
      <Link
        href="/search"
        prefetch={false}
        onClick={press}
        aria-label={words.title}
        title={`${words.title} (Ctrl+K)`}
        className="inline-flex size-10 items-center justify-center rounded-md text-ink hover:bg-accent-soft hover:text-accent"
      >
        <svg width="18" height="18" viewBox="0 0 18 18" fill="none" aria-hidden="true">
          <path
            d="M3.4 7.9a4.5 4.5 0 1 0 9 0 4.5 4.5 0 1 0-9 0M11.2 11.2l3.6 3.6"
            stroke="currentColor"
            strokeWidth="1.5"
            strokeLinecap="round"
          />
        </svg>
      </Link>
      {open ? (
        <Suspense fallback={null}>
          <Palette words={words} pages={pages} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
