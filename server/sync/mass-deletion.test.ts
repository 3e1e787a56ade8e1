import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { appendUpdate, bindClient, lastPosition } from '../../db/update-log';
import { listVersionHeads } from '../../db/versions';
import { type Person, userIdOf } from '../tests/world';
import { restoreVersion } from '../use-cases/restore-version';
import { LIMITS } from './brake';
import { RawClient, type StockClient, stockClient, until, wordsOf, write } from './tests/clients';
import { createSyncWorld, DOCUMENT, type SyncWorld } from './tests/sync-world';
import { encodeConfirm } from './wire';

const CLAUSE =
  'The High Contracting Parties, mindful of the friendship between them, have agreed as follows. ';

describe('SY21 a mass deletion waits for its author’s word', () => {
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
  const versions = () => listVersionHeads(world.world.db, DOCUMENT);

  /** Ten clauses by Indonesia, and a Thai delegate who has them before them. */
  async function scene() {
    const author = await join('indonesia');
    for (let index = 0; index < 10; index += 1) write(author.doc, CLAUSE + index);
    const { doc, heard, provider } = await join('thaiDelegate');
    await until(() => wordsOf(doc).length === 10);
    const root = doc.getXmlFragment('default');
    return { author, doc, heard, provider, root };
  }

  function confirm({ provider }: Pick<StockClient, 'provider'>, token: unknown): void {
    provider.ws?.send(new Uint8Array(encodeConfirm(String(token))));
  }

  it('a client that knows nothing of it is refused and keeps its connection', async () => {
    const { author, root, heard, provider } = await scene();
    const before = position();
    root.delete(0, 10);
    await until(() => heard.refused.length === 1);
    expect(heard.refused[0]).toEqual({
      rule: 'SY21',
      clocks: [],
      detail: {
        characters: 10 * CLAUSE.length + 10,
        words: expect.any(Number),
        percent: 100,
        delegations: 'ID',
        token: expect.any(String),
      },
    });
    expect(position()).toBe(before);
    expect(wordsOf(author.doc)).toHaveLength(10);
    expect(provider.wsconnected).toBe(true);
    expect(versions()).toEqual([]);
  });

  it('after the word the server asks for it, keeps the text as it stood, and takes it; the kept text can be restored', async () => {
    const { author, doc, root, heard, provider } = await scene();
    doc.transact(() => {
      root.delete(0, 9);
      write(doc, 'Nothing is');
    });
    const last = root.get(1) as Y.XmlElement;
    (last.get(0) as Y.XmlText).insert(10, ' left.');
    await until(() => heard.refused.length === 2);
    expect(heard.refused.map(({ rule }) => rule)).toEqual(['SY21', 'SY5']);
    const client = doc.clientID;
    expect(heard.refused[0]?.clocks).toEqual([{ client, from: 0, to: 12 }]);
    expect(heard.refused[1]?.clocks).toEqual([{ client, from: 12, to: 18 }]);
    const stood = position();
    confirm({ provider }, heard.refused[0]?.detail?.token);
    await until(() => wordsOf(author.doc).length === 2);
    expect(wordsOf(author.doc).at(-1)).toBe('Nothing is left.');
    const [checkpoint] = versions();
    expect(checkpoint).toMatchObject({ kind: 'checkpoint', takenBy: userIdOf('thaiDelegate') });
    expect(checkpoint?.position).toBe(stood);
    const runtime = world.world.runtime;
    const restored = await restoreVersion(
      { ...runtime, live: world.sync.live },
      world.world.actor('secretariat'),
      { documentId: DOCUMENT, number: checkpoint?.number ?? 0 },
    );
    expect(restored.ok).toBe(true);
    await until(() => wordsOf(doc).length === 10);
  });

  it('a word for somebody else’s deletion, a guessed one, and one said twice are none', async () => {
    const { author, root, heard, provider } = await scene();
    root.delete(0, 10);
    await until(() => heard.refused.length === 1);
    const token = heard.refused[0]?.detail?.token;
    confirm(author, token);
    confirm({ provider }, 'guessed');
    await until(() => heard.refused.length === 2);
    expect(wordsOf(author.doc)).toHaveLength(10);
    confirm({ provider }, token);
    await until(() => heard.refused.length === 3);
    confirm({ provider }, heard.refused[2]?.detail?.token);
    await until(() => wordsOf(author.doc).length === 0);
    const [checkpoint] = versions();
    confirm({ provider }, heard.refused[2]?.detail?.token);
    for (let index = 0; index < 10; index += 1) write(author.doc, CLAUSE + index);
    await until(() => root.length === 10);
    root.delete(0, 10);
    await until(() => heard.refused.length === 4);
    expect(versions()).toHaveLength(1);
    expect(checkpoint?.number).toBe(1);
  });

  it('252 bytes do not erase half a million characters of fifty authors', async () => {
    const { db, clock } = world.world;
    const at = clock.now();
    const all = new Y.Doc();
    for (let author = 1; author <= 50; author += 1) {
      const doc = new Y.Doc();
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(all));
      doc.clientID = author;
      const vector = Y.encodeStateVector(doc);
      write(doc, CLAUSE.repeat(107).slice(0, 10_000));
      const bytes = Y.encodeStateAsUpdate(doc, vector);
      Y.applyUpdate(all, bytes);
      const userId = userIdOf(author % 2 === 0 ? 'indonesia' : 'philippines');
      const country = author % 2 === 0 ? 'ID' : 'PH';
      bindClient(db, { documentId: DOCUMENT, clientId: author, userId, country, at });
      appendUpdate(db, {
        documentId: DOCUMENT,
        userId,
        country,
        sessionId: null,
        clientId: author,
        at,
        bytes,
      });
    }
    const script = await RawClient.open(world, 'thaiDelegate');
    await until(() => wordsOf(script.doc).length === 50);
    const mine = script.doc;
    const updates: Uint8Array[] = [];
    mine.on('update', (update: Uint8Array) => updates.push(update));
    mine.getXmlFragment('default').delete(0, 50);
    const [eraser = new Uint8Array()] = updates;
    expect(eraser.byteLength).toBeLessThan(300);
    const from = performance.now();
    script.update(eraser);
    await until(() => script.refused.length === 1);
    expect(performance.now() - from).toBeLessThan(1000);
    expect(script.refused[0]?.detail).toMatchObject({
      characters: 500_000,
      percent: 100,
      delegations: 'ID PH',
    });
    expect(position()).toBe(50);
    script.end();
  });

  it('hundreds of small deletions in one turn make a whole', async () => {
    const { author } = await scene();
    const script = await RawClient.open(world, 'thaiDelegate');
    await until(() => wordsOf(script.doc).length === 10);
    const mine = script.doc;
    const updates: Uint8Array[] = [];
    mine.on('update', (update: Uint8Array) => updates.push(update));
    for (const clause of mine.getXmlFragment('default').toArray()) {
      const words = (clause as Y.XmlElement).get(0) as Y.XmlText;
      while (words.length > 3) words.delete(0, 3);
    }
    for (const update of updates) script.update(update);
    await until(() => script.refused.length > 0);
    await until(() => script.acknowledged.at(-1)?.count === updates.length || script.close !== null);
    const left = wordsOf(author.doc).join('').length;
    expect(left).toBeGreaterThanOrEqual(10 * CLAUSE.length + 10 - LIMITS.freeLetters);
    script.end();
  });

  it('a script that goes on trying is cut off', async () => {
    await scene();
    const script = await RawClient.open(world, 'thaiDelegate');
    await until(() => wordsOf(script.doc).length === 10);
    const updates: Uint8Array[] = [];
    const mine = script.doc;
    mine.on('update', (update: Uint8Array) => updates.push(update));
    mine.getXmlFragment('default').delete(0, 10);
    for (let count = 0; count < 40; count += 1) script.update(updates[0] ?? new Uint8Array());
    await until(() => script.close !== null);
    expect(script.close).toEqual({ code: 4400, reason: 'SY17' });
  });
});
