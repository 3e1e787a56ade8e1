'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { isHere } from '../ui/is-here';

/** A link of the navigation that knows when its page, or one of its room, is shown. */
export function NavLink(props: {
  href: string;
  also?: readonly string[] | undefined;
  className: string;
  children: ReactNode;
}) {
  const path = usePathname();
  return (
    <Link
      href={props.href}
      className={props.className}
      aria-current={isHere(path, [props.href, ...(props.also ?? [])]) ? 'page' : undefined}
    >
      {props.children}
    </Link>
  );
}
