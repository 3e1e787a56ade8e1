'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';
import { joinRoom, type Room, type RoomOptions } from './room';
import { INITIAL_STATUS, type SyncStatus } from './sync-status';

/** Joins the room while the component is shown; null until then. A new `options` object joins anew. */
export function useRoom(options: RoomOptions | null): Room | null {
  const [room, setRoom] = useState<Room | null>(null);
  useEffect(() => {
    if (options === null) return;
    const joined = joinRoom(options);
    setRoom(joined);
    return () => {
      setRoom(null);
      joined.leave();
    };
  }, [options]);
  return room;
}

export function useSyncStatus(room: Room | null): SyncStatus {
  const read = () => room?.status() ?? INITIAL_STATUS;
  return useSyncExternalStore(room?.subscribe ?? nothing, read, read);
}

function nothing(): () => void {
  return () => undefined;
}
