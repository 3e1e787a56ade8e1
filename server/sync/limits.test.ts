import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { lastPosition } from '../../db/update-log';
import { Allowance } from './allowance';
import { Candidate, LARGEST_TEXT } from './gate/candidate';
import { MOST_IDS, Owners } from './gate/owners';
import { Offences } from './offences';
import { MOST_SOCKETS, People } from './people';
import { later, RawClient, until, wordsOf, write } from './tests/clients';
import { createSyncWorld, DOCUMENT, identifyByName, type SyncWorld } from './tests/sync-world';
import { encodeSyncStep1 } from './wire';

describe('limits of what one person may ask', () => {
  let world: SyncWorld;

  beforeEach(async () => {
    world = await createSyncWorld();
  });

  afterEach(async () => {
    await world.close();
  });

  it('SY28 an allowance is so much at once, and so much a second on', () => {
    let now = 0;
    const allowance = new Allowance(3, 2, () => now);
    expect([1, 2, 3, 4].map(() => allowance.take())).toEqual([true, true, true, false]);
    now += 600;
    expect([allowance.take(), allowance.take()]).toEqual([true, false]);
    now += 3_600_000;
    expect([allowance.take(3), allowance.take()]).toEqual([true, false]);
  });

  it('SY28 who asks for the whole text over and over is cut off, and others are not', async () => {
    const honest = await RawClient.open(world, 'indonesia');
    const greedy = await RawClient.open(world, 'reviewer');
    for (let count = 0; count < 100; count += 1) greedy.send(encodeSyncStep1(Uint8Array.of(0)));
    await until(() => greedy.close !== null);
    expect(greedy.close).toEqual({ code: 4400, reason: 'SY28' });
    expect(greedy.frames.length).toBeLessThan(40);
    expect(honest.close).toBeNull();
    honest.end();
  });

  it('SY24 whoever sends thousands of updates at once waits for them, and others do not', async () => {
    const flood = await RawClient.open(world, 'indonesia');
    const honest = await RawClient.open(world, 'thaiDelegate');
    await until(() => flood.frames.length > 2 && honest.frames.length > 2);
    const doc = new Y.Doc();
    const updates: Uint8Array[] = [];
    doc.on('update', (update: Uint8Array) => updates.push(update));
    const text = write(doc, 'a');
    while (updates.length < 6000) text.insert(0, 'x');
    const own = new Y.Doc();
    write(own, 'one word');
    for (const update of updates) flood.update(update);
    honest.update(Y.encodeStateAsUpdate(own));
    await until(() => honest.acknowledged.length > 0, 'the honest word', 20_000);
    expect(honest.acknowledged[0]?.position).toBeLessThan(5000);
    await until(() => flood.acknowledged.at(-1)?.count === 6000, 'the flood', 20_000);
    expect(lastPosition(world.world.db, DOCUMENT)).toBe(6001);
    for (const client of [flood, honest]) client.end();
  }, 60_000);

  it('SY28 the sockets of one person are counted, over reconnects too', () => {
    const people = new People();
    for (let count = 0; count < MOST_SOCKETS; count += 1) expect(people.comesIn('one')).toBe(true);
    expect(people.comesIn('one')).toBe(false);
    expect(people.comesIn('two')).toBe(true);
    people.leaves('one');
    expect(people.comesIn('one')).toBe(true);
    let opened = 0;
    for (; people.comesIn('two'); opened += 1) people.leaves('two');
    expect(opened).toBeGreaterThan(300);
    expect(opened).toBeLessThan(500);
  });

  it('SY28 beyond them the door answers before any socket is made', async () => {
    const sockets: RawClient[] = [];
    for (let count = 0; count < MOST_SOCKETS; count += 1) {
      sockets.push(new RawClient(world, { authorization: 'Bearer reviewer' }));
    }
    await until(() => world.sync.stats().sockets === MOST_SOCKETS);
    const more = new RawClient(world, { authorization: 'Bearer reviewer' });
    await until(() => more.status !== null);
    expect(more.status).toBe(429);
    for (const socket of sockets) socket.end();
    await until(() => world.sync.stats().sockets === 0);
    const again = await RawClient.open(world, 'reviewer');
    await until(() => again.states.length === 1);
    again.end();
  });

  it('SY28 who hangs up while being looked for takes no place', async () => {
    const slow = await createSyncWorld({
      identify: async (request) => {
        await sleep(100);
        return identifyByName(request);
      },
    });
    const [host = '', port] = slow.address.split(':');
    const knock = [
      `GET /sync/${DOCUMENT} HTTP/1.1`,
      `Host: ${slow.address}`,
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
      'Authorization: Bearer reviewer',
    ];
    const sockets = Array.from({ length: MOST_SOCKETS }, () => {
      const socket = connect(Number(port), host, () => socket.write(`${knock.join('\r\n')}\r\n\r\n`));
      return socket.on('error', () => undefined);
    });
    await sleep(60);
    for (const socket of sockets) socket.resetAndDestroy();
    await sleep(200);
    const again = await RawClient.open(slow, 'reviewer');
    await until(() => again.states.length === 1, 'there is a place');
    again.end();
    await slow.close();
  });

  it('SY28 a person does not fill the disk', () => {
    const people = new People();
    let bytes = 0;
    for (; people.mayWrite('one', 1_000_000); bytes += 1_000_000);
    expect(bytes).toBeGreaterThan(60_000_000);
    expect(bytes).toBeLessThan(70_000_000);
    expect(people.mayWrite('two', 1_000_000)).toBe(true);
  });

  it('SY28 the smallest updates and questions of a person are counted, too', () => {
    const people = new People();
    let updates = 0;
    for (; people.mayWrite('one', 2); updates += 1);
    expect(updates).toBeLessThan(1_100_000);
    let questions = 0;
    for (; people.mayAsk('one'); questions += 1);
    expect(questions).toBeLessThan(900);
  });

  it('SY17 who spoils the text over and over in one turn waits for the next with the rest, and others do not', async () => {
    const honest = await RawClient.open(world, 'thaiDelegate');
    const hostile = await RawClient.open(world, 'indonesia');
    await until(() => hostile.frames.length > 2 && honest.frames.length > 2);
    const own = new Y.Doc();
    write(own, 'one word');
    // Each of its own client id: nothing is wrong with them until they are tried.
    for (let count = 0; count < 20; count += 1) {
      const doc = new Y.Doc();
      const element = new Y.XmlElement('paragraph');
      element.setAttribute('onclick', 'x');
      doc.getXmlFragment('default').insert(0, [element]);
      hostile.update(Y.encodeStateAsUpdate(doc));
    }
    honest.update(Y.encodeStateAsUpdate(own));
    await until(() => honest.acknowledged.length > 0 && hostile.refused.length === 20, 'all dealt with');
    expect(honest.refused).toEqual([]);
    expect(hostile.refused.every(({ rule }) => rule === 'SY7')).toBe(true);
    expect(hostile.acknowledged.at(-1)?.count).toBe(20);
    expect(hostile.acknowledged.length).toBeGreaterThan(5);
    honest.end();
    hostile.end();
  });

  it('SY17 to hang up and come back wipes no offence out', async () => {
    const doc = new Y.Doc();
    write(doc, 'x', 'iframe');
    const offence = Y.encodeStateAsUpdate(doc);
    for (let round = 0; round < 3; round += 1) {
      const client = await RawClient.open(world, 'thaiDelegate');
      for (let count = 0; count < 10; count += 1) client.update(offence);
      await until(() => client.refused.length === 10);
      expect(client.close).toBeNull();
      client.end();
    }
    const last = await RawClient.open(world, 'thaiDelegate');
    last.update(offence);
    await until(() => last.close !== null);
    expect(last.close).toEqual({ code: 4400, reason: 'SY17' });
    const other = await RawClient.open(world, 'indonesia');
    other.update(offence);
    await until(() => other.refused.length === 1);
    expect(other.close).toBeNull();
    other.end();
  });

  it('SY27 steps add up, over all updates of a person', () => {
    const offences = new Offences();
    let updates = 0;
    while (offences.mayCost(10_000)) updates += 1;
    expect(updates).toBe(100);
    expect(new Offences().mayCost(10_000)).toBe(true);
  });

  it('SY3 nobody writes under client ids without end', () => {
    const owners = new Owners([[1, { userId: 'other' }]]);
    const empty = new Candidate([]);
    for (let id = 2; id < MOST_IDS + 2; id += 1) owners.bind(id, 'one');
    expect(owners.allows(MOST_IDS + 2, 'one', empty)).toBe(false);
    expect(owners.allows(2, 'one', empty)).toBe(true);
    expect(owners.allows(MOST_IDS + 2, 'other', empty)).toBe(true);
    owners.unbind(2);
    expect(owners.allows(MOST_IDS + 2, 'one', empty)).toBe(true);
  });

  it('SY29 a text that has reached its size takes deletions only', async () => {
    const client = await RawClient.open(world, 'indonesia');
    const doc = new Y.Doc();
    let update = new Uint8Array();
    doc.on('update', (bytes: Uint8Array) => {
      update = new Uint8Array(bytes);
    });
    const piece = 'x'.repeat(1_000_000);
    let sent = 0;
    for (; sent <= Math.ceil(LARGEST_TEXT / piece.length); sent += 1) {
      write(doc, piece);
      client.update(update);
      await until(() => client.acknowledged.at(-1)?.count === sent + 1);
    }
    expect(client.refused.map(({ rule }) => rule)).toEqual(['SY29']);
    const stood = lastPosition(world.world.db, DOCUMENT);
    doc.getXmlFragment('default').delete(0, 2);
    client.update(update);
    await until(() => lastPosition(world.world.db, DOCUMENT) === stood + 1);
    client.end();
  }, 30_000);

  it('SY29 what was deleted is not counted for ever', () => {
    const doc = new Y.Doc();
    const candidate = new Candidate([]);
    doc.on('update', (bytes: Uint8Array) => candidate.apply([bytes]));
    for (let count = 0; count < 25; count += 1) {
      write(doc, 'x'.repeat(1_000_000));
      doc.getXmlFragment('default').delete(0, 1);
    }
    expect(candidate.isFull).toBe(false);
  });

  it('SY11 a connection keeps its one client id for its caret, and cannot take id after id', async () => {
    const watcher = await RawClient.open(world, 'reviewer');
    const client = await RawClient.open(world, 'indonesia');
    for (const id of [11, 12, 13]) {
      client.presence([{ client: id, clock: 1, state: {} }]);
      client.presence([{ client: id, clock: 2, state: 'null' }]);
    }
    await later(30);
    const squatted = new Y.Doc();
    squatted.clientID = 12;
    write(squatted, 'mine');
    const other = await RawClient.open(world, 'thaiDelegate');
    other.update(Y.encodeStateAsUpdate(squatted));
    await until(() => wordsOf(watcher.doc).length === 1);
    expect(other.refused).toEqual([]);
    for (const socket of [watcher, client, other]) socket.end();
  });
});
