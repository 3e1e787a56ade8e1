import type { Eyes } from '../negotiation/positions';
import { type Actor, rolesIn } from './can';
import { innerRingOf } from './rings';

/** Whose eyes an actor looks at the positions of a body's delegations with (PS4). Reading the negotiation is asked before. */
export function eyesOf(actor: Actor, bodyId: string): Eyes {
  const roles = rolesIn(actor, bodyId);
  return {
    headTable: roles.includes('chair') || roles.includes('secretariat'),
    ring: innerRingOf(actor, bodyId),
  };
}
