import type { Grant, Role } from '../body/grants';
import type { Actor } from './can';

/** Who sees what a delegation has not tabled: those who act for it, and its own reviewers. */
export const INNER_RING: readonly Role[] = [
  'headOfDelegation',
  'focalPoint',
  'delegate',
  'chair',
  'reviewer',
];

/** Who speaks for a delegation: what they release is its word. */
export const SPEAKING_ROLES: readonly Role[] = ['headOfDelegation', 'focalPoint'];
/** Who works on what a delegation says. */
export const DELEGATION_ROLES: readonly Role[] = [...SPEAKING_ROLES, 'delegate'];

/**
 * The delegation whose inner ring an actor belongs to in a body (ISO country code), or null. The secretariat,
 * observers, auditors and administrators are in nobody's, whatever country stands in their appointment.
 */
export function innerRingOf(actor: Actor, bodyId: string): string | null {
  return countryOf(actor.grants, bodyId, INNER_RING);
}

/** The delegation an actor releases things for in a body, as its head or its focal point, or null. */
export function delegationLedBy(actor: Actor, bodyId: string): string | null {
  return countryOf(actor.grants, bodyId, SPEAKING_ROLES);
}

function countryOf(grants: readonly Grant[], bodyId: string, roles: readonly Role[]): string | null {
  return (
    grants.find((grant) => grant.bodyId === bodyId && grant.country !== null && roles.includes(grant.role))
      ?.country ?? null
  );
}
