'use client';

import dynamic from 'next/dynamic';
import { INITIAL_STATUS } from './sync-status';
import { Waiting } from './waiting';

/** The editor comes in a piece of its own: other pages never pay for it, and the server has no use for it. */
export const LoadEditor = dynamic(() => import('./document-editor').then((module) => module.DocumentEditor), {
  ssr: false,
  loading: () => <Waiting status={INITIAL_STATUS} />,
});
