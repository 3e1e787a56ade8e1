import { loadActor } from '../../db/actors';
import type { Db } from '../../db/client';
import { insertNotice, peopleAppointed } from '../../db/notices';
import { PARTIES, ROLES, type Role } from '../../domain/body/grants';
import { audienceFault, RING_KINDS } from '../../domain/notices/audience';
import { noticeData } from '../../domain/notices/data';
import type { NoticeEvent } from '../../domain/notices/kinds';
import type { Actor } from '../../domain/policy/can';
import { innerRingOf } from '../../domain/policy/rings';
import type { DocumentState } from '../../domain/procedure/states';
import { newId } from '../ids';
import { planMailFor } from './plan-mail';

/** Those at the table who may read a document in its state; a draft is not the observers'. */
export function readersOf(document: { readonly state: DocumentState }): readonly Role[] {
  return document.state === 'draft' ? PARTIES.filter((role) => role !== 'observer') : PARTIES;
}

/**
 * Tells people of something, in the transaction in which it happens: whoever holds one of the roles at that instant,
 * in one of the delegations where some are named. The same event tells nobody twice (NO1). Mail that a person wants
 * is planned in the same transaction (NO6). Data that could hold words (NO2) and an audience that reaches beyond a
 * ring (NO3) are bugs of the caller.
 */
export function tell(tx: Db, at: string, event: NoticeEvent): void {
  const checked = noticeData(event.kind, event.data);
  if (!checked.ok) throw new Error(`tell: ${event.kind} with fields ${checked.fields.join(' ')}`);
  const fault = audienceFault(event.kind, event.to);
  if (fault !== null) throw new Error(`tell: ${fault}`);
  for (const person of peopleToTell(tx, at, event)) {
    const insideOf = RING_KINDS.includes(event.kind) ? innerRingOf(person, event.bodyId) : null;
    const notice = {
      id: newId('ntc'),
      userId: person.userId,
      kind: event.kind,
      documentId: event.documentId,
      data: JSON.stringify({ ...checked.data, ...(insideOf === null ? {} : { insideOf }) }),
      key: event.key,
      at,
      readAt: null,
    };
    if (insertNotice(tx, notice)) planMailFor(tx, at, { ...notice, kind: event.kind });
  }
}

function peopleToTell(tx: Db, at: string, { bodyId, to }: NoticeEvent): Actor[] {
  const actorOf = (userId: string) => loadActor(tx, userId, null, at) ?? [];
  // A chair out of term is a delegate, a delegate of an observer an observer: so all are asked what they are now.
  const holders = to.roles.length === 0 ? [] : peopleAppointed(tx, bodyId, ROLES).flatMap(actorOf);
  const told = holders.filter(({ grants }) =>
    grants.some(
      (grant) =>
        grant.bodyId === bodyId &&
        to.roles.includes(grant.role) &&
        (to.countries === undefined || (grant.country !== null && to.countries.includes(grant.country))),
    ),
  );
  const named = (to.userIds ?? []).flatMap(actorOf);
  const people = new Map([...told, ...named].map((actor) => [actor.userId, actor]));
  return [...people.values()].filter(({ userId }) => userId !== to.except);
}
