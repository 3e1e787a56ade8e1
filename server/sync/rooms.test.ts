import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { World } from '../tests/world';
import { mergedState } from '../text/ydoc';
import { Connection } from './connection';
import { Wire } from './faults/in-process';
import { Judge } from './judge';
import { Rooms } from './rooms';
import { DOCUMENT, furnishedWorld, tokenIdentity } from './tests/sync-world';

const MINUTE = 60_000;

describe('SY13 what is kept in memory of a text', () => {
  let world: World;
  let rooms: Rooms;

  beforeEach(() => {
    world = furnishedWorld();
    rooms = new Rooms(world.db, pino({ level: 'silent' }), async (pieces) => mergedState(pieces));
  });

  afterEach(async () => {
    await rooms.stop();
    world.close();
  });

  /** The room of the document with one person in it. */
  function openWith(person: 'chair' | 'reviewer') {
    const room = rooms.open(DOCUMENT);
    const judge = new Judge(world.db);
    judge.begin();
    const verdict = judge.judge(tokenIdentity(person), DOCUMENT, world.clock.now());
    if (!verdict.ok) throw new Error(verdict.rule);
    const connection = new Connection(tokenIdentity(person), DOCUMENT, verdict.standing, new Wire());
    room.connections.add(connection);
    return { room, connection };
  }

  it('the Y.Doc of a room in which nobody has written for a minute is let go, and not before', () => {
    const { room } = openWith('chair');
    room.openCandidate();
    room.editedAtMs = 0;
    rooms.settleQuiet(MINUTE);
    expect(room.isEdited).toBe(true);
    rooms.settleQuiet(MINUTE + 1);
    expect(room.isEdited).toBe(false);
    expect(rooms.find(DOCUMENT)).toBe(room);
  });

  it('where only readers are left the Y.Doc goes with the turn, and the room five seconds after the last of them', () => {
    const { room, connection } = openWith('reviewer');
    room.openCandidate();
    rooms.release(room);
    expect(room.isEdited).toBe(false);
    expect(rooms.find(DOCUMENT)).toBe(room);
    room.connections.delete(connection);
    rooms.release(room);
    rooms.forgetEmpty();
    expect(rooms.find(DOCUMENT)).toBe(room);
    rooms.forgetEmpty(performance.now() + 5001);
    expect(rooms.find(DOCUMENT)).toBeUndefined();
  });

  it('whoever comes back within them finds the room as it was, and it stays', () => {
    const { room, connection } = openWith('reviewer');
    room.connections.delete(connection);
    rooms.release(room);
    expect(openWith('reviewer').room).toBe(room);
    rooms.forgetEmpty(performance.now() + 5001);
    expect(rooms.find(DOCUMENT)).toBe(room);
  });

  it('of rooms where nobody is two hundred stay, those that emptied last', () => {
    const empty = Array.from({ length: 201 }, (_, index) => rooms.open(`document ${index}`));
    for (const room of empty) rooms.release(room);
    expect([...rooms.all()]).toEqual(empty.slice(1));
  });
});
