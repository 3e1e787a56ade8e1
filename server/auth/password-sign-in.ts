import { type AccountRow, accountByEmail } from '../../db/accounts';
import { atomic } from '../../db/atomic';
import { appendAudit } from '../../db/audit-log';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import type { Runtime } from '../runtime';
import { accountEvent } from './account-event';
import { type Attempt, beginAttempt, forgiveAttempt } from './attempts';
import { normaliseEmail } from './email';
import { verifyPassword } from './password';
import { PASSWORD_MAX } from './password-policy';
import { systemActor } from './system-actor';

/**
 * Whose e-mail and password these are. AC1: one answer for a wrong password, an unknown address, a suspended
 * person and one who signs in another way, and all take as long.
 */
export async function signInByPassword(
  runtime: Pick<Runtime, 'db' | 'clock' | 'logger'>,
  input: { readonly email: string; readonly password: string; readonly address: string },
): Promise<Outcome<AccountRow>> {
  const email = normaliseEmail(input.email) ?? input.email.slice(0, 254).toLowerCase();
  const attempt = beginAttempt(runtime.db, runtime.clock.now(), { email, address: input.address });
  if (!attempt.ok) return attempt;
  const account = accountByEmail(runtime.db, email);
  const fits = await verifyPassword(account?.passwordHash ?? null, input.password.slice(0, PASSWORD_MAX + 1));
  if (account === null || !fits || account.status !== 'active') {
    noteFailure(runtime, attempt.value, account);
    return refuse('AC1');
  }
  atomic(runtime.db, (tx) => forgiveAttempt(tx, attempt.value));
  return accept(account);
}

function noteFailure(
  runtime: Pick<Runtime, 'db' | 'clock' | 'logger'>,
  attempt: Attempt,
  account: AccountRow | null,
): void {
  const at = runtime.clock.now();
  runtime.logger.info({ event: 'sign-in.failed', userId: account?.id ?? null }, 'sign-in failed');
  if (attempt.lastOf.length === 0) return;
  atomic(runtime.db, (tx) => {
    for (const by of attempt.lastOf) {
      const subject = by === 'account' ? (account?.id ?? 'unknown') : attempt.addressKey.slice(0, 16);
      const event = accountEvent(systemActor('Sign-in'), at, 'sign-in.limited', subject, { by });
      appendAudit(tx, { ...event, subjectType: by });
    }
  });
}
