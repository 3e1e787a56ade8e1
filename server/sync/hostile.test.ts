import { randomBytes } from 'node:crypto';
import * as encoding from 'lib0/encoding';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Awareness, applyAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { lastPosition } from '../../db/update-log';
import type { Person } from '../tests/world';
import { later, RawClient, type StockClient, stockClient, until, wordsOf, write } from './tests/clients';
import { createSyncWorld, DOCUMENT, type SyncWorld } from './tests/sync-world';
import { decodeFrame, encodeAwareness, encodeSyncStep1, encodeSyncStep2, encodeUpdate } from './wire';

describe('hostile and careless clients', () => {
  let world: SyncWorld;
  const clients: StockClient[] = [];

  beforeEach(async () => {
    world = await createSyncWorld();
  });

  afterEach(async () => {
    for (const client of clients.splice(0)) client.destroy();
    await world.close();
  });

  async function join(person: Person): Promise<StockClient> {
    const client = stockClient(world, person);
    clients.push(client);
    await until(() => client.provider.synced, `${person} synced`);
    return client;
  }

  const position = () => lastPosition(world.world.db, DOCUMENT);

  it('SY3 (Etherpad 1.2.9: content submitted as another user) a forged client id is refused, and the words of the one it belongs to stay theirs', async () => {
    const victim = await join('thaiDelegate');
    const words = write(victim.doc, 'I agree');
    await until(() => position() === 1);
    const forger = await RawClient.open(world, 'indonesia');
    await until(() => wordsOf(forger.doc).length === 1);
    const forgery = new Y.Doc();
    Y.applyUpdate(forgery, Y.encodeStateAsUpdate(forger.doc));
    forgery.clientID = victim.doc.clientID;
    const vector = Y.encodeStateVector(forgery);
    write(forgery, 'FORGED');
    forger.update(Y.encodeStateAsUpdate(forgery, vector));
    await until(() => forger.refused.length === 1);
    expect(forger.refused[0]).toMatchObject({ rule: 'SY3' });
    words.insert(words.length, ' to article 5');
    await until(() => wordsOf(forger.doc)[0] === 'I agree to article 5');
    expect(position()).toBe(2);
    forger.end();
  });

  it('SY3 an id read off a caret before its first word cannot be taken', async () => {
    const victim = await join('thaiDelegate');
    const forger = await RawClient.open(world, 'indonesia');
    const forgery = new Y.Doc();
    forgery.clientID = victim.doc.clientID;
    write(forgery, 'FORGED');
    forger.update(Y.encodeStateAsUpdate(forgery));
    await until(() => forger.refused.length === 1);
    expect(forger.refused[0]).toMatchObject({ rule: 'SY3' });
    write(victim.doc, 'mine');
    await until(() => position() === 1);
    expect(victim.heard.refused).toEqual([]);
    forger.end();
  });

  it('SY5 a clock gap is refused, what follows it as well, and others write on', async () => {
    const client = await RawClient.open(world, 'indonesia');
    const honest = await join('thaiDelegate');
    const doc = new Y.Doc();
    const updates: Uint8Array[] = [];
    doc.on('update', (update: Uint8Array) => updates.push(update));
    for (const words of ['a', 'b', 'c']) write(doc, words);
    client.send(encodeSyncStep2(Uint8Array.of(0, 0)));
    for (const update of updates.slice(1)) client.update(update);
    await until(() => client.refused.length === 2);
    expect(client.refused.map(({ rule }) => rule)).toEqual(['SY5', 'SY5']);
    write(honest.doc, 'honest');
    await until(() => wordsOf(client.doc).length === 1);
    expect(position()).toBe(1);
    client.end();
  });

  it('SY7 what is hostile is refused before anybody sees it, and the room goes on', async () => {
    const client = await RawClient.open(world, 'indonesia');
    const honest = await join('thaiDelegate');
    const attacks: ((doc: Y.Doc) => void)[] = [
      (doc) => void write(doc, 'x', 'iframe'),
      (doc) => write(doc, 'click').format(0, 3, { link: { href: 'javascript:alert(1)' } }),
      (doc) => {
        const node = new Y.XmlElement('paragraph');
        node.setAttribute('id', '"><script>alert(1)</script>');
        doc.getXmlFragment('default').insert(0, [node]);
      },
      (doc) => doc.getXmlFragment('default').insert(0, [new Y.XmlText('poison')]),
      (doc) => void doc.getMap('default').set('sub', new Y.Doc()),
    ];
    for (const [index, attack] of attacks.entries()) {
      const doc = new Y.Doc();
      doc.transact(() => attack(doc));
      client.update(Y.encodeStateAsUpdate(doc));
      await until(() => client.refused.length === index + 1, `refusal ${index}`);
      expect(client.refused[index]?.rule).toBe('SY7');
    }
    write(honest.doc, 'honest');
    await until(() => wordsOf(client.doc).length === 1);
    expect(wordsOf(honest.doc)).toEqual(['honest']);
    expect(position()).toBe(1);
    client.end();
  });

  it('SY1 an update of more than a megabyte is refused with a rule and a final code', async () => {
    const client = await join('thaiDelegate');
    write(client.doc, 'x'.repeat(2_000_000));
    await until(() => client.closed.length === 1);
    expect(client.heard.refused[0]?.rule).toBe('SY1');
    expect(client.closed[0]?.code).toBe(4413);
    expect(position()).toBe(0);
  });

  it('SY17 thirty attacks within ten seconds close the connection', async () => {
    const client = await RawClient.open(world, 'thaiDelegate');
    for (let index = 0; index < 40; index += 1) {
      const doc = new Y.Doc();
      write(doc, 'x', 'iframe');
      client.update(Y.encodeStateAsUpdate(doc));
    }
    await until(() => client.close !== null);
    expect(client.close).toEqual({ code: 4400, reason: 'SY17' });
  });

  it('SY2 rubbish of many kinds ends nobody but its sender', async () => {
    const thai = await join('thaiDelegate');
    const indonesian = await join('indonesia');
    const rubbish: (Uint8Array | string)[] = [
      'text',
      new Uint8Array(),
      Uint8Array.of(0),
      Uint8Array.of(0, 0),
      Uint8Array.of(0, 7, 1, 1),
      Uint8Array.of(2, 0),
      Uint8Array.of(99),
      Uint8Array.of(101, 5, 5),
      Uint8Array.of(3, 3),
      Uint8Array.of(255, 255, 255, 255, 255, 255, 255, 255, 255, 255),
      encodeUpdate(Uint8Array.of(0, 0)).slice(0, -1),
      Uint8Array.of(...encodeUpdate(Uint8Array.of(0, 0)), 1),
      encodeSyncStep1(Uint8Array.of(200, 200)),
      encodeAwareness(Uint8Array.of(9)),
      encodeUpdate(Uint8Array.of(1, 1, 1, 0, 100, 1, 1)),
      ...Array.from({ length: 60 }, (_, index) => new Uint8Array(randomBytes(1 + index * 7))),
      ...Array.from({ length: 60 }, (_, index) => encodeUpdate(new Uint8Array(randomBytes(1 + index * 3)))),
      ...Array.from({ length: 20 }, (_, index) =>
        encodeAwareness(new Uint8Array(randomBytes(1 + index * 3))),
      ),
    ];
    for (const frame of rubbish) {
      const client = await RawClient.open(world, 'philippines');
      client.ws.send(frame);
      client.ws.send(frame);
      await later(1);
      client.end();
    }
    write(thai.doc, 'one');
    write(indonesian.doc, 'two');
    await until(() => wordsOf(thai.doc).length === 2 && wordsOf(indonesian.doc).length === 2);
    expect(position()).toBe(2);
    await until(() => world.sync.stats().sockets === 2);
  }, 30_000);

  it('SY2 (y-websocket-server: dies of a protocol error) frames that break the WebSocket protocol itself end nobody but their sender', async () => {
    const honest = await join('thaiDelegate');
    const broken: Buffer[] = [
      Buffer.from([0x83, 0x80, 0, 0, 0, 0]),
      Buffer.from([0xf2, 0x80, 0, 0, 0, 0]),
      Buffer.from([0x82, 0xff, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0]),
      Buffer.from([0x82, 0xff, 0, 0, 0, 0, 0x7f, 0xff, 0xff, 0xff, 0, 0, 0, 0]),
      Buffer.concat([Buffer.from([0x89, 0xfe, 0, 200, 0, 0, 0, 0]), Buffer.alloc(200)]),
      Buffer.from([0x82, 0x05]),
    ];
    for (const bytes of broken) {
      const client = await RawClient.open(world, 'philippines');
      (client.ws as unknown as { _socket: { write(data: Buffer): void } })._socket.write(bytes);
      await until(() => client.close !== null);
    }
    write(honest.doc, 'still here');
    await until(() => position() === 1);
  });

  it('SY11 (suitenumerique/docs #2270, vektor #101: colour and identity of a cursor from the client) name, delegation and colour of a caret are the server’s', async () => {
    const honest = await join('thaiDelegate');
    const client = await RawClient.open(world, 'indonesia');
    client.presence([
      {
        client: 4711,
        clock: 2 ** 31,
        state: {
          user: { name: 'The Chair', color: 'red;background:url(https://evil.test)' },
          cursor: {
            anchor: { type: null, tname: 'default', item: null, assoc: 0, evil: 1 },
            head: { tname: 'default' },
          },
          evil: '<script>',
        },
      },
    ]);
    await until(() => honest.provider.awareness.getStates().has(4711));
    const place = { type: null, tname: 'default', item: null, assoc: 0 };
    expect(honest.provider.awareness.getStates().get(4711)).toEqual({
      user: {
        id: 'user_indonesia',
        name: 'Dewi Lestari',
        country: 'ID',
        role: 'headOfDelegation',
        color: '#1b4f7c',
        mayEdit: true,
      },
      cursor: { anchor: place, head: place },
    });
    client.end();
  });

  it("SY11 (y-websocket-server: any client sets or removes any awareness id) nobody moves, locks or removes another's caret", async () => {
    const victim = await join('thaiDelegate');
    const watcher = await join('reviewer');
    const id = victim.doc.clientID;
    await until(() => watcher.provider.awareness.getStates().has(id));
    const client = await RawClient.open(world, 'indonesia');
    client.presence([{ client: id, clock: 2 ** 31, state: { cursor: null } }]);
    client.presence([{ client: id, clock: 2 ** 31, state: null }]);
    client.presence([
      { client: 5, clock: 1, state: {} },
      { client: id, clock: 2 ** 32, state: null },
    ]);
    await until(() => watcher.provider.awareness.getStates().has(5));
    victim.provider.awareness.setLocalStateField('cursor', {
      anchor: { tname: 'default' },
      head: { tname: 'default' },
    });
    await until(
      () => watcher.provider.awareness.getStates().get(id)?.cursor !== undefined,
      'the caret still moves',
    );
    expect(watcher.provider.awareness.getStates().get(id)?.user.name).toBe('Anan Srisuk');
    client.presence([
      { client: 6, clock: 1, state: {} },
      { client: 7, clock: 1, state: {} },
    ]);
    await later(50);
    expect(watcher.provider.awareness.getStates().has(6)).toBe(false);
    client.end();
    await until(() => !watcher.provider.awareness.getStates().has(5), 'a caret leaves with its connection');
  });

  it('SY11 a caret comes back at once when its client does, however its clock stands', async () => {
    const victim = await join('thaiDelegate');
    const watcher = await join('reviewer');
    const id = victim.doc.clientID;
    await until(() => watcher.provider.awareness.getStates().has(id));
    victim.provider.disconnect();
    await until(() => !watcher.provider.awareness.getStates().has(id));
    victim.provider.awareness.setLocalState({});
    victim.provider.connect();
    await until(() => watcher.provider.awareness.getStates().has(id));
  });

  it('SY11 too many, too large and unreadable carets are passed over, and counted', async () => {
    const watcher = await join('reviewer');
    const client = await RawClient.open(world, 'indonesia');
    client.presence([{ client: 5, clock: 1, state: { cursor: { anchor: { tname: 'x'.repeat(5000) } } } }]);
    client.presence([{ client: 5, clock: 1, state: '{not json' }]);
    client.presence(Array.from({ length: 3000 }, (_, index) => ({ client: index, clock: 1, state: {} })));
    await later(50);
    expect([...watcher.provider.awareness.getStates().keys()]).toEqual([watcher.doc.clientID]);
    expect(client.close).toBeNull();
    for (let index = 0; index < 40; index += 1) client.presence([{ client: 5, clock: 1, state: '{' }]);
    await until(() => client.close !== null);
    expect(client.close?.code).toBe(4400);
  });

  it('SY11 the answer to a question for presence is a frame that stock awareness understands', async () => {
    await join('thaiDelegate');
    const client = await RawClient.open(world, 'indonesia');
    const before = client.frames.length;
    const question = encoding.createEncoder();
    encoding.writeVarUint(question, 3);
    client.send(encoding.toUint8Array(question));
    await until(() => client.frames.length > before);
    const awareness = new Awareness(new Y.Doc());
    for (const frame of client.frames) {
      const message = decodeFrame(frame);
      if (message.ok && message.value.kind === 'awareness') {
        applyAwarenessUpdate(awareness, message.value.payload, 'test');
      }
    }
    const users = [...awareness.getStates().values()].map((state) => state.user?.name).filter(Boolean);
    expect(users).toEqual(['Anan Srisuk']);
    awareness.destroy();
    client.end();
  });

  it('SY12 (y-websocket-server: no back-pressure) a reader that stops reading is cut off, and nobody waits for it', async () => {
    const slow = await RawClient.open(world, 'reviewer');
    await until(() => slow.frames.length > 2);
    slow.ws.pause();
    (slow.ws as unknown as { _socket: { pause(): void } })._socket.pause();
    const writer = await join('thaiDelegate');
    for (let index = 0; index < 60 && world.sync.stats().sockets === 2; index += 1) {
      write(writer.doc, 'x'.repeat(400_000));
      await until(() => position() === index + 1, `row ${index + 1}`);
      await later(1);
    }
    await until(() => world.sync.stats().sockets === 1, 'the slow reader is gone');
    expect(world.sync.stats().slowReaders).toBe(1);
    slow.end();
  }, 60_000);
});
