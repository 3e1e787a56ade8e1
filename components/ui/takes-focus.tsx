'use client';

import { type ReactNode, useEffect, useRef } from 'react';

/** Takes the focus when it is drawn: what it says came of a form that is gone. */
export function TakesFocus({ children }: { children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  return (
    <div ref={place} tabIndex={-1}>
      {children}
    </div>
  );
}
