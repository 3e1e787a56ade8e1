import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { appendUpdate } from '../../db/update-log';
import { CLOSE } from '../../domain/wire/protocol';
import { userIdOf, type World } from '../tests/world';
import { Connection, LARGEST_BACKLOG, type RoomSocket } from './connection';
import { Judge, type Standing } from './judge';
import { Offences } from './offences';
import type { Packet } from './packet';
import { Room } from './room';
import { DOCUMENT, furnishedWorld, tokenIdentity } from './tests/sync-world';
import { MOST_UNREAD } from './unread';

const MEBIBYTE = 1024 * 1024;

/** A socket whose other end reads when it is told to. */
class Line implements RoomSocket {
  waiting = 0;
  sent = 0;
  closedWith: number | null = null;

  send(packets: readonly Packet[]): void {
    for (const { frames } of packets) for (const frame of frames) this.waiting += frame.byteLength;
    this.sent += 1;
  }

  close(code: number): void {
    this.closedWith = code;
  }

  backlog(): number {
    return this.waiting;
  }
}

describe('what one person leaves unread', () => {
  let world: World;
  let standing: Standing;

  beforeEach(() => {
    world = furnishedWorld();
    const judge = new Judge(world.db);
    judge.begin();
    const verdict = judge.judge(tokenIdentity('chair'), DOCUMENT, world.clock.now());
    if (verdict.ok) standing = verdict.standing;
  });

  afterEach(() => world.close());

  function join(offences: Offences) {
    const line = new Line();
    return { line, connection: new Connection(tokenIdentity('chair'), DOCUMENT, standing, line, offences) };
  }

  function say(connection: Connection, bytes: number): void {
    connection.queue(new Uint8Array(bytes));
    connection.drain();
  }

  it('SY32 many sockets that each stay below the limit of one are limited together, the slowest go first', () => {
    const person = new Offences();
    const sockets = Array.from({ length: 40 }, () => join(person));
    for (const [index, { connection }] of sockets.entries()) say(connection, MEBIBYTE + index);
    const open = sockets.filter(({ connection }) => !connection.isClosed);
    expect(open.length * MEBIBYTE).toBeLessThanOrEqual(MOST_UNREAD + MEBIBYTE);
    expect(open.length).toBeGreaterThan(30);
    const closed = sockets.filter(({ connection }) => connection.isClosed);
    expect(closed.every(({ line }) => line.closedWith === CLOSE.tooSlow)).toBe(true);
    // Of those that had something to read by then.
    expect(closed.every(({ line }) => line.waiting >= MEBIBYTE + 25)).toBe(true);
    expect(new Set(sockets.slice(0, 20).map(({ line }) => line.closedWith))).toEqual(new Set([null]));
  });

  it('SY32 those who have read meanwhile, and other people, are not counted', () => {
    const person = new Offences();
    const quick = Array.from({ length: 100 }, () => join(person));
    for (let round = 0; round < 3; round += 1) {
      for (const { connection, line } of quick) {
        say(connection, MEBIBYTE);
        line.waiting = 0;
      }
    }
    expect(quick.every(({ connection }) => !connection.isClosed)).toBe(true);
    const others = Array.from({ length: 100 }, () => join(new Offences()));
    for (const { connection } of others) say(connection, MEBIBYTE);
    expect(others.every(({ connection }) => !connection.isClosed)).toBe(true);
  });

  it('SY32 what waits for sockets that are closing is counted until they are gone', () => {
    const person = new Offences();
    let held = 0;
    const sockets = [];
    for (let count = 0; count < 200; count += 1) {
      const socket = join(person);
      sockets.push(socket);
      say(socket.connection, LARGEST_BACKLOG);
      held = Math.max(
        held,
        sockets.reduce((sum, { line }) => sum + line.waiting, 0),
      );
    }
    expect(held).toBeLessThanOrEqual(2 * MOST_UNREAD + LARGEST_BACKLOG);
    for (const { connection, line } of sockets) {
      if (!connection.isClosed) continue;
      line.waiting = 0;
      connection.markClosed();
    }
    const next = join(person);
    say(next.connection, MEBIBYTE);
    expect([next.connection.isClosed, next.line.sent]).toEqual([false, 1]);
  });

  it('SY12 a reader that has caught up may be told more than it may leave unread', () => {
    const { connection, line } = join(new Offences());
    say(connection, 2 * LARGEST_BACKLOG);
    line.waiting = LARGEST_BACKLOG;
    say(connection, 1);
    expect(connection.isClosed).toBe(false);
    line.waiting = LARGEST_BACKLOG + 1;
    say(connection, 1);
    expect([line.closedWith, line.sent]).toEqual([CLOSE.tooSlow, 2]);
  });

  it('SY32 whoever has nothing of the text is answered with the same bytes, whatever else they say they have', () => {
    const text = new Y.Doc();
    text.clientID = 7;
    text.getXmlFragment('default').insert(0, [new Y.XmlElement('paragraph')]);
    const row = {
      documentId: DOCUMENT,
      userId: userIdOf('chair'),
      country: null,
      sessionId: null,
      clientId: 7,
    };
    const at = world.clock.now();
    appendUpdate(world.db, { ...row, at, bytes: Y.encodeStateAsUpdate(text) });
    const room = new Room(world.db, DOCUMENT);
    const whole = room.answer(Uint8Array.of(0));
    expect(room.answer(Uint8Array.of(1, 9, 1))).toBe(whole);
    expect(room.answer(Uint8Array.of(2, 9, 1, 10, 5))).toBe(whole);
    expect(room.answer(Uint8Array.of(1, 7, 0))).toBe(whole);
    expect(room.answer(Uint8Array.of(1, 7, 1))).not.toBe(whole);
    expect(room.answer(Uint8Array.of(2, 9))).toBeNull();
  });
});
