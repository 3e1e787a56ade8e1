import type { Role } from '../body/grants';
import type { Audience, NoticeKind } from './kinds';

/** Kinds that tell of something a delegation has not tabled, or that is its own business. */
export const RING_KINDS: readonly NoticeKind[] = [
  'proposalAwaitsRelease',
  'proposalAwaitsConfirmation',
  'clearanceVoided',
  'positionToReconfirm',
  'mentioned',
  'commentAnswered',
];

/** Roles inside a delegation's inner ring (domain/policy/rings). */
const INSIDE: readonly Role[] = ['headOfDelegation', 'focalPoint', 'delegate', 'chair', 'reviewer'];

/** NO3: what is wrong with an audience, or null. A kind of an inner ring names delegations or single people. */
export function audienceFault(kind: NoticeKind, to: Audience): string | null {
  if (!RING_KINDS.includes(kind) || to.roles.length === 0) return null;
  if (to.countries === undefined) return `${kind} goes to delegations by name`;
  const outside = to.roles.find((role) => !(INSIDE as readonly string[]).includes(role));
  return outside === undefined ? null : `${kind} is not for the role ${outside}`;
}
