import { atomic } from '../../db/atomic';
import type { Actor } from '../../domain/policy/can';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import type { Runtime } from '../runtime';
import { type AppointmentInput, readAppointment } from './appointment-input';
import { recordAppointment } from './create-user';
import { knownAccount } from './managed-account';

export interface AppointPersonInput extends AppointmentInput {
  readonly userId: string;
}

/** Gives somebody who has an account a role, from a day on and, if said, until a day. */
export async function appointPerson(
  runtime: Pick<Runtime, 'db' | 'clock' | 'live'>,
  actor: Actor,
  input: AppointPersonInput,
): Promise<Outcome<{ appointmentId: string }>> {
  const at = runtime.clock.now();
  const account = knownAccount(runtime.db, actor, input.userId);
  if (!account.ok) return account;
  if (account.value.status !== 'active') return refuse('AC28');
  const appointment = readAppointment(runtime.db, actor, input, at);
  if (!appointment.ok) return appointment;
  const appointmentId = atomic(runtime.db, (tx) =>
    recordAppointment(tx, actor, at, input.userId, appointment.value),
  );
  runtime.live.reviewUser(input.userId);
  return accept({ appointmentId });
}
