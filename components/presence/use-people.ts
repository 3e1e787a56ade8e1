'use client';

import { useEffect, useState } from 'react';
import type { Awareness } from 'y-protocols/awareness';
import { type PersonInRoom, participants, peopleInRoom } from './presence';

const PAUSE = 150;

/** The people in the room, oneself left out; at most a few times a second, however fast carets move. */
export function usePeople(awareness: Awareness, ownUserId: string): readonly PersonInRoom[] {
  const [people, setPeople] = useState<readonly PersonInRoom[]>([]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    const read = () => {
      timer = null;
      const now = peopleInRoom(participants(awareness.getStates(), awareness.clientID), ownUserId);
      setPeople((before) => (samePeople(before, now) ? before : now));
    };
    const onChange = () => {
      timer ??= setTimeout(read, PAUSE);
    };
    read();
    awareness.on('change', onChange);
    return () => {
      awareness.off('change', onChange);
      if (timer !== null) clearTimeout(timer);
    };
  }, [awareness, ownUserId]);
  return people;
}

function samePeople(a: readonly PersonInRoom[], b: readonly PersonInRoom[]): boolean {
  return a.length === b.length && a.every((person, index) => key(person) === key(b[index]));
}

function key(person: PersonInRoom | undefined): string {
  if (person === undefined) return '';
  const { user, clientId, hasCaret } = person;
  return [user.id, user.name, user.country, user.role, user.color, clientId, hasCaret].join('|');
}
