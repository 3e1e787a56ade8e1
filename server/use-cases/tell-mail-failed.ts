import { accountById } from '../../db/accounts';
import { loadActor } from '../../db/actors';
import { lastingAdministrators } from '../../db/appointments';
import type { Db } from '../../db/client';
import { dayAtSeat } from '../../domain/notices/digest';
import { tell } from './tell';

/**
 * NO11: mail to somebody was refused for good. Whoever looks after their account is told in the inbox, once a day: the
 * secretariat of the bodies they sit in, or where they sit in none, the administrators.
 */
export function tellMailFailed(tx: Db, at: string, userId: string): void {
  const person = accountById(tx, userId);
  if (person === null) return;
  const grants = loadActor(tx, userId, null, at)?.grants ?? [];
  const bodyIds = [...new Set(grants.flatMap((grant) => grant.bodyId ?? []))];
  const event = {
    kind: 'mailFailed',
    documentId: null,
    data: { person: person.name },
    key: `mailFailed:${userId}:${dayAtSeat(at)}`,
  } as const;
  for (const bodyId of bodyIds) tell(tx, at, { ...event, bodyId, to: { roles: ['secretariat'] } });
  if (bodyIds.length === 0) {
    const userIds = lastingAdministrators(tx, at, null);
    tell(tx, at, { ...event, bodyId: '', to: { roles: [], userIds } });
  }
}
