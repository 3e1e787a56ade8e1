import { accountById } from '../../db/accounts';
import { atomic } from '../../db/atomic';
import { appendAudit } from '../../db/audit-log';
import { insertToken, unrevokedTokensOf } from '../../db/tokens';
import { instantUntil } from '../../domain/body/days';
import type { Actor } from '../../domain/policy/can';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import { accountEvent } from '../auth/account-event';
import { secretDigest } from '../auth/digest';
import { isSystemActor } from '../auth/system-actor';
import { newId, newSecret } from '../ids';
import type { Runtime } from '../runtime';

export interface CreateTokenInput {
  /** Whose token it is: one's own, unless the installation's own hand makes it. */
  readonly userId: string;
  readonly name: string;
  /** Last day or instant of its life; without one it lives until it is revoked. */
  readonly expiresAt?: string | null;
}

const NAME_MAX = 60;
const TOKENS_MAX = 20;

/** An access token for a program. It may what its person may, and is shown this once. */
export async function createToken(
  runtime: Pick<Runtime, 'db' | 'clock'>,
  actor: Actor,
  input: CreateTokenInput,
): Promise<Outcome<{ tokenId: string; token: string }>> {
  if (input.userId !== actor.userId && !isSystemActor(actor)) return refuse('AC23');
  const name = input.name.normalize('NFC').trim();
  if (name === '' || [...name].length > NAME_MAX || /\p{Cc}|\p{Cf}/u.test(name)) {
    return refuse('AC22', { maximum: NAME_MAX });
  }
  const at = runtime.clock.now();
  const hasEnd = input.expiresAt !== undefined && input.expiresAt !== null && input.expiresAt !== '';
  const expiresAt = hasEnd ? instantUntil(input.expiresAt ?? '') : null;
  if (hasEnd && (expiresAt === null || expiresAt <= at)) return refuse('AC32');
  const token = `mfk_${newSecret()}`;
  return atomic(runtime.db, (tx): Outcome<{ tokenId: string; token: string }> => {
    const account = accountById(tx, input.userId);
    if (account === null) return refuse('AC23');
    if (account.status !== 'active') return refuse('AC28');
    if (unrevokedTokensOf(tx, account.id).length >= TOKENS_MAX)
      return refuse('AC30', { maximum: TOKENS_MAX });
    const tokenId = newId('tok');
    insertToken(tx, {
      id: tokenId,
      userId: account.id,
      name,
      hash: secretDigest(token),
      createdAt: at,
      expiresAt,
    });
    appendAudit(
      tx,
      accountEvent(actor, at, 'token.created', account.id, { token: tokenId, name, expiresAt }),
    );
    return accept({ tokenId, token });
  });
}
