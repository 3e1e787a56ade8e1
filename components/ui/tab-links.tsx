'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { isHere } from './is-here';

export interface TabLink {
  readonly href: string;
  readonly label: string;
  /** Further places that belong to it. */
  readonly also?: readonly string[];
}

/**
 * Pages of one thing, as links that look like tabs. The first matches only its own address, the others also what
 * lies below them. Where the row is wider than the screen, the page one is on is moved into sight.
 */
export function TabLinks(props: { label: string; tabs: readonly TabLink[] }) {
  const path = usePathname();
  const row = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the current tab follows from the path
  useEffect(() => {
    const here = row.current?.querySelector<HTMLElement>('[aria-current="page"]');
    if (row.current === null || here == null) return;
    row.current.scrollLeft = here.offsetLeft - (row.current.clientWidth - here.offsetWidth) / 2;
  }, [path]);
  return (
    <nav ref={row} aria-label={props.label} className="no-print relative -mb-px flex gap-1 overflow-x-auto">
      {props.tabs.map((tab, index) => {
        const places = [...(index > 0 ? [tab.href] : []), ...(tab.also ?? [])];
        const isCurrent = path === tab.href || isHere(path, places);
        return (
          <Link
            key={tab.href}
            href={tab.href}
            aria-current={isCurrent ? 'page' : undefined}
            className="inline-flex min-h-10 items-center border-b-2 border-transparent px-3 text-sm whitespace-nowrap text-muted no-underline hover:text-ink aria-[current=page]:border-accent aria-[current=page]:font-medium aria-[current=page]:text-ink"
          >
            {tab.label}
          </Link>
        );
      })}
    </nav>
  );
}
