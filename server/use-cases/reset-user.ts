import { atomic } from '../../db/atomic';
import { appendAudit } from '../../db/audit-log';
import type { Actor } from '../../domain/policy/can';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import { accountEvent } from '../auth/account-event';
import { linkPath, makeLink } from '../auth/setup-link';
import type { Runtime } from '../runtime';
import { managedAccount } from './managed-account';

/**
 * A one-time link by which a person chooses a new password. Until they use it the old password and their
 * sessions go on; using it ends the sessions. It is on record who made the link.
 */
export async function resetUser(
  runtime: Pick<Runtime, 'db' | 'clock'>,
  actor: Actor,
  input: { readonly userId: string },
): Promise<Outcome<{ linkPath: string }>> {
  const at = runtime.clock.now();
  return atomic(runtime.db, (tx): Outcome<{ linkPath: string }> => {
    const account = managedAccount(tx, actor, input.userId, at);
    if (!account.ok) return account;
    if (account.value.status !== 'active') return refuse('AC28');
    const purpose = account.value.passwordHash === null ? 'invitation' : 'reset';
    const secret = makeLink(tx, at, purpose, input.userId);
    appendAudit(tx, accountEvent(actor, at, 'account.link-made', input.userId, { purpose }));
    return accept({ linkPath: linkPath(secret) });
  });
}
