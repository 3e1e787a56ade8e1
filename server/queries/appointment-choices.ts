import { listBodies, listMemberships } from '../../db/bodies';
import { holdsAt, ROLES, type Role } from '../../domain/body/grants';
import type { Actor } from '../../domain/policy/can';
import { bodiesInCare, isAdministrator } from '../../domain/policy/people';
import type { Runtime } from '../runtime';

/** What an actor can choose when giving somebody a role. */
export interface AppointmentChoices {
  readonly roles: readonly Role[];
  readonly bodies: readonly {
    readonly id: string;
    readonly acronym: string;
    readonly name: string;
    readonly nameThai: string;
    /** Codes of the countries that sit in the body now or will. */
    readonly countries: readonly string[];
  }[];
}

export function appointmentChoices(runtime: Pick<Runtime, 'db' | 'clock'>, actor: Actor): AppointmentChoices {
  const care = bodiesInCare(actor);
  const at = runtime.clock.now();
  const roles = isAdministrator(actor)
    ? ROLES
    : ROLES.filter((role) => role !== 'administrator' && role !== 'auditor');
  return {
    roles,
    bodies: listBodies(runtime.db)
      .filter((body) => care === null || care.includes(body.id))
      .map(({ id, acronym, name, nameThai }) => {
        const sitting = listMemberships(runtime.db, id).filter(
          (member) => holdsAt(member, at) || member.from > at,
        );
        return {
          id,
          acronym,
          name,
          nameThai,
          countries: [...new Set(sitting.map((member) => member.country))],
        };
      }),
  };
}
