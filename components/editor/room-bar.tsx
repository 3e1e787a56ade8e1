'use client';

import { Comings } from '@/components/presence/comings';
import { Faces } from '@/components/presence/faces';
import type { PersonInRoom } from '@/components/presence/presence';
import { usePeople } from '@/components/presence/use-people';
import type { Room } from './room';
import { SaveStatus } from './save-status';
import type { SyncStatus } from './sync-status';

/** How the text stands on its way to the server, and who is here. */
export function RoomBar(props: {
  room: Room;
  status: SyncStatus;
  writes: boolean;
  /** Own words did not get in and wait to be copied. */
  lost: boolean;
  countryName: (code: string) => string;
  onGoTo: (person: PersonInRoom) => void;
}) {
  const people = usePeople(props.room.provider.awareness, props.room.options.userId);
  return (
    <div className="flex min-h-10 items-center justify-between gap-4 px-3">
      <SaveStatus status={props.status} writes={props.writes} lost={props.lost} />
      <Faces people={people} countryName={props.countryName} onGoTo={props.onGoTo} />
      <Comings people={people} />
    </div>
  );
}
