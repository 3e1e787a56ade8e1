import { accountByEmail, insertAccount } from '../../db/accounts';
import { insertAppointment } from '../../db/appointments';
import { atomic } from '../../db/atomic';
import { appendAudit } from '../../db/audit-log';
import type { Db } from '../../db/client';
import type { Appointment } from '../../domain/body/grants';
import { type Actor, canInSystem } from '../../domain/policy/can';
import { isAdministrator } from '../../domain/policy/people';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import { accountEvent } from '../auth/account-event';
import { normaliseEmail } from '../auth/email';
import { hashPassword } from '../auth/password';
import { checkNewPassword } from '../auth/password-policy';
import { linkPath, makeLink } from '../auth/setup-link';
import { isSystemActor } from '../auth/system-actor';
import { newId } from '../ids';
import type { Runtime } from '../runtime';
import { type AppointmentInput, readAppointment } from './appointment-input';

export interface CreateUserInput {
  readonly email: string;
  readonly name: string;
  readonly locale?: 'en' | 'th';
  readonly appointments: readonly AppointmentInput[];
  /** Only by the installation's own hand (the command line, the demo); others send the person a link. */
  readonly password?: string;
  /** A person of the demo, signed in by one click. Only by the installation's own hand. */
  readonly isDemo?: boolean;
}

export interface CreatedUser {
  readonly userId: string;
  /** Path of the one-time link by which the person chooses a password; null where one was given. */
  readonly linkPath: string | null;
}

const NAME_MAX = 120;

/** Makes an account with its first appointments. The person comes in by a one-time link, valid for a week. */
export async function createUser(
  runtime: Pick<Runtime, 'db' | 'clock'>,
  actor: Actor,
  input: CreateUserInput,
): Promise<Outcome<CreatedUser>> {
  const { db } = runtime;
  const at = runtime.clock.now();
  const allowed = canInSystem(actor, 'managePeople');
  if (!allowed.ok) return allowed;
  if ((input.password !== undefined || input.isDemo === true) && !isSystemActor(actor)) return refuse('PO5');
  const person = readPerson(input);
  if (!person.ok) return person;
  if (input.appointments.length === 0 && !isAdministrator(actor)) return refuse('AC12');
  const appointments: Appointment[] = [];
  for (const wanted of input.appointments) {
    const read = readAppointment(db, actor, wanted, at);
    if (!read.ok) return read;
    appointments.push(read.value);
  }
  if (accountByEmail(db, person.value.email) !== null) return refuse('AC8');
  if (input.password !== undefined) {
    const strong = checkNewPassword(input.password, person.value);
    if (!strong.ok) return strong;
  }
  const passwordHash = input.password === undefined ? null : await hashPassword(input.password);
  return atomic(db, (tx): Outcome<CreatedUser> => {
    if (accountByEmail(tx, person.value.email) !== null) return refuse('AC8');
    const userId = newId('usr');
    const isDemo = input.isDemo ?? false;
    insertAccount(tx, {
      id: userId,
      ...person.value,
      passwordHash,
      locale: input.locale ?? 'en',
      theme: 'system',
      isDemo,
      createdAt: at,
    });
    appendAudit(tx, accountEvent(actor, at, 'account.created', userId, { name: person.value.name, isDemo }));
    for (const appointment of appointments) recordAppointment(tx, actor, at, userId, appointment);
    const secret = passwordHash === null && !isDemo ? makeLink(tx, at, 'invitation', userId) : null;
    return accept({ userId, linkPath: secret === null ? null : linkPath(secret) });
  });
}

/** AC16 a name of 1 to 120 characters on one line, AC17 an e-mail address. */
export function readPerson(input: {
  readonly email: string;
  readonly name: string;
}): Outcome<{ email: string; name: string }> {
  const name = input.name.normalize('NFC').trim().replaceAll(/\s+/gu, ' ');
  if (name === '' || [...name].length > NAME_MAX || /\p{Cc}|\p{Cf}/u.test(name)) {
    return refuse('AC16', { maximum: NAME_MAX });
  }
  const email = normaliseEmail(input.email);
  return email === null ? refuse('AC17') : accept({ email, name });
}

/** Writes an appointment and its audit event; the id of the appointment. */
export function recordAppointment(
  tx: Db,
  actor: Actor,
  at: string,
  userId: string,
  appointment: Appointment,
): string {
  const id = newId('apt');
  insertAppointment(tx, { id, userId, ...appointment });
  const { role, bodyId, country, from, to } = appointment;
  const data = { appointment: id, role, country, from, to };
  appendAudit(tx, accountEvent(actor, at, 'appointment.made', userId, data, { bodyId, country: null }));
  return id;
}
