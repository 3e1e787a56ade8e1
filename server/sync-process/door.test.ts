import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { until } from '../sync/tests/clients';
import { Door } from './door';

let door: Door;
let port: number;
let ledTo: { where: 'room' | 'page'; said: string }[];
const sockets: Socket[] = [];

beforeEach(async () => {
  ledTo = [];
  const note = (where: 'room' | 'page') => (socket: Socket, said: Buffer) => {
    sockets.push(socket.on('error', () => undefined));
    ledTo.push({ where, said: said.toString() });
  };
  door = new Door({ toRooms: note('room'), toPages: note('page'), silenceMs: 200 });
  const opened = await door.open({ host: '127.0.0.1', port: 0 });
  if (!opened.ok) throw new Error(opened.message);
  port = opened.port;
});

afterEach(() => {
  door.shut();
  for (const socket of sockets.splice(0)) socket.destroy();
});

function knock(): { socket: Socket; isClosed(): boolean } {
  const socket = connect(port, '127.0.0.1');
  sockets.push(socket.on('error', () => undefined));
  let closed = false;
  socket.on('close', () => {
    closed = true;
  });
  return { socket, isClosed: () => closed };
}

describe('Door', () => {
  it('SY33 leads by the first words, in however many pieces they come', async () => {
    knock().socket.write('GET /sync/doc_1 HTTP/1.1\r\n');
    knock().socket.write('GET /meetings HTTP/1.1\r\n');
    const { socket } = knock();
    for (const piece of ['GET /s', 'y', 'nc', '/doc_2 HTTP/1.1\r\n']) {
      socket.write(piece);
      await sleep(10);
    }
    await until(() => ledTo.length === 3, 'all are led in');
    expect(ledTo.map(({ where }) => where).sort()).toEqual(['page', 'room', 'room']);
    expect(ledTo.map(({ said }) => said)).toContain('GET /sync/doc_2 HTTP/1.1\r\n');
  });

  it('SY33 lets go who does not say what they want, also where they say a letter now and then', async () => {
    const silent = knock();
    const slow = knock();
    const letters = [...'GET /sync'];
    const drip = setInterval(() => slow.socket.write(letters.shift() ?? ''), 100);
    await until(() => silent.isClosed() && slow.isClosed(), 'both are let go');
    clearInterval(drip);
    expect(ledTo).toEqual([]);
  });

  it('SY33 forgets who hangs up, and who hangs up halfway', async () => {
    const { socket } = knock();
    socket.write('GET /sy');
    await sleep(20);
    socket.end();
    const other = knock();
    other.socket.resetAndDestroy();
    knock().socket.write('GET /sync/doc_1 HTTP/1.1\r\n');
    await until(() => ledTo.length === 1, 'who stayed is led in');
    await until(() => Reflect.get(door, 'undecided').size === 0, 'the others are forgotten');
  });

  it('SY33 once shut gives the port back at once, and lets go whoever is undecided', async () => {
    const { isClosed } = knock();
    await sleep(20);
    door.shut();
    const next = new Door({ toRooms: () => undefined, toPages: () => undefined });
    expect(await next.open({ host: '127.0.0.1', port })).toEqual({ ok: true, port });
    next.shut();
    await until(isClosed, 'the undecided is let go');
  });
});
