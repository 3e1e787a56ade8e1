import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { SocketIdentity } from './identity';

/** What a person at the door asks for. */
export interface Knock {
  readonly documentId: string;
  /** Hash of the text schema the client knows, or null where it does not say. */
  readonly schema: string | null;
  /** Id of the person whose page it is, or null where it does not say. */
  readonly user: string | null;
}

export interface Refused {
  readonly status: 400 | 401 | 403 | 404 | 429 | 500 | 503;
  readonly text: string;
}

const PATH = /^\/sync\/([\w-]{1,64})$/;
/** Nothing secret may stand in an address: it ends up in logs and histories. */
const SECRETS: readonly string[] = [
  'token',
  'access_token',
  'auth',
  'authorization',
  'session',
  'ticket',
  'key',
];

/** Reads the address of an upgrade (SY1): `/sync/<documentId>`, with `schema` and `user` as the only questions of meaning. */
export function readKnock(url: string | undefined): Knock | Refused {
  if (url === undefined || !url.startsWith('/') || url.startsWith('//')) {
    return { status: 400, text: 'The address must begin with a path.' };
  }
  const [path = '', query = ''] = url.split('?', 2);
  const documentId = PATH.exec(path)?.[1];
  if (documentId === undefined) return { status: 404, text: 'There is no document at this address.' };
  const asked = new URLSearchParams(query);
  if (SECRETS.some((name) => asked.has(name))) {
    return { status: 400, text: 'Send tokens in the Authorization header, never in the address.' };
  }
  return { documentId, schema: asked.get('schema'), user: asked.get('user') };
}

/** A cookie travels by itself, so whoever comes with one must come from a page of ours (SY1). */
export function originFault(
  identity: SocketIdentity,
  request: IncomingMessage,
  isAllowed: (origin: string | undefined) => boolean,
): Refused | null {
  if (identity.via === 'bearer' || isAllowed(request.headers.origin)) return null;
  return { status: 403, text: 'This page may not open documents here.' };
}

const REASONS: Readonly<Record<Refused['status'], string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
};

/** Answers an upgrade with a plain HTTP response and hangs up. */
export function answerPlainly(socket: Duplex, { status, text }: Refused): void {
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const body = `${text}\n`;
  const head = [
    `HTTP/1.1 ${status} ${REASONS[status]}`,
    'Connection: close',
    'Content-Type: text/plain; charset=utf-8',
    'Cache-Control: no-store',
    `Content-Length: ${Buffer.byteLength(body)}`,
    ...(status === 401 ? ['WWW-Authenticate: Bearer'] : []),
  ];
  socket.once('finish', () => socket.destroy());
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
