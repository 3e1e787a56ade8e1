import { type AccountRow, accountById, accountsById, listAccounts } from '../../db/accounts';
import { type AppointmentRow, appointmentsOf, listAppointments, peopleEverIn } from '../../db/appointments';
import { listBodies } from '../../db/bodies';
import { hasIdentity } from '../../db/identities';
import { unusedLinkOf } from '../../db/links';
import { lastSeenByUser } from '../../db/sessions';
import { holdsAt, type Role } from '../../domain/body/grants';
import { type Actor, canInSystem } from '../../domain/policy/can';
import { bodiesInCare, canAppoint, canManageAccount } from '../../domain/policy/people';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import type { Runtime } from '../runtime';
import { knownAccount } from '../use-cases/managed-account';

export interface AppointmentView {
  readonly id: string;
  readonly role: Role;
  readonly body: { readonly id: string; readonly acronym: string } | null;
  readonly country: string | null;
  readonly from: string;
  readonly to: string | null;
  readonly when: 'past' | 'now' | 'coming';
  readonly mayEnd: boolean;
}

export interface PersonLine {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly status: AccountRow['status'];
  readonly isDemo: boolean;
  readonly createdAt: string;
  readonly lastSeenAt: string | null;
  readonly appointments: readonly AppointmentView[];
}

export interface PersonView extends PersonLine {
  /** How this person can sign in at present. */
  readonly signsInBy: { readonly password: boolean; readonly provider: boolean };
  /** Until when the one-time link that is out with this person works, or null. */
  readonly linkUntil: string | null;
  /** The rule that keeps the actor from suspending or resetting this account, or null. */
  readonly whyNotManage: string | null;
  readonly isSelf: boolean;
}

type Parts = Pick<Runtime, 'db' | 'clock'>;

/** The people an actor looks after, by name: everybody for an administrator, else those ever appointed in their bodies. */
export async function listUsers(runtime: Parts, actor: Actor): Promise<Outcome<PersonLine[]>> {
  const allowed = canInSystem(actor, 'managePeople');
  if (!allowed.ok) return allowed;
  const { db } = runtime;
  const care = bodiesInCare(actor);
  const accounts = care === null ? listAccounts(db) : accountsById(db, peopleEverIn(db, care));
  const byUser = new Map<string, AppointmentRow[]>();
  for (const row of listAppointments(db)) byUser.set(row.userId, [...(byUser.get(row.userId) ?? []), row]);
  const view = appointmentViewer(runtime, actor);
  const seen = lastSeenByUser(db);
  return accept(
    accounts.map((account) => ({
      ...publicPart(account),
      lastSeenAt: seen.get(account.id) ?? null,
      appointments: view(byUser.get(account.id) ?? []),
    })),
  );
}

export async function readUser(runtime: Parts, actor: Actor, userId: string): Promise<Outcome<PersonView>> {
  const { db } = runtime;
  const known = knownAccount(db, actor, userId);
  if (!known.ok) return known;
  const at = runtime.clock.now();
  const appointments = appointmentsOf(db, userId);
  const managed = canManageAccount(actor, appointments, at);
  const link = unusedLinkOf(db, userId);
  return accept({
    ...publicPart(known.value),
    lastSeenAt: lastSeenByUser(db).get(userId) ?? null,
    appointments: appointmentViewer(runtime, actor)(appointments),
    signsInBy: { password: known.value.passwordHash !== null, provider: hasIdentity(db, userId) },
    linkUntil: link === null || link.expiresAt <= at ? null : link.expiresAt,
    whyNotManage: managed.ok ? null : managed.rule,
    isSelf: userId === actor.userId,
  });
}

/** Whose account a name stands for, for the command line: an e-mail address or an id. */
export async function findUser(runtime: Parts, actor: Actor, key: string): Promise<Outcome<PersonLine>> {
  const people = await listUsers(runtime, actor);
  if (!people.ok) return people;
  const wanted = key.trim().toLowerCase();
  const found = people.value.find((person) => person.id === key || person.email === wanted);
  return found === undefined ? refuse('AC23') : accept(found);
}

/** A person's own account, for their settings. */
export function ownAccount(
  runtime: Parts,
  actor: Actor,
): { hasPassword: boolean; appointments: AppointmentView[] } {
  const account = accountById(runtime.db, actor.userId);
  const all = appointmentsOf(runtime.db, actor.userId);
  const held = all.filter((appointment) => holdsAt(appointment, runtime.clock.now()));
  const bodies = bodyNames(runtime);
  return {
    hasPassword: account !== null && account.passwordHash !== null,
    appointments: held.map((appointment) =>
      viewOf(appointment, bodies, runtime.clock.now(), { mayEnd: false }),
    ),
  };
}

function publicPart(account: AccountRow) {
  const { id, name, email, status, isDemo, createdAt } = account;
  return { id, name, email, status, isDemo, createdAt };
}

/** Shows of somebody's appointments those in the actor's care; members of one body learn nothing of another. */
function appointmentViewer(
  runtime: Parts,
  actor: Actor,
): (appointments: readonly AppointmentRow[]) => AppointmentView[] {
  const care = bodiesInCare(actor);
  const bodies = bodyNames(runtime);
  const at = runtime.clock.now();
  return (appointments) =>
    appointments
      .filter(
        (appointment) => care === null || appointment.bodyId === null || care.includes(appointment.bodyId),
      )
      .map((appointment) => viewOf(appointment, bodies, at, { mayEnd: canAppoint(actor, appointment).ok }));
}

function viewOf(
  appointment: AppointmentRow,
  bodies: ReadonlyMap<string, string>,
  at: string,
  rights: { readonly mayEnd: boolean },
): AppointmentView {
  const { id, role, bodyId, country, from, to } = appointment;
  // One that was ended before it began never holds.
  const isOver = to !== null && (to <= at || to <= from);
  const when = isOver ? 'past' : from <= at ? 'now' : 'coming';
  return {
    id,
    role,
    body: bodyId === null ? null : { id: bodyId, acronym: bodies.get(bodyId) ?? bodyId },
    country,
    from,
    to,
    when,
    mayEnd: rights.mayEnd && when !== 'past',
  };
}

function bodyNames(runtime: Parts): ReadonlyMap<string, string> {
  return new Map(listBodies(runtime.db).map((body) => [body.id, body.acronym]));
}
