import { loadActor } from '../../db/actors';
import type { Db } from '../../db/client';
import { insertNotice, peopleAppointed } from '../../db/notices';
import { ROLES } from '../../domain/body/grants';
import type { NoticeEvent } from '../../domain/notices/kinds';
import { newId } from '../ids';

/**
 * Tells people of something, in the transaction in which it happens: whoever holds one of the roles at that instant,
 * in one of the delegations where some are named. The same event tells nobody twice.
 */
export function tell(tx: Db, at: string, event: NoticeEvent): void {
  for (const userId of peopleToTell(tx, at, event)) {
    insertNotice(tx, {
      id: newId('ntc'),
      userId,
      kind: event.kind,
      documentId: event.documentId,
      data: JSON.stringify(event.data),
      key: event.key,
      at,
      readAt: null,
    });
  }
}

function peopleToTell(tx: Db, at: string, { bodyId, to }: NoticeEvent): string[] {
  // A chair out of term is a delegate, a delegate of an observer an observer: so all are asked what they are now.
  const candidates = peopleAppointed(tx, bodyId, ROLES);
  const holders = candidates.filter((userId) => {
    const grants = loadActor(tx, userId, null, at)?.grants ?? [];
    return grants.some(
      (grant) =>
        grant.bodyId === bodyId &&
        to.roles.includes(grant.role) &&
        (to.countries === undefined || (grant.country !== null && to.countries.includes(grant.country))),
    );
  });
  return [...new Set([...holders, ...(to.userIds ?? [])])].filter((userId) => userId !== to.except);
}
