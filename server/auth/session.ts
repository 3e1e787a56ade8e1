import { decode, type JWT } from 'next-auth/jwt';
import { accountById } from '../../db/accounts';
import type { Db } from '../../db/client';
import { markSeen, type SessionRow, sessionById } from '../../db/sessions';
import type { Config } from '../config';
import type { Clock } from '../ports';
import { SESSION_IDLE_MS } from './cookies';

export interface SessionParts {
  readonly db: Db;
  readonly clock: Clock;
  readonly config: Pick<Config, 'secret'>;
}

export interface StandingSession {
  readonly sessionId: string;
  readonly userId: string;
}

/** `lastSeenAt` is written at most this often. */
const SEEN_STEP_MS = 60_000;

/** AC3: a session stands until it is revoked, too old, or unused for too long. */
export function stands(session: SessionRow, at: string): boolean {
  return (
    session.revokedAt === null &&
    at < session.expiresAt &&
    Date.parse(at) < Date.parse(session.lastSeenAt) + SESSION_IDLE_MS
  );
}

/** The session `sessionId` where it stands now and its person is active, else null. Notes that it was seen. */
export function checkSession(parts: SessionParts, sessionId: string): StandingSession | null {
  const at = parts.clock.now();
  const session = sessionById(parts.db, sessionId);
  if (session === null || !stands(session, at)) return null;
  if (accountById(parts.db, session.userId)?.status !== 'active') return null;
  if (Date.parse(at) - Date.parse(session.lastSeenAt) >= SEEN_STEP_MS) markSeen(parts.db, session.id, at);
  return { sessionId: session.id, userId: session.userId };
}

/** The standing session that a session cookie names, or null. The cookie carries ids; the database decides. */
export async function sessionOfCookie(
  parts: SessionParts,
  value: string | undefined,
): Promise<StandingSession | null> {
  if (value === undefined || value === '') return null;
  let claims: JWT | null;
  try {
    claims = await decode({ token: value, secret: secretOf(parts.config) });
  } catch {
    return null;
  }
  return typeof claims?.sid === 'string' ? checkSession(parts, claims.sid) : null;
}

export function secretOf(config: Pick<Config, 'secret'>): string {
  if (config.secret === null) throw new Error('secretOf: the runtime is built with a secret');
  return config.secret;
}
