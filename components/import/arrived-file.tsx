'use client';

import { type ReactNode, useEffect, useRef } from 'react';
import { takeArrival } from './arrived';

/**
 * Says above what was found that the file is here. Whoever has just sent it is taken to this line: the form that they
 * were in is gone, and a screen reader would say nothing.
 */
export function ArrivedFile({ id, children }: { id: string; children: ReactNode }) {
  const line = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (takeArrival(id)) line.current?.focus();
  }, [id]);
  return (
    <p ref={line} tabIndex={-1} className="mb-3 text-sm text-muted">
      {children}
    </p>
  );
}
