'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';

export interface TabLink {
  readonly href: string;
  readonly label: string;
}

/**
 * Pages of one thing, as links that look like tabs. The first matches only its own address, the others also what
 * lies below them.
 */
export function TabLinks(props: { label: string; tabs: readonly TabLink[] }) {
  const path = usePathname();
  return (
    <nav aria-label={props.label} className="no-print -mb-px flex gap-1 overflow-x-auto">
      {props.tabs.map((tab, index) => {
        const isHere = path === tab.href || (index > 0 && path.startsWith(`${tab.href}/`));
        return (
          <Link
            key={tab.href}
            href={tab.href}
            aria-current={isHere ? 'page' : undefined}
            className="inline-flex min-h-10 items-center border-b-2 border-transparent px-3 text-sm whitespace-nowrap text-muted no-underline hover:text-ink aria-[current=page]:border-accent aria-[current=page]:font-medium aria-[current=page]:text-ink"
          >
            {tab.label}
          </Link>
        );
      })}
    </nav>
  );
}
