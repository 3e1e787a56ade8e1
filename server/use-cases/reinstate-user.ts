import { setStatus } from '../../db/accounts';
import { atomic } from '../../db/atomic';
import { appendAudit } from '../../db/audit-log';
import type { Actor } from '../../domain/policy/can';
import { accept, type Outcome } from '../../domain/refusal';
import { accountEvent } from '../auth/account-event';
import type { Runtime } from '../runtime';
import { managedAccount } from './managed-account';

/** Lets somebody who was suspended in again, with the roles they still hold. They sign in anew. */
export async function reinstateUser(
  runtime: Pick<Runtime, 'db' | 'clock' | 'live'>,
  actor: Actor,
  input: { readonly userId: string },
): Promise<Outcome<true>> {
  const at = runtime.clock.now();
  const done = atomic(runtime.db, (tx): Outcome<true> => {
    const account = managedAccount(tx, actor, input.userId, at);
    if (!account.ok) return account;
    if (account.value.status === 'active') return accept(true);
    setStatus(tx, input.userId, 'active');
    appendAudit(tx, accountEvent(actor, at, 'account.reinstated', input.userId));
    return accept(true);
  });
  if (done.ok) runtime.live.reviewUser(input.userId);
  return done;
}
