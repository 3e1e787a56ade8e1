import { atomic } from '../../db/atomic';
import { appendAudit } from '../../db/audit-log';
import { revokeTokenRow, tokenById } from '../../db/tokens';
import type { Actor } from '../../domain/policy/can';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import { accountEvent } from '../auth/account-event';
import type { Runtime } from '../runtime';
import { managedAccount } from './managed-account';

/** Makes a token worthless at once: its sockets close. One's own, or of somebody one looks after. */
export async function revokeToken(
  runtime: Pick<Runtime, 'db' | 'clock' | 'live'>,
  actor: Actor,
  input: { readonly tokenId: string },
): Promise<Outcome<true>> {
  const at = runtime.clock.now();
  const token = tokenById(runtime.db, input.tokenId);
  if (token === null) return refuse('AC23');
  if (token.userId !== actor.userId) {
    const account = managedAccount(runtime.db, actor, token.userId, at);
    if (!account.ok) return refuse('AC23');
  }
  const revoked = atomic(runtime.db, (tx): boolean => {
    if (!revokeTokenRow(tx, token.id, at)) return false;
    appendAudit(
      tx,
      accountEvent(actor, at, 'token.revoked', token.userId, { token: token.id, name: token.name }),
    );
    return true;
  });
  if (revoked) runtime.live.endToken(token.id);
  return accept(true);
}
