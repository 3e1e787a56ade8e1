import { and, desc, eq, lte, sql } from 'drizzle-orm';
import type { Db } from './client';
import { preparedOnce } from './prepared';
import { deviceCopyRules } from './schema/bodies';

export type DeviceCopyRule = typeof deviceCopyRules.$inferSelect;

const ruleAt = preparedOnce((db) =>
  db
    .select()
    .from(deviceCopyRules)
    .where(
      and(
        eq(deviceCopyRules.meetingId, sql.placeholder('meetingId')),
        lte(deviceCopyRules.since, sql.placeholder('at')),
      ),
    )
    .orderBy(desc(deviceCopyRules.since))
    .limit(1)
    .prepare(),
);

/** The rule that holds at an instant, or undefined where the meeting has never said anything. */
export function deviceCopyRule(db: Db, meetingId: string, at: string): DeviceCopyRule | undefined {
  return ruleAt(db).get({ meetingId, at });
}

/** BO16: unsent edits may be kept on devices unless the meeting forbids it; a text of no meeting allows it. */
export function copiesAllowed(db: Db, meetingId: string | null, at: string): boolean {
  return meetingId === null || (deviceCopyRule(db, meetingId, at)?.allowed ?? true);
}

export function insertDeviceCopyRule(tx: Db, rule: DeviceCopyRule): void {
  tx.insert(deviceCopyRules)
    .values(rule)
    .onConflictDoUpdate({
      target: [deviceCopyRules.meetingId, deviceCopyRules.since],
      set: { allowed: rule.allowed, setBy: rule.setBy },
    })
    .run();
}
