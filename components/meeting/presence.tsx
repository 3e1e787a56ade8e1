'use client';

import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';

/** Somebody in the room of a document (server/queries/meetings: PersonInRoom). */
export interface PersonInRoom {
  readonly id: string;
  readonly name: string;
  readonly country: string | null;
  readonly color: string;
}

type Rooms = Readonly<Record<string, readonly PersonInRoom[]>>;

const Context = createContext<Rooms>({});
const EVERY = 10_000;

/** Keeps who is in the rooms of a meeting's documents fresh. It asks only while the page is looked at. */
export function MeetingPresence(props: { meetingId: string; initial: Rooms; children: ReactNode }) {
  const [rooms, setRooms] = useState(props.initial);
  useEffect(() => {
    let isGone = false;
    async function refresh() {
      if (document.visibilityState !== 'visible') return;
      const answer = await fetch(`/api/meetings/${props.meetingId}/presence`).catch(() => null);
      if (answer?.ok !== true || isGone) return;
      const body = (await answer.json()) as { rooms: Rooms };
      if (!isGone) setRooms(body.rooms);
    }
    const timer = setInterval(() => void refresh(), EVERY);
    const onReturn = () => void refresh();
    document.addEventListener('visibilitychange', onReturn);
    return () => {
      isGone = true;
      clearInterval(timer);
      document.removeEventListener('visibilitychange', onReturn);
    };
  }, [props.meetingId]);
  return <Context value={rooms}>{props.children}</Context>;
}

const SHOWN = 6;

/** The people in the room of one document: flags to the eye, names to whoever asks. */
export function InTheRoom(props: { documentId: string; label: string }) {
  const people = useContext(Context)[props.documentId] ?? [];
  if (people.length === 0) return null;
  const names = people.map((person) => person.name).join(', ');
  return (
    <span className="inline-flex items-center gap-1.5" title={names}>
      <span className="size-2 rounded-full bg-insert" aria-hidden="true" />
      <span className="sr-only">
        {props.label} {names}
      </span>
      <span className="inline-flex items-center gap-1" aria-hidden="true">
        {people.slice(0, SHOWN).map((person) => (
          <Face key={person.id} person={person} />
        ))}
        {people.length > SHOWN ? <span>+{people.length - SHOWN}</span> : null}
      </span>
    </span>
  );
}

function Face({ person }: { person: PersonInRoom }) {
  const initials = person.name
    .split(/\s+/)
    .slice(0, 2)
    .map((part) => [...part][0] ?? '')
    .join('');
  return (
    <span
      className="inline-flex h-5 items-center gap-1 rounded-full border bg-paper pr-1.5 pl-1 text-[0.6875rem] leading-none text-ink"
      style={{ borderColor: person.color }}
    >
      {person.country === null ? null : (
        // biome-ignore lint/performance/noImgElement: a 1 KB SVG of our own needs no image optimiser
        <img src={`/flags/${person.country}.svg`} alt="" width={12} height={8} className="rounded-[1px]" />
      )}
      {initials}
    </span>
  );
}
