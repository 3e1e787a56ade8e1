import { type Appointment, type Role, SEATED_ROLES } from '../body/grants';
import { accept, type Outcome, refuse } from '../refusal';
import { type Actor, canInBody, canInSystem } from './can';

/** Roles over the whole installation: only an administrator gives or takes them, or touches the accounts that hold them. */
const INSTALLATION_ROLES: readonly Role[] = ['administrator', 'auditor'];

/** Roles that mean nothing outside a body. */
const BODY_ROLES: readonly Role[] = [
  'secretariat',
  'chair',
  'headOfDelegation',
  'focalPoint',
  'delegate',
  'reviewer',
  'observer',
];

export function isAdministrator(actor: Actor): boolean {
  return actor.grants.some((grant) => grant.role === 'administrator');
}

/** The bodies whose people an actor looks after; null means all of them. */
export function bodiesInCare(actor: Actor): readonly string[] | null {
  if (isAdministrator(actor)) return null;
  const bodyIds = actor.grants.flatMap((grant) => grant.bodyId ?? []);
  return [...new Set(bodyIds)].filter((bodyId) => canInBody(actor, 'appoint', bodyId).ok);
}

/** AC13: may `actor` give or take this role? */
export function canAppoint(
  actor: Actor,
  appointment: { readonly role: Role; readonly bodyId: string | null },
): Outcome<true> {
  if (isAdministrator(actor)) return accept(true);
  if (INSTALLATION_ROLES.includes(appointment.role) || appointment.bodyId === null) return refuse('AC13');
  return canInBody(actor, 'appoint', appointment.bodyId);
}

/**
 * May `actor` suspend, reinstate or reset the account that has these appointments (past ones included)? AC11: an
 * administrator's or auditor's account only an administrator. AC12: a secretariat only people all of whose
 * present and coming roles are in its own bodies (AC23: others do not exist for it).
 */
export function canManageAccount(
  actor: Actor,
  appointments: readonly Appointment[],
  at: string,
): Outcome<true> {
  const allowed = canInSystem(actor, 'managePeople');
  if (!allowed.ok || isAdministrator(actor)) return allowed;
  const standing = appointments.filter((appointment) => appointment.to === null || at < appointment.to);
  const care = bodiesInCare(actor) ?? [];
  const inCare = (appointment: Appointment) =>
    appointment.bodyId !== null && care.includes(appointment.bodyId);
  // Of people who never had to do with their bodies a secretariat learns nothing, not even that they exist.
  if (!appointments.some(inCare)) return refuse('AC23');
  if (standing.some((appointment) => INSTALLATION_ROLES.includes(appointment.role))) return refuse('AC11');
  return standing.every(inCare) ? accept(true) : refuse('AC12');
}

/** AC27: which roles go with a body, and AC19: which need a delegation. */
export function checkShape(appointment: Appointment): Outcome<true> {
  const { role, bodyId, country, from, to } = appointment;
  if (role === 'administrator' && bodyId !== null) return refuse('AC27', { role });
  if (BODY_ROLES.includes(role) && bodyId === null) return refuse('AC25', { role });
  if (SEATED_ROLES.includes(role) && country === null) {
    return refuse('AC19', { role });
  }
  if (to !== null && to <= from) return refuse('AC21');
  return accept(true);
}
