import { type ChildProcess, execFile, fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { connect, type Socket } from 'node:net';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { insertToken, revokeTokenRow } from '../../db/tokens';
import { lastPosition } from '../../db/update-log';
import { secretDigest } from '../auth/digest';
import { Guests } from '../guests';
import { createLogger } from '../logger';
import { RawClient, type StockClient, stockClient, until, wordsOf, write } from '../sync/tests/clients';
import { DOCUMENT, insertDraft } from '../sync/tests/sync-world';
import { BODY, createWorld, type Person, userIdOf, type World } from '../tests/world';
import { type SyncProcess, startSyncProcess } from './sync-process';
import { ASKS_AT_ONCE, CROWD, FORM_IN_PIECES, PAGE_THEN_SOCKET } from './tests/scripts';

/** Starting a process from sources compiles them. */
const START_MS = 30_000;

let world: World;
let rooms: SyncProcess;
let at: { readonly url: string };
let close: () => Promise<void>;
let pagesAsked = 0;
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
  pagesAsked = 0;
  const http = createServer(async (request, response) => {
    pagesAsked += 1;
    const said = await text(request);
    response.end(`page of ${request.method}, ${said.length} letters`);
  });
  http.on('upgrade', rooms.handleUpgrade);
  const guests = new Guests(http);
  const opened = await rooms.open({ host: '127.0.0.1', port: 0 }, (socket, said) =>
    guests.welcome(socket, said),
  );
  if (!opened.ok) throw new Error(opened.message);
  at = { url: `ws://127.0.0.1:${opened.port}/sync` };
  close = async () => {
    for (const client of clients.splice(0)) client.destroy();
    await rooms.live.stop();
    await guests.leave(0);
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

/** A ping of no words, masked by noughts. */
const PING = Buffer.from([0x89, 0x80, 0, 0, 0, 0]);

function upgradeRequest(): Buffer {
  const lines = [
    `GET /sync/${DOCUMENT} HTTP/1.1`,
    'Host: mufakat.test',
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    `Authorization: Bearer ${secretOf('reviewer')}`,
  ];
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n`);
}

function knockByHand(): { socket: Socket; heard(): string } {
  const { hostname, port } = new URL(at.url);
  const socket = connect(Number(port), hostname);
  let heard = '';
  socket.on('data', (chunk) => {
    heard += chunk.toString('latin1');
  });
  return { socket, heard: () => heard };
}

/** A program of a client's in a process of its own. */
function elsewhere(script: string): ChildProcess {
  const env = {
    ...process.env,
    URL_OF_TEXT: `${at.url}/${DOCUMENT}`,
    SECRET: secretOf('reviewer'),
    UPGRADE: upgradeRequest().toString('base64'),
  };
  return execFile(process.execPath, ['-e', script], { env, timeout: 15_000 });
}

/** Holds this process's loop up, a little at a time. */
function keepBusy(): NodeJS.Timeout {
  return setInterval(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 15), 1);
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

describe('the rooms in a process of their own', () => {
  it('SY33 who asks for a room is let in: edits are stored, shown, and those present are named', async () => {
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

  it.each([
    ['what a client says first reaches the rooms', ASKS_AT_ONCE, 60],
    ['a socket asked for behind a page is handed to the rooms, with all that follows', PAGE_THEN_SOCKET, 20],
    ['pages hear every byte of what is sent to them', FORM_IN_PIECES, 20],
  ])('SY33 %s, however busy the process of the pages', async (_, script, times) => {
    const busy = keepBusy();
    const client = elsewhere(script);
    let answered = '';
    client.stdout?.on('data', (chunk: string) => {
      answered += chunk;
    });
    await once(client, 'close');
    clearInterval(busy);
    expect(answered).toBe('.'.repeat(times));
  });

  it('SY33 what the rooms are asked is answered ahead of a crowd that waits for pages', async () => {
    const crowd = elsewhere(CROWD);
    await until(() => pagesAsked > 0, 'the first of the crowd is in');
    const busy = keepBusy();
    expect(await rooms.isStorageFailing()).toBe(false);
    expect(pagesAsked).toBeLessThan(200);
    await until(() => pagesAsked === 200, 'the whole crowd is in', 20_000);
    clearInterval(busy);
    crowd.kill();
  });

  it(
    'SY33 where the pages are killed in the act of taking a socket, the rooms end and the port is free',
    async () => {
      const pages = fork(fileURLToPath(new URL('./tests/pages-that-hang.ts', import.meta.url)), {
        execArgv: ['--import', 'tsx'],
        env: { ...process.env, CONFIG: JSON.stringify({ ...world.runtime.config, mode: 'production' }) },
        stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
      });
      let printed = '';
      pages.stdout?.on('data', (chunk: Buffer) => {
        printed += chunk.toString();
      });
      await until(() => printed.includes('\n'), 'the door is open', START_MS);
      const [port, pid] = printed.trim().split(' ').map(Number);
      const visitor = connect(port ?? 0, '127.0.0.1');
      visitor.on('error', () => undefined);
      visitor.write('GET / HTTP/1.1\r\nHost: mufakat.test\r\n\r\n');
      await new Promise((resolve) => setTimeout(resolve, 200));
      pages.kill('SIGKILL');
      await until(() => !isRunning(pid ?? 0), 'the rooms have ended', 8000);
      visitor.destroy();
    },
    START_MS,
  );

  it('SY33 something that is no socket of the system is let go, and is no fault', () => {
    const stream = new PassThrough();
    rooms.handleUpgrade({ headers: {} } as IncomingMessage, stream, Buffer.alloc(0));
    expect(stream.destroyed).toBe(true);
  });

  it('SY14 SY33 an act of the other process reaches the sockets', async () => {
    const { closed } = await join('thaiDelegate');
    revokeTokenRow(world.db, 'token_thaiDelegate', world.clock.now());
    rooms.live.endToken('token_thaiDelegate');
    await until(() => closed.length > 0, 'the socket is closed');
    expect(closed[0]?.code).toBe(4401);
  });

  it('SY33 what comes in one piece with the request for the socket is heard', async () => {
    const { socket, heard } = knockByHand();
    socket.write(Buffer.concat([upgradeRequest(), PING]));
    await until(() => heard().includes('\x8a\x00'), 'the pong');
    expect(heard()).toMatch(/^HTTP\/1\.1 101 /);
    socket.destroy();
  });

  it('SY33 a request for a socket that comes letter by letter finds its room', async () => {
    const { socket, heard } = knockByHand();
    for (const letter of `${upgradeRequest()}`) {
      socket.write(letter);
      await new Promise((resolve) => setImmediate(resolve));
    }
    await until(() => heard().startsWith('HTTP/1.1 101 '), 'the upgrade');
    socket.destroy();
  });

  it('SY33 who asks for a room without a socket is told what the address is', async () => {
    const response = await fetch(`${at.url.replace('ws', 'http')}/${DOCUMENT}`);
    expect(response.status).toBe(426);
    expect(response.headers.get('upgrade')).toBe('websocket');
    expect(await response.text()).toContain('WebSocket');
  });

  it(
    'SY33 a port that is taken is told of',
    async () => {
      const { port } = new URL(at.url);
      const other = await startSyncProcess({
        config: world.runtime.config,
        secret: 'x'.repeat(40),
        logger: createLogger('silent'),
      });
      const opened = await other.open({ host: '127.0.0.1', port: Number(port) }, () => undefined);
      expect(opened).toMatchObject({ ok: false, code: 'EADDRINUSE' });
      await other.live.stop();
    },
    START_MS,
  );

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
