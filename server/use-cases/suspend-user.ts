import { setStatus } from '../../db/accounts';
import { lastingAdministrators } from '../../db/appointments';
import { atomic } from '../../db/atomic';
import { appendAudit } from '../../db/audit-log';
import { deleteUnusedLinks } from '../../db/links';
import { revokeSessionsOf } from '../../db/sessions';
import type { Actor } from '../../domain/policy/can';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import { accountEvent } from '../auth/account-event';
import type { Runtime } from '../runtime';
import { managedAccount } from './managed-account';

/**
 * Shuts somebody out at once: their sessions end, their links and tokens stop working, their sockets close. What
 * they wrote and the roles they held stay on record.
 */
export async function suspendUser(
  runtime: Pick<Runtime, 'db' | 'clock' | 'live'>,
  actor: Actor,
  input: { readonly userId: string },
): Promise<Outcome<true>> {
  const at = runtime.clock.now();
  if (input.userId === actor.userId) return refuse('AC14');
  const done = atomic(runtime.db, (tx): Outcome<string[]> => {
    const account = managedAccount(tx, actor, input.userId, at);
    if (!account.ok) return account;
    if (account.value.status === 'suspended') return accept([]);
    const administrators = lastingAdministrators(tx, at, null);
    if (administrators.length > 0 && administrators.every((userId) => userId === input.userId)) {
      return refuse('AC15');
    }
    setStatus(tx, input.userId, 'suspended');
    deleteUnusedLinks(tx, input.userId);
    const sessions = revokeSessionsOf(tx, input.userId, null, at);
    const data = { sessions: sessions.length };
    appendAudit(tx, accountEvent(actor, at, 'account.suspended', input.userId, data));
    return accept(sessions);
  });
  if (!done.ok) return done;
  for (const sessionId of done.value) runtime.live.endSession(sessionId);
  runtime.live.reviewUser(input.userId);
  return accept(true);
}
