import { accountById, insertAccount, setPasswordHash } from '../../db/accounts';
import { atomic } from '../../db/atomic';
import { appendAudit } from '../../db/audit-log';
import type { Db } from '../../db/client';
import { consumeLink } from '../../db/links';
import { revokeSessionsOf } from '../../db/sessions';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import { accountEvent, selfActor } from '../auth/account-event';
import { forgiveAccount } from '../auth/attempts';
import { hashPassword } from '../auth/password';
import { checkNewPassword } from '../auth/password-policy';
import { openLink } from '../auth/setup-link';
import { newId } from '../ids';
import type { Runtime } from '../runtime';
import { readPerson, recordAppointment } from './create-user';

export interface RedeemLinkInput {
  readonly secret: string;
  readonly password: string;
  /** Asked of the first administrator only; everybody else's are known. */
  readonly name?: string;
  readonly email?: string;
  readonly locale?: 'en' | 'th';
}

export interface RedeemedLink {
  readonly userId: string;
  readonly email: string;
}

interface Holder {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/**
 * What a one-time link is for: the first administrator's account, or a person's (new) password. Whoever holds
 * the link is the actor, so there is no other. AC5: it works once, and only in time.
 */
export async function redeemLink(
  runtime: Pick<Runtime, 'db' | 'clock' | 'live'>,
  input: RedeemLinkInput,
): Promise<Outcome<RedeemedLink>> {
  const link = openLink(runtime.db, input.secret, runtime.clock.now());
  if (link === null) return refuse('AC5');
  const holder = link.userId === null ? newHolder(input) : holderOf(runtime.db, link.userId);
  if (!holder.ok) return holder;
  const strong = checkNewPassword(input.password, holder.value);
  if (!strong.ok) return strong;
  const passwordHash = await hashPassword(input.password);
  const at = runtime.clock.now();
  const ended = atomic(runtime.db, (tx): Outcome<string[]> => {
    // Somebody else may have used it while the password was hashed.
    const current = openLink(tx, input.secret, at);
    if (current === null || !consumeLink(tx, current.hash, at)) return refuse('AC5');
    const { id, name, email } = holder.value;
    const self = selfActor({ id, name });
    if (current.purpose === 'setup') {
      const locale = input.locale ?? 'en';
      insertAccount(tx, {
        id,
        name,
        email,
        passwordHash,
        locale,
        theme: 'system',
        isDemo: false,
        createdAt: at,
      });
      appendAudit(tx, accountEvent(self, at, 'account.created', id, { name, isDemo: false }));
      const role = { role: 'administrator', bodyId: null, country: null, from: at, to: null } as const;
      recordAppointment(tx, self, at, id, role);
    } else {
      setPasswordHash(tx, id, passwordHash);
      appendAudit(tx, accountEvent(self, at, 'password.changed', id, { by: current.purpose }));
    }
    appendAudit(tx, accountEvent(self, at, 'account.link-used', id, { purpose: current.purpose }));
    forgiveAccount(tx, email);
    return accept(revokeSessionsOf(tx, id, null, at));
  });
  if (!ended.ok) return ended;
  for (const sessionId of ended.value) runtime.live.endSession(sessionId);
  return accept({ userId: holder.value.id, email: holder.value.email });
}

function newHolder(input: RedeemLinkInput): Outcome<Holder> {
  const person = readPerson({ name: input.name ?? '', email: input.email ?? '' });
  return person.ok ? accept({ id: newId('usr'), ...person.value }) : person;
}

function holderOf(db: Db, userId: string): Outcome<Holder> {
  const account = accountById(db, userId);
  return account?.status === 'active' ? accept(account) : refuse('AC5');
}
