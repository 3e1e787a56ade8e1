import { atomic } from '../../db/atomic';
import { appendAudit } from '../../db/audit-log';
import { revokeSessionRow, sessionById } from '../../db/sessions';
import type { Actor } from '../../domain/policy/can';
import type { Runtime } from '../runtime';
import { accountEvent } from './account-event';

export type EndReason = 'signedOut' | 'signedInAgain' | 'revoked';

/** Ends one session and closes its sockets; false where it had ended before. */
export function endSession(
  runtime: Pick<Runtime, 'db' | 'clock' | 'live'>,
  actor: Actor,
  sessionId: string,
  reason: EndReason,
): boolean {
  const at = runtime.clock.now();
  const ended = atomic(runtime.db, (tx): boolean => {
    const session = sessionById(tx, sessionId);
    if (session === null || !revokeSessionRow(tx, sessionId, at)) return false;
    appendAudit(
      tx,
      accountEvent(actor, at, 'session.revoked', session.userId, { session: sessionId, reason }),
    );
    return true;
  });
  if (ended) runtime.live.endSession(sessionId);
  return ended;
}
