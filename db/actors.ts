import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import { grantsAt } from '../domain/body/grants';
import type { Actor } from '../domain/policy/can';
import type { Db } from './client';
import { preparedOnce } from './prepared';
import { appointments, chairTerms, memberships } from './schema/bodies';
import { users } from './schema/people';

const statements = preparedOnce((db) => {
  const userId = sql.placeholder('userId');
  const ownBodies = db
    .select({ bodyId: appointments.bodyId })
    .from(appointments)
    .where(and(eq(appointments.userId, userId), isNotNull(appointments.bodyId)));
  return {
    user: db
      .select({ name: users.name, status: users.status })
      .from(users)
      .where(eq(users.id, userId))
      .prepare(),
    own: db.select().from(appointments).where(eq(appointments.userId, userId)).prepare(),
    members: db.select().from(memberships).where(inArray(memberships.bodyId, ownBodies)).prepare(),
    terms: db.select().from(chairTerms).where(inArray(chairTerms.bodyId, ownBodies)).prepare(),
  };
});

/**
 * The actor a person is at `at`: the roles in force at that instant and nothing remembered. Null for unknown and
 * suspended people. Synchronous, so that it can be asked inside the transaction that commits an edit.
 */
export function loadActor(db: Db, userId: string, sessionId: string | null, at: string): Actor | null {
  const { user, own, members, terms } = statements(db);
  const person = user.get({ userId });
  if (person === undefined || person.status !== 'active') return null;
  const grants = grantsAt(own.all({ userId }), members.all({ userId }), terms.all({ userId }), at);
  return { userId, name: person.name, sessionId, grants };
}
