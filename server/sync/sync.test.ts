import * as encoding from 'lib0/encoding';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import WebSocket from 'ws';
import * as Y from 'yjs';
import { clientAuthors, lastPosition, logAuthors, readLog, readLogSince } from '../../db/update-log';
import { userIdOf } from '../tests/world';
import { textOfState } from '../text/ydoc';
import { later, RawClient, stockClient, until, wordsOf, write } from './tests/clients';
import { createSyncWorld, DOCUMENT, type SyncWorld } from './tests/sync-world';
import { encodeSyncStep1, encodeSyncStep2 } from './wire';

describe('a room', () => {
  let world: SyncWorld;
  const clients: { destroy(): void }[] = [];

  beforeEach(async () => {
    world = await createSyncWorld();
  });

  afterEach(async () => {
    for (const client of clients.splice(0)) client.destroy();
    await world.close();
  });

  async function join(
    ...[person, options]: [Parameters<typeof stockClient>[1], Parameters<typeof stockClient>[2]?]
  ) {
    const client = stockClient(world, person, options);
    clients.push(client);
    await until(() => client.provider.synced, `${person} synced`);
    return client;
  }

  const log = () => readLog(world.world.db, DOCUMENT);
  const words = () => textOfState(log().updates).content?.map((node) => node.content?.[0]?.text);

  it('SY10 two stock clients write at once and converge, and the log holds the same text', async () => {
    const thai = await join('thaiDelegate');
    const indonesian = await join('indonesia');
    write(thai.doc, 'RECALLING the Charter,');
    write(indonesian.doc, 'HAVE AGREED as follows:');
    await until(() => wordsOf(thai.doc).length === 2 && wordsOf(indonesian.doc).length === 2, 'both clauses');
    expect(wordsOf(thai.doc)).toEqual(wordsOf(indonesian.doc));
    expect(Y.encodeStateAsUpdate(thai.doc)).toEqual(Y.encodeStateAsUpdate(indonesian.doc));
    expect(words()).toEqual(wordsOf(thai.doc));
  });

  it('SY10 (y-websocket-server: persistence is not awaited) an acknowledgement comes only when the row is on disk, and counts every message', async () => {
    const client = await join('thaiDelegate');
    let position = -1;
    client.provider.messageHandlers[101] = () => {
      position = lastPosition(world.world.db, DOCUMENT);
    };
    write(client.doc, 'one');
    await until(() => position >= 0, 'acknowledgement');
    expect(position).toBe(1);
    const second = await join('chair');
    for (const letter of 'abc') write(second.doc, letter);
    await until(
      () => second.heard.acknowledged.at(-1)?.count === 4,
      'four dealt with: step 2 and three updates',
    );
    expect(second.heard.acknowledged.at(-1)?.position).toBe(4);
    expect(second.heard.refused).toEqual([]);
  });

  it('SY10 nothing is echoed to its sender', async () => {
    const client = await RawClient.open(world, 'thaiDelegate');
    const other = await join('indonesia');
    const doc = new Y.Doc();
    write(doc, 'mine alone');
    client.update(Y.encodeStateAsUpdate(doc));
    await until(() => wordsOf(other.doc).length === 1);
    await until(() => client.acknowledged.length === 1);
    expect(wordsOf(client.doc)).toEqual([]);
    client.end();
  });

  it('SY10 a stock client that knows none of our own messages is not disturbed by them', async () => {
    const silent = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const client = stockClient(world, 'indonesia');
    clients.push(client);
    for (const kind of [101, 102, 103]) delete client.provider.messageHandlers[kind];
    const reader = await join('reviewer');
    await until(() => client.provider.synced, 'synced');
    write(client.doc, 'words');
    write(client.doc, 'more');
    await until(() => wordsOf(reader.doc).length === 2);
    const writer = await join('thaiDelegate');
    write(writer.doc, 'an answer');
    await until(() => wordsOf(client.doc).length === 3);
    // What it passed over were ours: what may be done here, and what is on disk.
    expect(silent.mock.calls.length).toBeGreaterThanOrEqual(2);
    expect(client.closed).toEqual([]);
    expect(client.heard).toEqual({ acknowledged: [], refused: [], states: [] });
    silent.mockRestore();
  });

  it('SY6 (Etherpad #7773: inserts without an author) a row says who wrote it, for which delegation, under which client id', async () => {
    const client = await join('indonesia');
    write(client.doc, 'words');
    await until(() => log().position === 1);
    const [row] = logAuthors(world.world.db, DOCUMENT, 0, 1);
    expect(row).toMatchObject({
      userId: userIdOf('indonesia'),
      country: 'ID',
      clientId: client.doc.clientID,
    });
    expect(clientAuthors(world.world.db, DOCUMENT)).toEqual(
      new Map([[client.doc.clientID, { userId: userIdOf('indonesia'), country: 'ID' }]]),
    );
  });

  it('SY6 messages of one turn are committed together and keep their order', async () => {
    const client = await RawClient.open(world, 'thaiDelegate');
    const doc = new Y.Doc();
    const updates: Uint8Array[] = [];
    doc.on('update', (update: Uint8Array) => updates.push(update));
    for (let index = 0; index < 30; index += 1) write(doc, `clause ${index}`);
    for (const update of updates) client.update(update);
    await until(() => client.acknowledged.at(-1)?.count === 30);
    expect(log().position).toBe(30);
    expect(world.sync.stats().commits).toBeLessThan(30);
    expect(words()).toEqual(wordsOf(doc));
    client.end();
  });

  it('SY13 a reader gets the text from the bytes of the log, without a Y.Doc', async () => {
    const writer = await join('thaiDelegate');
    write(writer.doc, 'the text');
    await until(() => log().position === 1);
    writer.destroy();
    await until(() => world.sync.stats().rooms === 0, 'the room is gone');
    const reader = await join('reviewer');
    expect(wordsOf(reader.doc)).toEqual(['the text']);
    expect(world.sync.stats()).toMatchObject({ rooms: 1, editedRooms: 0 });
    expect(reader.heard.states).toEqual([
      { state: 'draft', mayEdit: false, why: 'PO2', pensDown: false, keepsCopies: true, position: 1 },
    ]);
  });

  it('SY13 who knows a part gets the difference', async () => {
    const writer = await join('thaiDelegate');
    write(writer.doc, 'a'.repeat(2000));
    await until(() => log().position === 1);
    const vector = Y.encodeStateVector(writer.doc);
    write(writer.doc, 'news');
    await until(() => log().position === 2);
    const client = await RawClient.open(world, 'reviewer');
    await until(() => wordsOf(client.doc).length === 2);
    const before = client.frames.length;
    client.send(encodeSyncStep1(vector));
    await until(() => client.frames.length > before);
    expect(client.frames.at(-1)?.byteLength).toBeLessThan(200);
    client.end();
  });

  it('SY10 what was written offline arrives on reconnecting, deletions and collected words included', async () => {
    const client = await join('thaiDelegate');
    write(client.doc, 'kept');
    await until(() => log().position === 1);
    client.provider.disconnect();
    const gone = write(client.doc, 'written and deleted offline');
    client.doc.transact(() => client.doc.getXmlFragment('default').delete(1, 1));
    expect(gone.length).toBe(0);
    write(client.doc, 'written offline');
    client.provider.connect();
    await until(() => log().position === 2, 'the offline work as one row');
    expect(client.heard.refused).toEqual([]);
    expect(words()).toEqual(['kept', 'written offline']);
  });

  it('SY5 typed between reconnecting and answering: what builds on unsent work waits for the answer that brings it', async () => {
    const client = await RawClient.open(world, 'thaiDelegate');
    const doc = new Y.Doc();
    const edits: Uint8Array[] = [];
    doc.on('update', (edit: Uint8Array) => edits.push(edit));
    const clause = write(doc, 'unsent when the line broke');
    clause.insert(0, 'and still ');
    clause.delete(0, 4);
    for (const edit of edits.slice(1)) client.update(edit);
    await later(30);
    expect([client.refused, client.acknowledged, log().position]).toEqual([[], [], 0]);
    client.send(encodeSyncStep2(Y.encodeStateAsUpdate(doc)));
    await until(() => client.acknowledged.at(-1)?.count === 3, 'all three dealt with');
    expect(client.refused).toEqual([]);
    expect(words()).toEqual(['still unsent when the line broke']);
    client.update(edits[0] ?? new Uint8Array());
    await until(() => client.acknowledged.at(-1)?.count === 4);
    client.end();
  });

  it('SY5 after the answer nothing waits any more: a gap is refused', async () => {
    const client = await RawClient.open(world, 'thaiDelegate');
    const doc = new Y.Doc();
    const edits: Uint8Array[] = [];
    doc.on('update', (edit: Uint8Array) => edits.push(edit));
    for (const words of ['lost', 'known to nobody', 'later']) write(doc, words);
    client.update(edits[1] ?? new Uint8Array());
    client.send(encodeSyncStep2(Uint8Array.of(0, 0)));
    client.update(edits[2] ?? new Uint8Array());
    await until(() => client.refused.length === 2);
    expect(client.refused.map(({ rule }) => rule)).toEqual(['SY5', 'SY5']);
    expect(log().position).toBe(0);
    client.end();
  });

  it('SY10 a client that reconnects with nothing new writes no row', async () => {
    const client = await join('thaiDelegate');
    const text = write(client.doc, 'some words');
    text.delete(0, 5);
    await until(() => log().position === 2);
    client.provider.disconnect();
    client.provider.connect();
    await until(() => client.provider.synced);
    await until(() => client.heard.acknowledged.at(-1)?.count === 1);
    expect(log().position).toBe(2);
    expect(client.heard.refused).toEqual([]);
  });

  it('SY14 (Open WebUI CVE-2026-44564: a reader edits over the socket) a reader with a hand-made socket cannot write, is told the rule, and goes on reading', async () => {
    const client = await RawClient.open(world, 'reviewer');
    const writer = await join('thaiDelegate');
    const doc = new Y.Doc();
    write(doc, 'forged');
    client.update(Y.encodeStateAsUpdate(doc));
    await until(() => client.refused.length === 1);
    expect(client.refused[0]).toMatchObject({ rule: 'PO2' });
    client.send(encodeSyncStep2(Y.encodeStateAsUpdate(doc)));
    await until(() => client.refused.length === 2);
    write(writer.doc, 'honest');
    await until(() => wordsOf(client.doc).length === 1);
    expect(wordsOf(client.doc)).toEqual(['honest']);
    expect(words()).toEqual(['honest']);
    expect(client.close).toBeNull();
    client.end();
  });

  it('SY14 a reader cannot delete either', async () => {
    const writer = await join('thaiDelegate');
    write(writer.doc, 'keep this');
    await until(() => log().position === 1);
    const client = await RawClient.open(world, 'reviewer');
    await until(() => wordsOf(client.doc).length === 1);
    const copy = client.doc;
    let deletion: Uint8Array | null = null;
    copy.on('update', (update: Uint8Array) => {
      deletion = update;
    });
    copy.getXmlFragment('default').delete(0, 1);
    if (deletion === null) throw new Error('no deletion');
    client.update(deletion);
    await until(() => client.refused.length === 1);
    expect(client.refused[0]).toMatchObject({ rule: 'PO2' });
    expect(words()).toEqual(['keep this']);
    client.end();
  });

  it('SY17 a reader that floods is closed', async () => {
    const client = await RawClient.open(world, 'reviewer');
    const doc = new Y.Doc();
    write(doc, 'forged');
    const update = Y.encodeStateAsUpdate(doc);
    for (let index = 0; index < 300; index += 1) client.update(update);
    await until(() => client.close !== null);
    expect(client.close).toEqual({ code: 4400, reason: 'SY17' });
    expect(log().position).toBe(0);
  });

  it('SY10 rows that another hand appended reach the room, and the next edit builds on them', async () => {
    const client = await join('thaiDelegate');
    const other = new Y.Doc();
    write(other, 'restored');
    const { appendUpdate } = await import('../../db/update-log');
    const append = (bytes: Uint8Array) =>
      appendUpdate(world.world.db, {
        documentId: DOCUMENT,
        userId: userIdOf('secretariat'),
        country: null,
        sessionId: null,
        clientId: null,
        at: world.world.clock.now(),
        bytes,
      });
    append(Y.encodeStateAsUpdate(other));
    world.sync.live.followLog(DOCUMENT);
    await until(() => wordsOf(client.doc).length === 1);
    const vector = Y.encodeStateVector(other);
    write(other, 'restored again, and nobody says so');
    append(Y.encodeStateAsUpdate(other, vector));
    write(client.doc, 'mine');
    await until(() => wordsOf(client.doc).length === 3, 'the silent row as well');
    await until(() => log().position === 3);
    expect(words()?.length).toBe(3);
  });

  it('SY15 a long tail is compacted, the log stays whole, and what was deleted is not handed out', async () => {
    const client = await join('thaiDelegate');
    const text = write(client.doc, 'secret');
    text.delete(0, 6);
    for (let index = 0; index < 260; index += 1) {
      text.insert(text.length, 'x');
      if (index % 20 === 0) await until(() => log().position >= index);
    }
    await until(() => client.heard.acknowledged.at(-1)?.count === 263, 'all dealt with');
    expect(log().position).toBe(262);
    client.destroy();
    await until(() => log().updates.length < 100, 'compacted by the worker', 15_000);
    expect(readLogSince(world.world.db, DOCUMENT, 0).updates).toHaveLength(262);
    expect(words()).toEqual(['x'.repeat(260)]);
    expect(Buffer.from(log().updates[0] ?? []).includes('secret')).toBe(false);
    const reader = await join('reviewer');
    expect(wordsOf(reader.doc)).toEqual(['x'.repeat(260)]);
  });

  it('SY18 a stop commits what is in hand, says so, and lets nobody in', async () => {
    const client = await RawClient.open(world, 'thaiDelegate');
    const doc = new Y.Doc();
    write(doc, 'last words');
    client.update(Y.encodeStateAsUpdate(doc));
    await until(() => client.acknowledged.length === 1);
    await world.sync.live.stop();
    await until(() => client.close !== null);
    expect(client.close).toEqual({ code: 4503, reason: 'SY18' });
    const late = new RawClient(world, { authorization: 'Bearer chair' });
    await until(() => late.status !== null);
    expect(late.status).toBe(503);
    expect(words()).toEqual(['last words']);
  });

  it('SY12 a dead socket is found and its caret goes; a living one in a quiet room is kept', async () => {
    await world.close();
    world = await createSyncWorld({ pingMs: 60 });
    const living = await RawClient.open(world, 'thaiDelegate');
    const dead = await RawClient.open(world, 'indonesia');
    dead.ws.pong = () => undefined;
    Object.assign(dead.ws, { _autoPong: false });
    await until(() => world.sync.stats().sockets === 1, 'the dead socket is cut off');
    expect(living.ws.readyState).toBe(WebSocket.OPEN);
    const quiet = encoding.createEncoder();
    encoding.writeVarUint(quiet, 1);
    encoding.writeVarUint8Array(quiet, Uint8Array.of(0));
    const heartbeats = living.frames.filter((frame) =>
      Buffer.from(frame).equals(encoding.toUint8Array(quiet)),
    );
    expect(heartbeats.length).toBeGreaterThan(0);
    living.end();
  });

  it('shows who is in which room, one entry per person', async () => {
    await join('thaiDelegate');
    await join('thaiDelegate');
    await join('reviewer');
    const people = await world.sync.live.peopleIn([DOCUMENT, 'doc_other']);
    expect(people.get('doc_other')).toEqual([]);
    expect(
      people.get(DOCUMENT)?.map(({ name, country, role, mayEdit }) => ({ name, country, role, mayEdit })),
    ).toEqual([
      { name: 'Anan Srisuk', country: 'TH', role: 'delegate', mayEdit: true },
      { name: 'Tan Wei', country: 'SG', role: 'reviewer', mayEdit: false },
    ]);
  });
});
