import { atomic } from '../../db/atomic';
import { appendAudit } from '../../db/audit-log';
import { insertSession, type SessionRow } from '../../db/sessions';
import { newId } from '../ids';
import type { Runtime } from '../runtime';
import { accountEvent, selfActor } from './account-event';
import { SESSION_ABSOLUTE_MS } from './cookies';

/** Where a sign-in comes from, for the owner's list of sessions. */
export interface Origin {
  readonly userAgent: string;
  readonly address: string;
}

/** A new session for a person who has just proved who they are. Each sign-in gets one of its own (AC3). */
export function startSession(
  runtime: Pick<Runtime, 'db' | 'clock'>,
  account: { readonly id: string; readonly name: string },
  via: SessionRow['via'],
  origin: Origin,
): string {
  const at = runtime.clock.now();
  const id = newId('ses');
  atomic(runtime.db, (tx) => {
    insertSession(tx, {
      id,
      userId: account.id,
      via,
      createdAt: at,
      expiresAt: new Date(Date.parse(at) + SESSION_ABSOLUTE_MS).toISOString(),
      userAgent: origin.userAgent.slice(0, 300),
      address: origin.address.slice(0, 64),
    });
    appendAudit(
      tx,
      accountEvent(selfActor(account), at, 'session.started', account.id, { session: id, via }),
    );
  });
  return id;
}
