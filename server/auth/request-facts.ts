import type { IncomingMessage } from 'node:http';

/**
 * Pages see a request only through its headers. These two are written by our own HTTP server over whatever a
 * client sent under the same names: where the connection comes from, and which page was asked for.
 */
export const PEER_HEADER = 'x-mufakat-peer';
export const PATH_HEADER = 'x-mufakat-path';

export function stampRequest(request: IncomingMessage): void {
  request.headers[PEER_HEADER] = request.socket.remoteAddress ?? '';
  request.headers[PATH_HEADER] = request.url ?? '/';
}
