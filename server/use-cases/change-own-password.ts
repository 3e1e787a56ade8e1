import { accountById, setPasswordHash } from '../../db/accounts';
import { atomic } from '../../db/atomic';
import { appendAudit } from '../../db/audit-log';
import { deleteUnusedLinks } from '../../db/links';
import { revokeSessionsOf } from '../../db/sessions';
import type { Actor } from '../../domain/policy/can';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import { accountEvent } from '../auth/account-event';
import { beginAttempt, forgiveAttempt } from '../auth/attempts';
import { hashPassword, verifyPassword } from '../auth/password';
import { checkNewPassword } from '../auth/password-policy';
import type { Runtime } from '../runtime';

export interface ChangeOwnPasswordInput {
  readonly current: string;
  readonly next: string;
  /** Where the request comes from: guessing here is counted like guessing at the door. */
  readonly address: string;
}

/** A person's own new password. All their other sessions end; this one goes on. */
export async function changeOwnPassword(
  runtime: Pick<Runtime, 'db' | 'clock' | 'live'>,
  actor: Actor,
  input: ChangeOwnPasswordInput,
): Promise<Outcome<{ sessionsEnded: number }>> {
  const { db, clock } = runtime;
  const account = accountById(db, actor.userId);
  if (account === null || account.passwordHash === null) return refuse('AC29');
  const strong = checkNewPassword(input.next, account);
  if (!strong.ok) return strong;
  const attempt = beginAttempt(db, clock.now(), { email: account.email, address: input.address });
  if (!attempt.ok) return attempt;
  if (!(await verifyPassword(account.passwordHash, input.current))) return refuse('AC18');
  const passwordHash = await hashPassword(input.next);
  const at = clock.now();
  const ended = atomic(db, (tx) => {
    forgiveAttempt(tx, attempt.value);
    setPasswordHash(tx, actor.userId, passwordHash);
    deleteUnusedLinks(tx, actor.userId);
    appendAudit(tx, accountEvent(actor, at, 'password.changed', actor.userId, { by: 'self' }));
    return revokeSessionsOf(tx, actor.userId, actor.sessionId, at);
  });
  for (const sessionId of ended) runtime.live.endSession(sessionId);
  return accept({ sessionsEnded: ended.length });
}
