import type { IncomingMessage } from 'node:http';
import { accountById } from '../../db/accounts';
import type { Db } from '../../db/client';
import { markTokenUsed, tokenByHash } from '../../db/tokens';
import type { Config } from '../config';
import type { Clock } from '../ports';
import { cookieName } from './cookies';
import { secretDigest } from './digest';
import { sessionOfCookie } from './session';

/** Who is at the other end of a socket or of a program's request. */
export interface SocketIdentity {
  readonly userId: string;
  readonly sessionId: string | null;
  readonly tokenId: string | null;
  /** A cookie travels by itself, so whoever sees `cookie` must also check the Origin. */
  readonly via: 'cookie' | 'bearer';
}

export interface IdentifyParts {
  readonly db: Db;
  readonly clock: Clock;
  readonly config: Pick<Config, 'secureCookies'>;
  readonly secret: string;
}

const USED_STEP_MS = 60_000;

/** AC10: a browser by its session cookie, a program by `Authorization: Bearer`; never by anything in the address. */
export function createIdentify(
  parts: IdentifyParts,
): (request: IncomingMessage) => Promise<SocketIdentity | null> {
  const sessions = { db: parts.db, clock: parts.clock, config: { secret: parts.secret } };
  return async (request) => {
    const bearer = request.headers.authorization;
    if (bearer !== undefined) return identityOfBearer(parts, bearer);
    const cookie = cookieValue(request.headers.cookie, cookieName(parts.config, 'session'));
    const session = await sessionOfCookie(sessions, cookie);
    return session === null ? null : { ...session, tokenId: null, via: 'cookie' };
  };
}

/** Whose token an Authorization header carries; null where it is unknown, revoked, expired, or its person suspended. */
export function identityOfBearer(
  parts: Pick<IdentifyParts, 'db' | 'clock'>,
  header: string,
): SocketIdentity | null {
  const secret = /^Bearer ([\w.~+/-]{20,200}=*)$/i.exec(header.trim())?.[1];
  const token = secret === undefined ? null : tokenByHash(parts.db, secretDigest(secret));
  if (token === null || token.revokedAt !== null) return null;
  const at = parts.clock.now();
  if (token.expiresAt !== null && token.expiresAt <= at) return null;
  if (accountById(parts.db, token.userId)?.status !== 'active') return null;
  if (token.lastUsedAt === null || Date.parse(at) - Date.parse(token.lastUsedAt) >= USED_STEP_MS) {
    markTokenUsed(parts.db, token.id, at);
  }
  return { userId: token.userId, sessionId: null, tokenId: token.id, via: 'bearer' };
}

function cookieValue(header: string | undefined, name: string): string | undefined {
  for (const pair of header?.split(';') ?? []) {
    const equals = pair.indexOf('=');
    if (equals > 0 && pair.slice(0, equals).trim() === name) return pair.slice(equals + 1).trim();
  }
  return undefined;
}
