'use client';

import dynamic from 'next/dynamic';
import { INITIAL_STATUS } from '@/components/editor/sync-status';
import { Waiting } from '@/components/editor/waiting';

/** The wall comes with the editor, in a piece of its own. */
export const LoadRoom = dynamic(() => import('./room-screen').then((module) => module.RoomScreen), {
  ssr: false,
  loading: () => <Waiting status={INITIAL_STATUS} />,
});
