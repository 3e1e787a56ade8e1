'use client';

import { useEffect } from 'react';

/**
 * Clauses stand beside each other in one row, so they scroll together by themselves; a wide table that is scrolled
 * sideways takes the one beside it along.
 */
export function LinkedScrolling() {
  useEffect(() => {
    const follow = (event: Event) => {
      const side = event.target;
      if (!(side instanceof HTMLElement) || !side.classList.contains('r-side-table')) return;
      for (const other of side.parentElement?.children ?? []) {
        if (other !== side && other.scrollLeft !== side.scrollLeft) other.scrollLeft = side.scrollLeft;
      }
    };
    document.addEventListener('scroll', follow, { capture: true, passive: true });
    return () => document.removeEventListener('scroll', follow, { capture: true });
  }, []);
  return null;
}
