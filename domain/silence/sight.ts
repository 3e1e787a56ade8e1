import { type Actor, rolesIn } from '../policy/can';
import { innerRingOf } from '../policy/rings';

/**
 * SP20: whether a person sees which delegation broke a silence, and its words. `named` is what the body had ruled when
 * it was broken.
 */
export function seesBreaker(
  actor: Actor,
  bodyId: string,
  broken: { readonly named: boolean; readonly country: string | null },
): boolean {
  if (broken.named) return true;
  const roles = rolesIn(actor, bodyId);
  if (roles.includes('chair') || roles.includes('secretariat')) return true;
  return broken.country !== null && innerRingOf(actor, bodyId) === broken.country;
}
