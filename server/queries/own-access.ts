import { unrevokedSessionsOf } from '../../db/sessions';
import { unrevokedTokensOf } from '../../db/tokens';
import type { Actor } from '../../domain/policy/can';
import { stands } from '../auth/session';
import type { Runtime } from '../runtime';

export interface SessionLine {
  readonly id: string;
  readonly via: 'password' | 'oidc' | 'demo' | 'setup';
  readonly userAgent: string;
  readonly address: string;
  readonly createdAt: string;
  readonly lastSeenAt: string;
  readonly isThisOne: boolean;
}

export interface TokenLine {
  readonly id: string;
  readonly name: string;
  readonly createdAt: string;
  readonly expiresAt: string | null;
  readonly isExpired: boolean;
  readonly lastUsedAt: string | null;
}

/** Where a person is signed in now, this browser first. Their own only: an actor is the answer to "whose". */
export function ownSessions(runtime: Pick<Runtime, 'db' | 'clock'>, actor: Actor): SessionLine[] {
  const at = runtime.clock.now();
  return unrevokedSessionsOf(runtime.db, actor.userId)
    .filter((session) => stands(session, at))
    .map(({ id, via, userAgent, address, createdAt, lastSeenAt }) => ({
      id,
      via,
      userAgent,
      address,
      createdAt,
      lastSeenAt,
      isThisOne: id === actor.sessionId,
    }))
    .sort((a, b) => Number(b.isThisOne) - Number(a.isThisOne));
}

export function ownTokens(runtime: Pick<Runtime, 'db' | 'clock'>, actor: Actor): TokenLine[] {
  const at = runtime.clock.now();
  return unrevokedTokensOf(runtime.db, actor.userId).map(
    ({ id, name, createdAt, expiresAt, lastUsedAt }) => ({
      id,
      name,
      createdAt,
      expiresAt,
      isExpired: expiresAt !== null && expiresAt <= at,
      lastUsedAt,
    }),
  );
}
