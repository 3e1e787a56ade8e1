import { appointmentById, lastingAdministrators, setAppointmentEnd } from '../../db/appointments';
import { atomic } from '../../db/atomic';
import { appendAudit } from '../../db/audit-log';
import type { Actor } from '../../domain/policy/can';
import { canAppoint } from '../../domain/policy/people';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import { accountEvent } from '../auth/account-event';
import type { Runtime } from '../runtime';
import { knownAccount } from './managed-account';

/** Ends an appointment now; one that has not begun never will. What was stays on record. */
export async function endAppointment(
  runtime: Pick<Runtime, 'db' | 'clock' | 'live'>,
  actor: Actor,
  input: { readonly appointmentId: string },
): Promise<Outcome<true>> {
  const at = runtime.clock.now();
  const ended = atomic(runtime.db, (tx): Outcome<string> => {
    const appointment = appointmentById(tx, input.appointmentId);
    if (appointment === null) return refuse('AC23');
    const { userId, role, bodyId, country, from, to } = appointment;
    const known = knownAccount(tx, actor, userId);
    if (!known.ok) return known;
    const allowed = canAppoint(actor, appointment);
    if (!allowed.ok) return allowed;
    if (to !== null && (to <= at || to <= from)) return refuse('AC31');
    if (role === 'administrator' && lastingAdministrators(tx, at, appointment.id).length === 0) {
      return refuse('AC15');
    }
    setAppointmentEnd(tx, appointment.id, from > at ? from : at);
    const data = { appointment: appointment.id, role, country };
    appendAudit(tx, accountEvent(actor, at, 'appointment.ended', userId, data, { bodyId, country: null }));
    return accept(userId);
  });
  if (!ended.ok) return ended;
  runtime.live.reviewUser(ended.value);
  return accept(true);
}
