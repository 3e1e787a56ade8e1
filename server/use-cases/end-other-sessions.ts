import { atomic } from '../../db/atomic';
import { appendAudit } from '../../db/audit-log';
import { revokeSessionsOf } from '../../db/sessions';
import type { Actor } from '../../domain/policy/can';
import { accept, type Outcome } from '../../domain/refusal';
import { accountEvent } from '../auth/account-event';
import type { Runtime } from '../runtime';

/** Ends all sessions of a person but the one they ask from. */
export async function endOtherSessions(
  runtime: Pick<Runtime, 'db' | 'clock' | 'live'>,
  actor: Actor,
): Promise<Outcome<{ sessionsEnded: number }>> {
  const at = runtime.clock.now();
  const ended = atomic(runtime.db, (tx) => {
    const sessions = revokeSessionsOf(tx, actor.userId, actor.sessionId, at);
    for (const session of sessions) {
      appendAudit(
        tx,
        accountEvent(actor, at, 'session.revoked', actor.userId, { session, reason: 'revoked' }),
      );
    }
    return sessions;
  });
  for (const sessionId of ended) runtime.live.endSession(sessionId);
  return accept({ sessionsEnded: ended.length });
}
