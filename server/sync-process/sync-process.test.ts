import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { insertToken, revokeTokenRow } from '../../db/tokens';
import { lastPosition } from '../../db/update-log';
import { secretDigest } from '../auth/digest';
import { createLogger } from '../logger';
import { RawClient, type StockClient, stockClient, until, wordsOf, write } from '../sync/tests/clients';
import { DOCUMENT, insertDraft } from '../sync/tests/sync-world';
import { BODY, createWorld, type Person, userIdOf, type World } from '../tests/world';
import { type SyncProcess, startSyncProcess } from './sync-process';

/** Starting a process from sources compiles them. */
const START_MS = 30_000;

/** Sixty times in a row: opens a socket, asks for the text at once, prints a dot for its answer (sync step 2). */
const ASKS_AT_ONCE = `
  const WebSocket = require('ws');
  const ask = (left) => {
    if (left === 0) process.exit();
    const socket = new WebSocket(process.env.URL_OF_TEXT, { headers: { authorization: 'Bearer ' + process.env.SECRET } });
    socket.on('open', () => socket.send(Uint8Array.of(0, 0, 1, 0)));
    socket.on('message', (data) => {
      if (data[0] !== 0 || data[1] !== 1) return;
      process.stdout.write('.');
      socket.terminate();
      ask(left - 1);
    });
  };
  ask(60);
`;

let world: World;
let rooms: SyncProcess;
let at: { readonly url: string };
let close: () => Promise<void>;
const clients: StockClient[] = [];

beforeEach(async () => {
  world = createWorld({ at: new Date().toISOString() });
  insertDraft(world, DOCUMENT, BODY);
  for (const person of ['thaiDelegate', 'reviewer'] as const) giveToken(person);
  const { config } = world.runtime;
  rooms = await startSyncProcess({
    config: { ...config, mode: 'production' },
    secret: 'a secret of the tests, long enough for it',
    logger: createLogger('silent'),
  });
  const http = createServer();
  http.on('upgrade', rooms.handleUpgrade);
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  at = { url: `ws://127.0.0.1:${(http.address() as AddressInfo).port}/sync` };
  close = async () => {
    for (const client of clients.splice(0)) client.destroy();
    await rooms.live.stop();
    await new Promise((resolve) => http.close(resolve));
    world.close();
  };
}, START_MS);

afterEach(() => close());

/** Stock clients show `Bearer <person>`, and a secret is at least twenty letters long. */
const secretOf = (person: Person) => `${person}.a.secret.of.the.tests`;

function giveToken(person: Person): void {
  const createdAt = world.clock.now();
  insertToken(world.db, {
    id: `token_${person}`,
    userId: userIdOf(person),
    name: person,
    hash: secretDigest(secretOf(person)),
    createdAt,
    expiresAt: null,
  });
}

async function join(person: Person): Promise<StockClient> {
  const client = stockClient(at, secretOf(person) as Person);
  clients.push(client);
  await until(() => client.provider.synced, `${person} is in`);
  return client;
}

describe('the rooms in a process of their own', () => {
  it('SY33 sockets are handed over: edits are stored, shown, and those present are named', async () => {
    const one = await join('thaiDelegate');
    const other = await join('reviewer');
    write(one.doc, 'From another process.');
    await until(() => wordsOf(other.doc).includes('From another process.'), 'the other saw it');
    expect(lastPosition(world.db, DOCUMENT)).toBe(1);
    const people = await rooms.live.peopleIn([DOCUMENT]);
    expect(people.get(DOCUMENT)?.map(({ id }) => id)).toEqual([
      userIdOf('thaiDelegate'),
      userIdOf('reviewer'),
    ]);
    const { sync } = await rooms.reading();
    expect(sync).toMatchObject({ sockets: 2, rows: 1 });
    expect(await rooms.isStorageFailing()).toBe(false);
  });

  it('SY33 a storm of sockets comes in whole', async () => {
    const storm = Array.from(
      { length: 30 },
      () => new RawClient(at, { authorization: `Bearer ${secretOf('reviewer')}` }),
    );
    await until(() => storm.every(({ frames }) => frames.length > 0), 'all are greeted');
    for (const client of storm) client.end();
  });

  it('SY33 what a client says first reaches the rooms, however busy the process that took the socket', async () => {
    const busy = setInterval(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 15), 1);
    const client = execFile(process.execPath, ['-e', ASKS_AT_ONCE], {
      env: { ...process.env, URL_OF_TEXT: `${at.url}/${DOCUMENT}`, SECRET: secretOf('reviewer') },
      timeout: 15_000,
    });
    let answered = '';
    client.stdout?.on('data', (chunk: string) => {
      answered += chunk;
    });
    await once(client, 'close');
    clearInterval(busy);
    expect(answered).toBe('.'.repeat(60));
  });

  it('SY14 SY33 an act of the other process reaches the sockets', async () => {
    const { closed } = await join('thaiDelegate');
    revokeTokenRow(world.db, 'token_thaiDelegate', world.clock.now());
    rooms.live.endToken('token_thaiDelegate');
    await until(() => closed.length > 0, 'the socket is closed');
    expect(closed[0]?.code).toBe(4401);
  });

  it('SY33 what comes in one piece with the request for the socket is heard', async () => {
    const { hostname, port } = new URL(at.url);
    const socket = connect(Number(port), hostname);
    let heard = '';
    socket.on('data', (chunk) => {
      heard += chunk.toString('latin1');
    });
    const request = [
      `GET /sync/${DOCUMENT} HTTP/1.1`,
      'Host: mufakat.test',
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
      `Authorization: Bearer ${secretOf('reviewer')}`,
    ];
    // A ping of no words, masked by noughts.
    const ping = Buffer.from([0x89, 0x80, 0, 0, 0, 0]);
    socket.write(Buffer.concat([Buffer.from(`${request.join('\r\n')}\r\n\r\n`), ping]));
    await until(() => heard.includes('\x8a\x00'), 'the pong');
    expect(heard).toMatch(/^HTTP\/1\.1 101 /);
    socket.destroy();
  });

  it('SY18 SY33 when it stops the rooms close with 4503, and nobody comes in any more', async () => {
    const { provider } = await join('thaiDelegate');
    const codes: (number | undefined)[] = [];
    provider.on('connection-close', (event) => codes.push(event?.code));
    const stopping = rooms.live.stop();
    const late = new RawClient(at, { authorization: `Bearer ${secretOf('reviewer')}` });
    await stopping;
    expect(codes[0]).toBe(4503);
    await until(() => late.status !== null, 'the latecomer is told');
    expect(late.status).toBe(503);
  });

  it('SY33 a process that ends unasked is told of, and its questions are given up', async () => {
    process.kill(rooms.pid, 'SIGKILL');
    const asked = rooms.reading();
    asked.catch(() => undefined);
    await rooms.failed;
    await expect(asked).rejects.toThrow('answer');
    expect(await rooms.live.peopleIn([DOCUMENT])).toEqual(new Map());
  });
});
