import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { lastPosition } from '../../db/update-log';
import { MESSAGE, type RefusalNotice } from '../../domain/wire/protocol';
import type { Person, World } from '../tests/world';
import { Brake } from './brake';
import { InProcessServer, type Wire } from './faults/in-process';
import { Candidate } from './gate/candidate';
import { decodeUpdate } from './gate/decode';
import { MOST_DELETES, newsOf } from './known';
import { write } from './tests/clients';
import { DOCUMENT, furnishedWorld } from './tests/sync-world';
import { encodeSyncStep2, encodeUpdate } from './wire';

describe('what is dealt with in one turn', () => {
  let world: World;
  let server: InProcessServer;

  beforeEach(() => {
    world = furnishedWorld();
    server = new InProcessServer({ world });
  });

  afterEach(() => {
    vi.restoreAllMocks();
    server.stop();
    world.close();
  });

  function join(person: Person) {
    const { connection, wire } = server.join(person, DOCUMENT);
    wire.take();
    return { wire, hear: (frame: Uint8Array) => server.hear(connection, frame) };
  }

  /** Updates of a new document: a paragraph and then so many letters each time. */
  function edits(count: number, letters: number): Uint8Array[] {
    const doc = new Y.Doc();
    const updates: Uint8Array[] = [];
    doc.on('update', (update: Uint8Array) => updates.push(update));
    const text = write(doc, 'first');
    while (updates.length <= count) text.insert(0, 'x'.repeat(letters));
    return updates;
  }

  it('SY5 a mebibyte is held of what lacks its past, within one turn and over many, and not a byte more', () => {
    for (const isOneTurn of [true, false]) {
      const client = join('indonesia');
      const [first = new Uint8Array(), ...rest] = edits(12, 100_000);
      const size = (update: Uint8Array) => update.byteLength;
      const fitting = rest.slice(0, 10);
      expect(fitting.map(size).reduce((sum, bytes) => sum + bytes, 0)).toBeLessThan(1024 * 1024);
      for (const update of rest) {
        client.hear(encodeUpdate(update));
        if (!isOneTurn) server.endTurn();
      }
      server.endTurn();
      expect(refusals(client.wire).map(({ rule }) => rule)).toEqual(['SY5', 'SY5']);
      const before = lastPosition(world.db, DOCUMENT);
      client.wire.take();
      client.hear(encodeSyncStep2(first));
      server.endTurn();
      expect(refusals(client.wire)).toEqual([]);
      expect(lastPosition(world.db, DOCUMENT)).toBe(before + 11);
    }
  });

  it('SY8 SY27 an update of too many parts is refused before anybody looks for what it would delete', () => {
    const client = join('indonesia');
    const words = new Y.Doc();
    write(words, 'x'.repeat(3 * MOST_DELETES));
    client.hear(encodeSyncStep2(Y.encodeStateAsUpdate(words)));
    server.endTurn();
    client.wire.take();
    const other = join('thaiDelegate');
    other.hear(encodeSyncStep2(Uint8Array.of(0, 0)));
    server.endTurn();
    other.wire.take();
    const look = vi.spyOn(Brake.prototype, 'look');
    other.hear(encodeUpdate(deletesOf(words.clientID, MOST_DELETES + 1)));
    const ids = Array.from({ length: 20 }, () => {
      const doc = new Y.Doc();
      write(doc, 'x');
      return Y.encodeStateAsUpdate(doc);
    });
    other.hear(encodeUpdate(Y.mergeUpdates([...ids, deletesOf(words.clientID, 100)])));
    server.endTurn();
    expect(refusals(other.wire).map(({ rule }) => rule)).toEqual(['SY8', 'SY27']);
    expect(look).not.toHaveBeenCalled();
    other.hear(encodeUpdate(deletesOf(words.clientID, 2)));
    server.endTurn();
    expect(look).toHaveBeenCalled();
  });

  it('SY8 of deletes without end no more are looked up than one update may bring', () => {
    const doc = new Y.Doc();
    write(doc, 'x'.repeat(100_000));
    const candidate = new Candidate([Y.encodeStateAsUpdate(doc)]);
    const isGone = vi.spyOn(candidate, 'isGone');
    const update = decodeUpdate(deletesOf(doc.clientID, 40_000));
    if (!update.ok) throw new Error('unreadable');
    expect(newsOf(update.value, candidate).deletes).toHaveLength(MOST_DELETES + 1);
    expect(isGone).toHaveBeenCalledTimes(MOST_DELETES + 1);
  });

  it('SY24 of one person a mebibyte is dealt with in a turn, over all their sockets, and of everybody else what they sent', () => {
    const flood = [join('indonesia'), join('indonesia')];
    const honest = join('thaiDelegate');
    for (const { hear } of [...flood, honest]) hear(encodeSyncStep2(Uint8Array.of(0, 0)));
    server.endTurn();
    for (const { hear, wire } of flood) {
      for (const update of edits(4, 500_000)) hear(encodeUpdate(update));
      wire.take();
    }
    honest.wire.take();
    const [word = new Uint8Array()] = edits(0, 0);
    honest.hear(encodeUpdate(word));
    server.endTurn();
    // Two small and eight large messages, three of them to a turn.
    const turns = Math.max(...flood.map(({ wire }) => acknowledgements(wire).length));
    expect(turns).toBeGreaterThanOrEqual(2);
    const [first] = acknowledgements(honest.wire);
    expect(first?.position).toBeLessThan(6);
    expect(lastPosition(world.db, DOCUMENT)).toBe(11);
    expect(flood.flatMap(({ wire }) => refusals(wire))).toEqual([]);
  });
});

/** Every second letter from the fourth clock on. */
function deletesOf(client: number, count: number): Uint8Array {
  const encoder = encoding.createEncoder();
  for (const number of [0, 1, client, count]) encoding.writeVarUint(encoder, number);
  for (let index = 0; index < count; index += 1) {
    encoding.writeVarUint(encoder, 4 + 2 * index);
    encoding.writeVarUint(encoder, 1);
  }
  return encoding.toUint8Array(encoder);
}

function* ofKind(wire: Wire, kind: number): Generator<decoding.Decoder> {
  for (const frame of wire.frames) {
    const decoder = decoding.createDecoder(frame);
    if (decoding.readVarUint(decoder) === kind) yield decoder;
  }
}

function refusals(wire: Wire): RefusalNotice[] {
  return [...ofKind(wire, MESSAGE.refused)].map(
    (decoder) => JSON.parse(decoding.readVarString(decoder)) as RefusalNotice,
  );
}

function acknowledgements(wire: Wire): { readonly position: number; readonly count: number }[] {
  return [...ofKind(wire, MESSAGE.acknowledge)].map((decoder) => ({
    position: decoding.readVarUint(decoder),
    count: decoding.readVarUint(decoder),
  }));
}
