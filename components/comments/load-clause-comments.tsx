'use client';

import dynamic from 'next/dynamic';

/** Comments on a clause come in a piece of their own, after the page they stand on. */
export const LoadClauseComments = dynamic(
  () => import('./clause-comments').then((module) => module.ClauseComments),
  { ssr: false },
);
