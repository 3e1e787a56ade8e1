import { type AccountRow, accountByEmail, accountById } from '../../db/accounts';
import { atomic } from '../../db/atomic';
import { appendAudit } from '../../db/audit-log';
import { hasIdentityOf, insertIdentity, userOfIdentity } from '../../db/identities';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import type { Runtime } from '../runtime';
import { accountEvent, selfActor } from './account-event';
import { normaliseEmail } from './email';

/** What an OpenID Connect provider has said of somebody, in a signed token. */
export interface ProvenIdentity {
  readonly issuer: string;
  readonly subject: string;
  readonly email: string | null;
  readonly emailVerified: boolean;
}

/**
 * AC4: whose account this identity is. The first time it is bound to the active account with the same e-mail
 * address, where the provider has verified that address and no other identity of this provider holds the
 * account. Accounts are made by the secretariat, never by signing in.
 */
export function signInByIdentity(
  runtime: Pick<Runtime, 'db' | 'clock'>,
  proven: ProvenIdentity,
): Outcome<AccountRow> {
  const key = `${proven.issuer}|${proven.subject}`;
  const at = runtime.clock.now();
  return atomic(runtime.db, (tx): Outcome<AccountRow> => {
    const bound = userOfIdentity(tx, key);
    if (bound !== null) {
      const account = accountById(tx, bound);
      return account?.status === 'active' ? accept(account) : refuse('AC4');
    }
    const email = proven.emailVerified && proven.email !== null ? normaliseEmail(proven.email) : null;
    const account = email === null ? null : accountByEmail(tx, email);
    if (account === null || account.status !== 'active' || account.isDemo) return refuse('AC4');
    if (hasIdentityOf(tx, account.id, proven.issuer)) return refuse('AC4');
    insertIdentity(tx, { key, userId: account.id, createdAt: at });
    appendAudit(
      tx,
      accountEvent(selfActor(account), at, 'identity.bound', account.id, { issuer: proven.issuer }),
    );
    return accept(account);
  });
}
