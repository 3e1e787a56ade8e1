'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';

/** A link of the navigation that knows when its page, or one below it, is shown. */
export function NavLink(props: { href: string; className: string; children: ReactNode }) {
  const path = usePathname();
  const isHere = props.href === '/' ? path === '/' : path === props.href || path.startsWith(`${props.href}/`);
  return (
    <Link href={props.href} className={props.className} aria-current={isHere ? 'page' : undefined}>
      {props.children}
    </Link>
  );
}
