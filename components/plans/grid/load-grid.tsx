'use client';

import dynamic from 'next/dynamic';

/** The grid comes in a piece of its own: other views of a plan do not pay for it. */
export const LoadGrid = dynamic(() => import('./plan-grid').then((module) => module.PlanGrid), {
  ssr: false,
  loading: () => <div className="plan-grid-frame min-h-96" aria-busy="true" />,
});
