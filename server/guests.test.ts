import { once } from 'node:events';
import { createServer, type Server as HttpServer, type RequestListener } from 'node:http';
import {
  type AddressInfo,
  connect,
  createServer as createListener,
  type Server,
  type Socket,
} from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { Guests } from './guests';

const REQUEST = 'GET / HTTP/1.1\r\nHost: mufakat.test\r\n\r\n';
let listener: Server;

afterEach(() => {
  listener.close();
});

/** A server whose connections are taken in by another one. */
async function house(answer: RequestListener): Promise<{ http: HttpServer; guests: Guests }> {
  const http = createServer({ connectionsCheckingInterval: 20 }, answer);
  const guests = new Guests(http);
  listener = createListener({ allowHalfOpen: true }, (socket) => guests.welcome(socket, Buffer.alloc(0)));
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  return { http, guests };
}

function come(): { socket: Socket; heard(): string; closed: Promise<unknown> } {
  const socket = connect((listener.address() as AddressInfo).port, '127.0.0.1');
  let heard = '';
  socket.on('data', (chunk) => {
    heard += chunk.toString();
  });
  return { socket, heard: () => heard, closed: once(socket, 'close') };
}

describe('Guests', () => {
  it('who waits for an answer has it before the server goes, and is let go with it', async () => {
    const { http, guests } = await house((_request, response) => {
      setTimeout(() => response.end('done'), 100);
    });
    const { socket, heard, closed } = come();
    socket.write(REQUEST);
    await once(http, 'request');
    const before = performance.now();
    await guests.leave(10_000);
    expect(performance.now() - before).toBeLessThan(8000);
    await closed;
    expect(heard()).toMatch(/^HTTP\/1\.1 200 /);
    expect(heard()).toContain('done');
  });

  it('an answer on its way to a slow reader arrives whole', async () => {
    const size = 12_000_000;
    const { http, guests } = await house((_request, response) => response.end(Buffer.alloc(size, 'x')));
    const { socket, closed } = come();
    let bytes = 0;
    socket.on('data', (chunk) => {
      bytes += chunk.length;
      if (bytes > 200_000 && bytes < 400_000) {
        socket.pause();
        setTimeout(() => socket.resume(), 300);
      }
    });
    socket.write(REQUEST);
    await once(http, 'request');
    await guests.leave(10_000);
    await closed;
    expect(bytes).toBeGreaterThan(size);
  });

  it('nobody is waited for longer than patience lasts', async () => {
    const { guests } = await house(() => undefined);
    const { socket, closed } = come();
    socket.write(REQUEST);
    await once(listener, 'connection');
    await guests.leave(50);
    await closed;
  });

  it('whoever never ends a request is let go, though the server itself listens nowhere', async () => {
    const { http } = await house(() => undefined);
    http.headersTimeout = 100;
    http.requestTimeout = 200;
    const { socket, closed, heard } = come();
    socket.write('GET / HTTP/1.1\r\n');
    await closed;
    expect(heard()).toMatch(/^HTTP\/1\.1 408 /);
  });
});
