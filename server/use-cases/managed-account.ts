import { type AccountRow, accountById } from '../../db/accounts';
import { appointmentsOf } from '../../db/appointments';
import type { Db } from '../../db/client';
import { type Actor, canInSystem } from '../../domain/policy/can';
import { bodiesInCare, canManageAccount } from '../../domain/policy/people';
import { accept, type Outcome, refuse } from '../../domain/refusal';

/** The account an actor wants to look after, where the policy lets them (AC11, AC12, AC23). */
export function managedAccount(db: Db, actor: Actor, userId: string, at: string): Outcome<AccountRow> {
  const mayManage = canInSystem(actor, 'managePeople');
  if (!mayManage.ok) return mayManage;
  const account = accountById(db, userId);
  if (account === null) return refuse('AC23');
  const allowed = canManageAccount(actor, appointmentsOf(db, userId), at);
  return allowed.ok ? accept(account) : allowed;
}

/** The account of somebody an actor may see in the list of people; AC23 for everybody else. */
export function knownAccount(db: Db, actor: Actor, userId: string): Outcome<AccountRow> {
  const mayManage = canInSystem(actor, 'managePeople');
  if (!mayManage.ok) return mayManage;
  const account = accountById(db, userId);
  const care = bodiesInCare(actor);
  const isKnown =
    care === null ||
    appointmentsOf(db, userId).some((entry) => entry.bodyId !== null && care.includes(entry.bodyId));
  return account === null || !isKnown ? refuse('AC23') : accept(account);
}
