import { openActionsDue } from '../../db/actions';
import { atomic } from '../../db/atomic';
import { readInstallation, writeInstallation } from '../../db/installation';
import { dayOf } from '../../domain/body/days';
import { isReminderDue } from '../../domain/meeting/actions';
import type { Runtime } from '../runtime';
import { tellThose } from '../use-cases/meeting-actions';

const EVERY_MS = 60_000;
const THROUGH = 'actionRemindersThrough';

/**
 * ME17: once a day, or as soon after it begins as somebody serves, reminds those whose action is due within a week; of
 * one action and one day it is due each is told once. Returns how many actions it told of.
 */
export function remindOfActions(runtime: Runtime): number {
  const now = runtime.clock.now();
  const today = dayOf(now);
  const through = readInstallation(runtime.db, THROUGH);
  if (through !== null && through >= today) return 0;
  return atomic(runtime.db, (tx): number => {
    writeInstallation(tx, THROUGH, today);
    const due = openActionsDue(tx).filter(({ action }) =>
      isReminderDue({ ...action, createdOn: dayOf(action.createdAt) }, today),
    );
    for (const { action, bodyId, meeting } of due) {
      tellThose(tx, now, action, { bodyId, title: meeting }, action.who, {
        kind: 'actionDue',
        key: `actionDue:${action.id}:${action.dueOn}`,
      });
    }
    return due.length;
  });
}

/** Looks at once and then every minute whether a day has begun; returns the function that stops it. */
export function startActionReminders(runtime: Runtime, everyMs: number = EVERY_MS): () => void {
  const look = () => {
    try {
      remindOfActions(runtime);
    } catch (error) {
      runtime.logger.error({ err: error }, 'nobody could be reminded of actions');
    }
  };
  look();
  const timer = setInterval(look, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}
