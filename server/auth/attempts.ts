import { createHash } from 'node:crypto';
import { atomic } from '../../db/atomic';
import type { Db } from '../../db/client';
import {
  deleteFailureAt,
  deleteFailures,
  failuresSince,
  insertFailure,
  pruneFailures,
} from '../../db/sign-in-failures';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import { addressGroup } from './address';

const WINDOW_MS = 15 * 60_000;
const KEPT_MS = 24 * 60 * 60_000;
const LIMITS = { account: 5, address: 30 } as const;

/** An attempt in hand, and the limits that are reached if it fails. */
export interface Attempt {
  readonly at: string;
  readonly accountKey: string;
  readonly addressKey: string;
  readonly lastOf: readonly ('account' | 'address')[];
}

/**
 * AC2: counts an attempt before the password is looked at, so that a hundred at once are a hundred, not one. A
 * full count refuses and says how many minutes to wait; it is the same for addresses that have no account.
 */
export function beginAttempt(db: Db, at: string, who: { email: string; address: string }): Outcome<Attempt> {
  const keys = { account: keyOf('account', who.email), address: keyOf('address', addressGroup(who.address)) };
  const since = shifted(at, -WINDOW_MS);
  return atomic(db, (tx): Outcome<Attempt> => {
    pruneFailures(tx, shifted(at, -KEPT_MS));
    const lastOf: ('account' | 'address')[] = [];
    let freeAt = 0;
    for (const kind of ['account', 'address'] as const) {
      const failures = failuresSince(tx, keys[kind], since);
      const blocking = failures[failures.length - LIMITS[kind]];
      if (blocking !== undefined) freeAt = Math.max(freeAt, Date.parse(blocking) + WINDOW_MS);
      if (failures.length === LIMITS[kind] - 1) lastOf.push(kind);
    }
    if (freeAt > 0)
      return refuse('AC2', { minutes: Math.max(1, Math.ceil((freeAt - Date.parse(at)) / 60_000)) });
    insertFailure(tx, keys.account, at);
    insertFailure(tx, keys.address, at);
    return accept({ at, accountKey: keys.account, addressKey: keys.address, lastOf });
  });
}

/** The attempt succeeded: the account starts afresh; of the address only this attempt is taken back. */
export function forgiveAttempt(tx: Db, attempt: Attempt): void {
  deleteFailures(tx, attempt.accountKey);
  deleteFailureAt(tx, attempt.addressKey, attempt.at);
}

function keyOf(kind: 'account' | 'address', value: string): string {
  return createHash('sha256').update(`${kind}:${value}`).digest('hex');
}

function shifted(at: string, milliseconds: number): string {
  return new Date(Date.parse(at) + milliseconds).toISOString();
}

/** Clears the count of an account, e.g. when its password was replaced by a one-time link. */
export function forgiveAccount(tx: Db, email: string): void {
  deleteFailures(tx, keyOf('account', email));
}
