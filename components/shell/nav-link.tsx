'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';

/** A link of the navigation that knows when its page, or one of its room, is shown. */
export function NavLink(props: {
  href: string;
  also?: readonly string[] | undefined;
  className: string;
  children: ReactNode;
}) {
  const path = usePathname();
  const isHere = [props.href, ...(props.also ?? [])].some(
    (place) => path === place || (place !== '/' && path.startsWith(`${place}/`)),
  );
  return (
    <Link href={props.href} className={props.className} aria-current={isHere ? 'page' : undefined}>
      {props.children}
    </Link>
  );
}
