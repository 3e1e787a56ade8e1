import { findBody, findCountry, listMemberships } from '../../db/bodies';
import type { Db } from '../../db/client';
import { instantFrom, instantUntil } from '../../domain/body/days';
import { type Appointment, isOfDelegation, type Role } from '../../domain/body/grants';
import type { Actor } from '../../domain/policy/can';
import { canAppoint, checkShape } from '../../domain/policy/people';
import { accept, type Outcome, refuse } from '../../domain/refusal';

/** An appointment as people give it. `from` (now, if absent) and `to` are days or instants; a day as `to` is included. */
export interface AppointmentInput {
  readonly role: Role;
  readonly bodyId: string | null;
  readonly country: string | null;
  readonly from?: string | null;
  readonly to?: string | null;
}

/** Reads an appointment, asks the policy, and holds it against the body: its members at that time (AC20). */
export function readAppointment(
  db: Db,
  actor: Actor,
  input: AppointmentInput,
  at: string,
): Outcome<Appointment> {
  const allowed = canAppoint(actor, input);
  if (!allowed.ok) return allowed;
  const from = isGiven(input.from) ? instantFrom(input.from) : at;
  const to = isGiven(input.to) ? instantUntil(input.to) : null;
  if (from === null || (isGiven(input.to) && to === null)) return refuse('AC21');
  const appointment = { role: input.role, bodyId: input.bodyId, country: input.country, from, to };
  const shape = checkShape(appointment);
  if (!shape.ok) return shape;
  const { bodyId, country } = appointment;
  if (bodyId !== null && findBody(db, bodyId) === undefined) return refuse('PO1');
  if (country !== null && findCountry(db, country) === undefined) return refuse('AC20', { country });
  if (bodyId !== null && country !== null && isOfDelegation(appointment.role, country)) {
    const sits = listMemberships(db, bodyId).some(
      (member) =>
        member.country === country &&
        (member.to === null || from < member.to) &&
        (to === null || member.from < to),
    );
    if (!sits) return refuse('AC20', { country });
  }
  return accept(appointment);
}

function isGiven(value: string | null | undefined): value is string {
  return value !== undefined && value !== null && value !== '';
}
