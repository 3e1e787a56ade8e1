import { createServer, type IncomingMessage, Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Logger } from 'pino';
import { stampRequest } from './auth/request-facts';
import type { Config } from './config';
import { applySecurityHeaders } from './headers';
import { answerOperations, answerText, type OperationsParts } from './operations';
import { isAllowedOrigin } from './origin';

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;
export type Upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

export interface HttpParts {
  readonly config: Config;
  readonly logger: Logger;
  /** Next's request handler; until it is ready, people get a short 503. */
  readonly pages: () => Handler | null;
  readonly sync: Upgrade;
  /** Stands in for the HTTP server towards Next, which adds an `upgrade` listener of its own. */
  readonly relay: Server;
  readonly operations: OperationsParts;
  /** Once true, nothing but health and metrics is answered any more. */
  readonly isStopping: () => boolean;
}

/** A server that never listens: Next may add its listeners to it without ending our sockets. */
export function createRelay(): Server {
  return new Server();
}

/** Answers pages. Sockets on `/sync/…` come here only behind a page's request on the same connection, as some proxies send them. */
export function createHttpServer(parts: HttpParts): Server {
  const server = createServer((request, response) => {
    stampRequest(request);
    applySecurityHeaders(parts.config, request, response);
    if (answerOperations(parts.operations, request, response)) return;
    if (parts.isStopping()) {
      response.setHeader('Connection', 'close');
      answerText(response, 503, 'Mufakat is going down. Try again in a moment.');
      return;
    }
    if (!mayChangeSomething(parts.config, request)) {
      answerText(response, 403, 'This request did not come from a page of this site.');
      return;
    }
    const pages = parts.pages();
    if (pages === null) {
      response.setHeader('Retry-After', '2');
      answerText(response, 503, 'Mufakat is starting. Try again in a moment.');
      return;
    }
    pages(request, response).catch((error: unknown) => {
      parts.logger.error({ err: error }, 'a page failed');
      if (!response.headersSent)
        answerText(response, 500, 'Something went wrong on the server. Nothing was changed.');
    });
  });
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy());
    const url = request.url ?? '';
    if (url.startsWith('/sync/')) parts.sync(request, socket, head);
    else if (parts.config.mode === 'development' && url.startsWith('/_next/')) {
      parts.relay.emit('upgrade', request, socket, head);
    } else socket.destroy();
  });
  server.on('clientError', refuseRubbish);
  limitWaiting(server);
  return server;
}

/** How long a connection may be idle, and a request under way. */
export function limitWaiting(server: Server): void {
  // Longer than proxies keep what they may use again: whoever hangs up first loses no request of the other.
  server.keepAliveTimeout = 75_000;
  server.requestTimeout = 60_000;
  server.headersTimeout = 20_000;
}

/**
 * Answers bytes that are no HTTP. A connection that a browser opened ahead of need and that sent nothing in time is
 * closed without a word: a word would be taken for the answer to the next request on it.
 */
export function refuseRubbish(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ERR_HTTP_REQUEST_TIMEOUT' || error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n');
}

const ONE_CLICK = /^\/api\/notices\/unsubscribe\/[\w.-]+$/;

/** AC9: anything but reading must come from a page of ours; a missing Origin is no excuse. */
function mayChangeSomething(config: Config, request: IncomingMessage): boolean {
  const method = request.method ?? 'GET';
  if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS') return true;
  // NO10: mail programs take somebody off a list without a page; the token in the address is what counts there.
  if (method === 'POST' && ONE_CLICK.test(request.url ?? '')) return true;
  return isAllowedOrigin(config, request.headers.origin);
}
