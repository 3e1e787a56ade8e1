import { hasAccounts } from '../../db/accounts';
import { atomic } from '../../db/atomic';
import type { Db } from '../../db/client';
import { deleteUnusedLinks, insertLink, type LinkRow, linkByHash } from '../../db/links';
import { newSecret } from '../ids';
import type { Clock } from '../ports';
import { secretDigest } from './digest';

const DAY_MS = 24 * 60 * 60 * 1000;
const LIFETIME_MS: Readonly<Record<LinkRow['purpose'], number>> = {
  setup: DAY_MS,
  invitation: 7 * DAY_MS,
  reset: DAY_MS,
};

/**
 * The secret of a new one-time link (AC5). Called inside the transaction of what it belongs to; older unused
 * links of the same person stop working.
 */
export function makeLink(tx: Db, at: string, purpose: LinkRow['purpose'], userId: string | null): string {
  const secret = newSecret();
  deleteUnusedLinks(tx, userId);
  insertLink(tx, {
    hash: secretDigest(secret),
    purpose,
    userId,
    createdAt: at,
    expiresAt: new Date(Date.parse(at) + LIFETIME_MS[purpose]).toISOString(),
  });
  return secret;
}

/** The link a secret opens, while it is unused, in time and still of use; else null. */
export function openLink(db: Db, secret: string, at: string): LinkRow | null {
  const link = linkByHash(db, secretDigest(secret));
  if (link === null || link.usedAt !== null || link.expiresAt <= at) return null;
  return link.purpose === 'setup' && hasAccounts(db) ? null : link;
}

/**
 * For the first start: while the installation has nobody in it, the secret of a link that makes the first
 * administrator. A restart makes a new one and the old one stops working.
 */
export function ensureSetupLink(db: Db, clock: Clock): string | null {
  return atomic(db, (tx) => (hasAccounts(tx) ? null : makeLink(tx, clock.now(), 'setup', null)));
}

export function linkPath(secret: string): string {
  return `/set-up/${secret}`;
}
