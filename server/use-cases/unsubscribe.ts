import { accountById } from '../../db/accounts';
import { atomic } from '../../db/atomic';
import { chooseMail } from '../../db/notice-preferences';
import type { MailKind } from '../../domain/notices/mail';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import { readUnsubscribeToken } from '../auth/unsubscribe-token';
import type { Runtime } from '../runtime';

export interface Unsubscriber {
  readonly kind: MailKind;
  readonly email: string;
  readonly locale: 'en' | 'th';
}

/** Whom an address of a mail takes off what. Nothing is changed. */
export function unsubscriberOf(runtime: Runtime, token: string): Outcome<Unsubscriber & { userId: string }> {
  const claim = readUnsubscribeToken(runtime.config.secret ?? '', token);
  const account = claim === null ? null : accountById(runtime.db, claim.userId);
  if (claim === null || account === null || runtime.config.secret === null) return refuse('NO10');
  return accept({ userId: account.id, kind: claim.kind, email: account.email, locale: account.locale });
}

/** NO10: takes a person off one kind of mail, without signing in. Doing it twice changes nothing. */
export async function unsubscribe(runtime: Runtime, token: string): Promise<Outcome<Unsubscriber>> {
  const found = unsubscriberOf(runtime, token);
  if (!found.ok) return found;
  const { userId, kind } = found.value;
  atomic(runtime.db, (tx) => chooseMail(tx, userId, kind, 'never', runtime.clock.now()));
  return found;
}
