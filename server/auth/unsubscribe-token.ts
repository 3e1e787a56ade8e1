import { createHmac, timingSafeEqual } from 'node:crypto';
import { isMailKind, type MailKind } from '../../domain/notices/mail';

/** Whom and of what an address in a mail takes off. */
export interface Unsubscription {
  readonly userId: string;
  readonly kind: MailKind;
}

/**
 * NO10: what stands in the address by which one mail's reader takes themselves off its kind: person and kind, signed by
 * the secret of the installation. It says nothing that the mail does not say, opens nothing else, and has no end: a
 * mail of last year must still be good for it.
 */
export function unsubscribeToken(secret: string, { userId, kind }: Unsubscription): string {
  const claim = Buffer.from(`${userId}.${kind}`, 'utf8').toString('base64url');
  return `${claim}.${signature(secret, claim)}`;
}

export function readUnsubscribeToken(secret: string, token: string): Unsubscription | null {
  const [claim = '', signed = ''] = token.split('.');
  const expected = Buffer.from(signature(secret, claim));
  const given = Buffer.from(signed);
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) return null;
  const [userId = '', kind] = Buffer.from(claim, 'base64url').toString('utf8').split('.');
  return isMailKind(kind) ? { userId, kind } : null;
}

function signature(secret: string, claim: string): string {
  return createHmac('sha256', secret).update(`unsubscribe ${claim}`, 'utf8').digest('base64url');
}
