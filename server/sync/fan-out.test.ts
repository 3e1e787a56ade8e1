import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { Person, World } from '../tests/world';
import { InProcessServer } from './faults/in-process';
import type { Packet } from './packet';
import { restAfter } from './rest';
import { write } from './tests/clients';
import { DOCUMENT, furnishedWorld } from './tests/sync-world';
import { decodeFrame, encodeAwareness, encodeSyncStep1, encodeSyncStep2, encodeUpdate } from './wire';

describe('SY24 what is new in a room', () => {
  let world: World;
  let server: InProcessServer;

  beforeEach(() => {
    world = furnishedWorld();
    server = new InProcessServer({ world });
  });

  afterEach(() => {
    server.stop();
    world.close();
  });

  function join(person: Person) {
    const { connection, wire } = server.join(person, DOCUMENT);
    const hear = (frame: Uint8Array) => server.hear(connection, frame);
    hear(encodeSyncStep1(Uint8Array.of(0)));
    hear(encodeSyncStep2(Uint8Array.of(0, 0)));
    const writes: (readonly Packet[])[] = [];
    const send = wire.send.bind(wire);
    wire.send = (packets) => {
      writes.push(packets);
      send(packets);
    };
    wire.take();
    return { hear, wire, writes };
  }

  /** A paragraph and then letter after letter. */
  function typing(count: number): Uint8Array[] {
    const doc = new Y.Doc();
    const updates: Uint8Array[] = [];
    doc.on('update', (update: Uint8Array) => updates.push(update));
    const text = write(doc, 'a');
    while (updates.length < count) text.insert(text.length, 'x');
    return updates;
  }

  /** The presence message that a stock client sends for its caret. */
  function caret(client: number, clock: number): Uint8Array {
    const place = { type: null, tname: 'default', item: null, assoc: 0 };
    const cursor = { anchor: place, head: { ...place, item: { client, clock } } };
    const json = Buffer.from(JSON.stringify({ cursor }));
    const length = [(json.length & 127) | 128, json.length >> 7];
    return encodeAwareness(Uint8Array.of(1, client, clock, ...length, ...json));
  }

  const decoded = (frames: readonly Uint8Array[]) =>
    frames.flatMap((frame) => {
      const message = decodeFrame(frame);
      return message.ok ? [message.value] : [];
    });
  const updatesIn = (frames: readonly Uint8Array[]) =>
    decoded(frames).flatMap((message) => (message.kind === 'update' ? [message.bytes] : []));

  it('is one write a connection, the same bytes for all who had no part in it, made once', () => {
    const readers = [join('reviewer'), join('secretariat'), join('chair')];
    const writers = [join('indonesia'), join('thaiDelegate')];
    server.endTurn();
    for (const { wire, writes } of [...readers, ...writers]) {
      wire.take();
      writes.length = 0;
    }
    for (const [index, { hear }] of writers.entries()) {
      for (const update of typing(20)) hear(encodeUpdate(update));
      hear(caret(40 + index, 1));
    }
    server.endTurn();
    for (const { writes } of [...readers, ...writers]) expect(writes).toHaveLength(1);
    const [first, ...others] = readers.map(({ writes }) => writes[0]);
    expect(first).toHaveLength(1);
    for (const packets of others) expect(packets?.[0]).toBe(first?.[0]);
    // Forty rows are one frame, and two carets are one.
    expect(readers[0]?.wire.frames).toHaveLength(2);
  });

  it('comes in pieces of at most sixty-four updates, and everybody has it all', () => {
    const reader = join('reviewer');
    const writer = join('indonesia');
    server.endTurn();
    reader.wire.take();
    for (const update of typing(150)) writer.hear(encodeUpdate(update));
    server.endTurn();
    const updates = updatesIn(reader.wire.frames);
    expect(updates).toHaveLength(3);
    const doc = new Y.Doc();
    for (const update of updates) Y.applyUpdate(doc, update);
    expect(doc.getXmlFragment('default').toString()).toBe(`<paragraph>a${'x'.repeat(149)}</paragraph>`);
    // Nothing is echoed to its sender.
    expect(updatesIn(writer.wire.frames)).toEqual([]);
  });

  it('holds of each caret the newest, for its owner none', () => {
    const reader = join('reviewer');
    const writers = [join('indonesia'), join('thaiDelegate')];
    server.endTurn();
    for (const { wire } of [reader, ...writers]) wire.take();
    for (const [index, { hear }] of writers.entries()) {
      for (let clock = 1; clock <= 30; clock += 1) hear(caret(40 + index, clock));
    }
    server.endTurn();
    const carets = (frames: readonly Uint8Array[]) =>
      decoded(frames).flatMap((message) =>
        message.kind === 'awareness' ? [Buffer.from(message.payload).toString('latin1')] : [],
      );
    const [told = '', ...more] = carets(reader.wire.frames);
    expect(more).toEqual([]);
    expect(told.match(/"clock":\d+/g)).toEqual(['"clock":30', '"clock":30']);
    for (const { wire } of writers)
      expect(
        carets(wire.frames)
          .join('')
          .match(/"name"/g),
      ).toHaveLength(1);
  });

  it('waits in proportion to what telling cost, never by a constant and never long', () => {
    expect([0, 0.2, 0.99].map(restAfter)).toEqual([0, 0, 0]);
    expect([1, 2.5, 7].map(restAfter)).toEqual([1, 2.5, 7]);
    expect([9, 500].map(restAfter)).toEqual([8, 8]);
  });
});
