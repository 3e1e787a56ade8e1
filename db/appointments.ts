import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import type { Db } from './client';
import { appointments } from './schema/bodies';
import { users } from './schema/people';

export type AppointmentRow = typeof appointments.$inferSelect;

/** Every appointment a person ever had, newest first. */
export function appointmentsOf(db: Db, userId: string): AppointmentRow[] {
  return db
    .select()
    .from(appointments)
    .where(eq(appointments.userId, userId))
    .orderBy(desc(appointments.from), asc(appointments.id))
    .all();
}

export function listAppointments(db: Db): AppointmentRow[] {
  return db.select().from(appointments).orderBy(desc(appointments.from), asc(appointments.id)).all();
}

export function appointmentById(db: Db, appointmentId: string): AppointmentRow | null {
  return db.select().from(appointments).where(eq(appointments.id, appointmentId)).get() ?? null;
}

/** People with an appointment, past or present, in one of these bodies. */
export function peopleEverIn(db: Db, bodyIds: readonly string[]): string[] {
  if (bodyIds.length === 0) return [];
  return db
    .selectDistinct({ userId: appointments.userId })
    .from(appointments)
    .where(inArray(appointments.bodyId, [...bodyIds]))
    .all()
    .map((row) => row.userId);
}

export function insertAppointment(tx: Db, appointment: AppointmentRow): void {
  tx.insert(appointments).values(appointment).run();
}

export function setAppointmentEnd(tx: Db, appointmentId: string, to: string): void {
  tx.update(appointments).set({ to }).where(eq(appointments.id, appointmentId)).run();
}

/** Active people who are administrators at `at` with no end in sight, one appointment not counted. */
export function lastingAdministrators(db: Db, at: string, exceptAppointment: string | null): string[] {
  return db
    .select({
      id: appointments.id,
      userId: appointments.userId,
      from: appointments.from,
      to: appointments.to,
    })
    .from(appointments)
    .innerJoin(users, eq(users.id, appointments.userId))
    .where(and(eq(appointments.role, 'administrator'), eq(users.status, 'active')))
    .all()
    .filter((row) => row.id !== exceptAppointment && row.from <= at && row.to === null)
    .map((row) => row.userId);
}
