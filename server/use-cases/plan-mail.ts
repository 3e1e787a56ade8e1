import type { Db } from '../../db/client';
import { mailChoice } from '../../db/notice-preferences';
import { mailDomain, planMail } from '../../db/outbox';
import { lastDigest, nextDigest } from '../../domain/notices/digest';
import type { NoticeKind } from '../../domain/notices/kinds';
import { newId } from '../ids';

/** The key of the mail that tells of one notice alone. */
export function ownMailKey(noticeId: string): string {
  return `notice:${noticeId}`;
}

/**
 * NO6: plans the mail for a notice, in the transaction that writes it: at once, or with the next digest, of which a
 * person has one a day. Where the installation sends no mail nothing is planned, so that nothing old goes out the day
 * it begins to.
 */
export function planMailFor(
  tx: Db,
  at: string,
  notice: { readonly id: string; readonly userId: string; readonly kind: NoticeKind },
): void {
  const domain = mailDomain(tx);
  if (domain === null) return;
  const choice = mailChoice(tx, notice.userId, notice.kind);
  if (choice === 'never') return;
  const { userId } = notice;
  if (choice === 'atOnce') {
    const data = { notices: [notice.id] };
    planMail(
      tx,
      { id: newId('mail'), userId, kind: notice.kind, data, key: ownMailKey(notice.id), dueAt: at, at },
      domain,
    );
    return;
  }
  if (mailChoice(tx, userId, 'digest') === 'never') return;
  const next = nextDigest(at);
  planMail(
    tx,
    {
      id: newId('mail'),
      userId,
      kind: 'digest',
      data: { from: lastDigest(at).at, to: next.at },
      key: `digest:${userId}:${next.day}`,
      dueAt: next.at,
      at,
    },
    domain,
  );
}
