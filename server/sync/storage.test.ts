import Database from 'better-sqlite3';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { saveCompacted } from '../../db/compacted-states';
import { documentStates } from '../../db/schema/documents';
import { appendUpdate, lastPosition, readLog } from '../../db/update-log';
import { userIdOf } from '../tests/world';
import { textOfState } from '../text/ydoc';
import { later, RawClient, type StockClient, stockClient, until, wordsOf, write } from './tests/clients';
import { createSyncWorld, DOCUMENT, type SyncWorld } from './tests/sync-world';

describe('when the storage fails', () => {
  let world: SyncWorld;
  const clients: StockClient[] = [];

  beforeEach(async () => {
    world = await createSyncWorld();
  });

  afterEach(async () => {
    for (const client of clients.splice(0)) client.destroy();
    await world.close();
  });

  function join(...[person]: [Parameters<typeof stockClient>[1]]): StockClient {
    const client = stockClient(world, person);
    clients.push(client);
    return client;
  }

  const db = () => world.world.db;
  const append = (bytes: Uint8Array, documentId = DOCUMENT) =>
    appendUpdate(db(), {
      documentId,
      userId: userIdOf('secretariat'),
      country: null,
      sessionId: null,
      clientId: null,
      at: world.world.clock.now(),
      bytes,
    });

  it('SY9 a full disk: nothing is shown or acknowledged as saved; once there is room it is all stored', async () => {
    const writer = join('thaiDelegate');
    const reader = join('reviewer');
    await until(() => writer.provider.synced && reader.provider.synced);
    const { page_count: pages } = db().get<{ page_count: number }>(sql.raw('pragma page_count'));
    db().get(sql.raw(`pragma max_page_count = ${pages}`));
    const words = write(writer.doc, 'x'.repeat(100_000));
    await until(() => writer.heard.refused.length === 1);
    expect(writer.heard.refused[0]).toMatchObject({ rule: 'SY9' });
    expect(lastPosition(db(), DOCUMENT)).toBe(0);
    words.insert(0, 'more');
    await until(() => writer.heard.refused.length === 2);
    expect(writer.heard.refused[1]).toMatchObject({ rule: 'SY9' });
    words.delete(0, 4);
    words.insert(0, 'more');
    await until(() => writer.heard.refused.length === 4);
    expect(writer.heard.refused[2]).toMatchObject({ rule: 'SY9' });
    await later(30);
    expect(wordsOf(reader.doc)).toEqual([]);
    expect(writer.provider.wsconnected && reader.provider.wsconnected).toBe(true);
    expect(world.sync.stats().isStorageFailing).toBe(true);
    db().get(sql.raw('pragma max_page_count = 1000000'));
    await until(() => lastPosition(db(), DOCUMENT) > 0, 'asked again, stored', 6000);
    expect(world.sync.stats().isStorageFailing).toBe(false);
    await until(() => wordsOf(reader.doc)[0] === `more${'x'.repeat(100_000)}`);
    expect(world.sync.stats().storageFailures).toBeGreaterThanOrEqual(1);
  });

  it('SY9 a database locked by another process: refused, not half stored, and the server goes on', async () => {
    const writer = join('thaiDelegate');
    await until(() => writer.provider.synced);
    db().get(sql.raw('pragma busy_timeout = 20'));
    const other = new Database(world.world.runtime.config.databaseFile);
    other.exec('begin immediate');
    write(writer.doc, 'while locked');
    await until(() => writer.heard.refused.length === 1);
    expect(writer.heard.refused[0]).toMatchObject({ rule: 'SY9' });
    other.exec('rollback');
    other.close();
    write(writer.doc, 'afterwards');
    await until(() => lastPosition(db(), DOCUMENT) > 0, 'stored', 6000);
    await until(() => {
      const stored = JSON.stringify(textOfState(readLog(db(), DOCUMENT).updates));
      return stored.includes('while locked') && stored.includes('afterwards');
    });
  });

  it('SY13 (y-websocket-server: errors are only logged) a log that cannot be read closes the socket and is never answered with an empty text', async () => {
    append(Uint8Array.of(9, 9, 9));
    const client = new RawClient(world, { authorization: 'Bearer thaiDelegate' });
    await until(() => client.close !== null);
    expect(client.close).toEqual({ code: 4500, reason: 'SY13' });
    expect(client.frames).toEqual([]);
    const stock = join('indonesia');
    write(stock.doc, 'what I typed');
    await later(200);
    expect(stock.provider.synced).toBe(false);
    expect(stock.closed).toEqual([]);
    expect(lastPosition(db(), DOCUMENT)).toBe(1);
  });

  it('SY13 a log with a row missing is as unreadable', async () => {
    const doc = new Y.Doc();
    const updates: Uint8Array[] = [];
    doc.on('update', (update: Uint8Array) => updates.push(update));
    write(doc, 'first');
    write(doc, 'second');
    append(updates[1] ?? new Uint8Array());
    const client = new RawClient(world, { authorization: 'Bearer thaiDelegate' });
    await until(() => client.close !== null);
    expect(client.close?.code).toBe(4500);
  });

  it('SY15 a compacted state that is damaged is passed over: the log is the truth', async () => {
    const doc = new Y.Doc();
    write(doc, 'the words');
    append(Y.encodeStateAsUpdate(doc));
    const bytes = Y.encodeStateAsUpdate(doc);
    saveCompacted(db(), DOCUMENT, { throughPosition: 1, bytes, stateVector: Y.encodeStateVector(doc) });
    db()
      .update(documentStates)
      .set({ bytes: Buffer.from([1, 2, 3]) })
      .run();
    const client = join('thaiDelegate');
    await until(() => client.provider.synced);
    expect(wordsOf(client.doc)).toEqual(['the words']);
    write(client.doc, 'more');
    await until(() => lastPosition(db(), DOCUMENT) === 2);
    expect(JSON.stringify(textOfState(readLog(db(), DOCUMENT).updates))).toContain('the words');
  });

  it('an identify that throws answers 500 and nobody else notices', async () => {
    await world.close();
    world = await createSyncWorld({
      identify: async () => {
        throw new Error('database gone');
      },
    });
    const client = new RawClient(world, { authorization: 'Bearer chair' });
    await until(() => client.status !== null);
    expect(client.status).toBe(500);
  });

  it('SY14 what another process does reaches open sockets within a second', async () => {
    const client = join('thaiDelegate');
    const reader = join('reviewer');
    await until(() => client.provider.synced && reader.provider.synced);
    const start = performance.now();
    const other = new Database(world.world.runtime.config.databaseFile);
    other.prepare("update users set status = 'suspended' where id = ?").run(userIdOf('thaiDelegate'));
    const doc = new Y.Doc();
    write(doc, 'from the command line');
    insertRow(other, doc);
    other.close();
    await until(() => client.closed.length === 1 && wordsOf(reader.doc).length === 1);
    expect(performance.now() - start).toBeLessThan(1000);
    expect(client.closed[0]?.code).toBe(4401);
  });

  it('SY6 a log that was written by another process while the room was open', async () => {
    const client = join('thaiDelegate');
    await until(() => client.provider.synced);
    const other = new Database(world.world.runtime.config.databaseFile);
    const doc = new Y.Doc();
    write(doc, 'from the command line');
    insertRow(other, doc);
    other.close();
    write(client.doc, 'mine');
    await until(() => wordsOf(client.doc).length === 2);
    expect(lastPosition(db(), DOCUMENT)).toBe(2);
    const theirs = client.doc.getXmlFragment('default').toArray() as Y.XmlElement[];
    const foreign = theirs
      .map((node) => node.get(0) as Y.XmlText)
      .find((text) => `${text}`.includes('command'));
    foreign?.insert(0, 'what came ');
    await until(() => lastPosition(db(), DOCUMENT) === 3, 'an edit within what another process wrote');
    expect(client.heard.refused).toEqual([]);
  });
});

function insertRow(database: Database.Database, doc: Y.Doc): void {
  database
    .prepare('insert into document_updates (documentId, position, userId, at, bytes) values (?, 1, ?, ?, ?)')
    .run(
      DOCUMENT,
      userIdOf('secretariat'),
      '2019-04-22T02:00:00.000Z',
      Buffer.from(Y.encodeStateAsUpdate(doc)),
    );
}
