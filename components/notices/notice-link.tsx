'use client';

import Link from 'next/link';
import type { ReactNode } from 'react';
import { NOTICES_READ } from '../shell/bell';

/** A link that marks its notice as read on the way. */
export function NoticeLink(props: { id: string; href: string; isUnread: boolean; children: ReactNode }) {
  function read() {
    if (!props.isUnread) return;
    fetch('/api/notices/read', {
      method: 'POST',
      keepalive: true,
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ id: props.id }),
    }).then(
      () => window.dispatchEvent(new Event(NOTICES_READ)),
      () => undefined,
    );
  }
  return (
    <Link
      href={props.href}
      prefetch={false}
      onClick={read}
      onAuxClick={read}
      className={`no-underline hover:underline ${props.isUnread ? 'font-medium' : 'text-muted'}`}
    >
      {props.children}
    </Link>
  );
}
