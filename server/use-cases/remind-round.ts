import { atomic } from '../../db/atomic';
import type { Db } from '../../db/client';
import { findPlan } from '../../db/plans';
import {
  eventsOf,
  findRound,
  insertReturnEvent,
  type ReturnRow,
  type RoundRow,
  returnsOf,
} from '../../db/rounds';
import { isOwed, REMINDERS, type Reminder, reminderDue } from '../../domain/monitoring/reminders';
import { DELEGATION_ROLES } from '../../domain/policy/rings';
import { newId } from '../ids';
import type { Runtime } from '../runtime';
import { tell } from './tell';

/**
 * Reminds the delegations that owe a return of a round, each reminder once for each close of the window (MO32): what
 * went out is on record, so it does not go out again after a stop. Returns how many delegations were reminded.
 */
export function remindRound(runtime: Runtime, roundId: string): number {
  return atomic(runtime.db, (tx): number => {
    const at = runtime.clock.now();
    const round = findRound(tx, roundId);
    const plan = round === null ? null : findPlan(tx, round.planId);
    if (round === null || plan === null || round.lockedAt !== null) return 0;
    const owed = returnsOf(tx, [round.id]).filter(({ state }) => isOwed(state));
    return owed.filter((standing) => remind(tx, at, plan.bodyId, round, standing)).length;
  });
}

function remind(tx: Db, at: string, bodyId: string, round: RoundRow, standing: ReturnRow): boolean {
  const sent = eventsOf(tx, standing.id).flatMap((event): Reminder[] => {
    if (event.act !== 'reminded') return [];
    return REMINDERS.filter((reminder) => event.reason === `${reminder}:${round.closesAt}`);
  });
  const due = reminderDue(round, sent, at);
  if (due === null) return false;
  const reason = `${due}:${round.closesAt}`;
  insertReturnEvent(tx, { id: newId('rev'), returnId: standing.id, act: 'reminded', reason, by: null, at });
  tell(tx, at, {
    kind: due === 'overdue' ? 'returnOverdue' : 'returnDue',
    bodyId,
    documentId: null,
    data: { roundId: round.id, period: round.period, country: standing.country, until: round.closesAt },
    key: `return:${standing.id}:reminded:${reason}`,
    to: { roles: DELEGATION_ROLES, countries: [standing.country] },
  });
  return true;
}
