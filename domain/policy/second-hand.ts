import { type Actor, rolesIn } from './can';

/** DE39: of the two people behind a decision of a tier, one at least is of the secretariat. */
export function isBackedBySecretariat(entered: Actor, confirms: Actor, bodyId: string): boolean {
  return [entered, confirms].some((person) => rolesIn(person, bodyId).includes('secretariat'));
}
