'use client';

import dynamic from 'next/dynamic';
import { useSyncExternalStore } from 'react';
import type { PlanGridProps } from './plan-grid';

/** The grid comes in a piece of its own: other views of a plan do not pay for it. */
const Grid = dynamic(() => import('./plan-grid').then((module) => module.PlanGrid), {
  ssr: false,
  loading: () => <div className="plan-grid-frame min-h-96" aria-busy="true" />,
});

/** As `md:` in the styles. */
const WIDE = '(min-width: 48rem)';

function subscribe(listener: () => void): () => void {
  const query = window.matchMedia(WIDE);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}

/** Where the list stands in its place on narrow screens (`isWideOnly`), the grid is not even loaded there. */
export function LoadGrid({ isWideOnly, ...props }: PlanGridProps & { isWideOnly: boolean }) {
  const isWide = useSyncExternalStore(
    subscribe,
    () => window.matchMedia(WIDE).matches,
    () => false,
  );
  return isWide || !isWideOnly ? <Grid {...props} /> : null;
}
