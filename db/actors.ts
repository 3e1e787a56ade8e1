import { eq, inArray } from 'drizzle-orm';
import { grantsAt } from '../domain/body/grants';
import type { Actor } from '../domain/policy/can';
import type { Db } from './client';
import { appointments, chairTerms, memberships } from './schema/bodies';
import { users } from './schema/people';

/**
 * The actor a person is at `at`: the roles in force at that instant and nothing remembered. Null for unknown and
 * suspended people. Synchronous, so that it can be asked inside the transaction that commits an edit.
 */
export function loadActor(db: Db, userId: string, sessionId: string | null, at: string): Actor | null {
  const user = db.select().from(users).where(eq(users.id, userId)).get();
  if (user === undefined || user.status !== 'active') return null;
  const own = db.select().from(appointments).where(eq(appointments.userId, userId)).all();
  const bodyIds = [...new Set(own.flatMap((appointment) => appointment.bodyId ?? []))];
  const members =
    bodyIds.length === 0
      ? []
      : db.select().from(memberships).where(inArray(memberships.bodyId, bodyIds)).all();
  const terms =
    bodyIds.length === 0 ? [] : db.select().from(chairTerms).where(inArray(chairTerms.bodyId, bodyIds)).all();
  return { userId, name: user.name, sessionId, grants: grantsAt(own, members, terms, at) };
}
