import { INNER_RING } from '../policy/rings';
import type { Audience, NoticeKind } from './kinds';

/** Kinds that tell of something a delegation has not tabled, or that is its own business. */
export const RING_KINDS: readonly NoticeKind[] = [
  'proposalAwaitsRelease',
  'proposalAwaitsConfirmation',
  'clearanceVoided',
  'positionToReconfirm',
  'mentioned',
  'commentAnswered',
  'returnDue',
  'returnOverdue',
  'clarificationAsked',
  'returnAccepted',
  'returnReopened',
];

/** NO3: what is wrong with an audience, or null. A kind of an inner ring names delegations or single people. */
export function audienceFault(kind: NoticeKind, to: Audience): string | null {
  if (!RING_KINDS.includes(kind) || to.roles.length === 0) return null;
  if (to.countries === undefined) return `${kind} goes to delegations by name`;
  const outside = to.roles.find((role) => !(INNER_RING as readonly string[]).includes(role));
  return outside === undefined ? null : `${kind} is not for the role ${outside}`;
}
