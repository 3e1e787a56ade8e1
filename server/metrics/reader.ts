import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);
const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip'];

/**
 * Whether this request may read the metrics: whoever shows the token; where none is set, a program on this very
 * machine. A proxy on this machine is no such program: what it passes on comes from somewhere else.
 */
export function mayReadMetrics(request: IncomingMessage, token: string | null, proxies: number): boolean {
  if (token !== null) {
    const shown = /^Bearer ([^\s]+)$/.exec(request.headers.authorization ?? '')?.[1];
    return shown !== undefined && isSame(shown, token);
  }
  return (
    proxies === 0 &&
    LOOPBACK.has(request.socket.remoteAddress ?? '') &&
    !FORWARDED.some((name) => request.headers[name] !== undefined)
  );
}

/** Compared by digest, so that the time taken tells nothing about the token. */
function isSame(shown: string, token: string): boolean {
  return timingSafeEqual(digest(shown), digest(token));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text, 'utf8').digest();
}
