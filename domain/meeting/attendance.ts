import { endOfDay } from '../body/days';
import { holdsAt, type Role, type RosterLine } from '../body/grants';
import type { PresentDelegation } from './decisions';

/** A dated appointment with the name of whoever holds it. */
export interface NamedAppointment {
  readonly name: string;
  readonly role: Role;
  readonly country: string | null;
  readonly from: string;
  readonly to: string | null;
}

/** Who holds a role for each country at an instant, by country; of several the first named. */
export function holdersOf(
  role: Role,
  appointments: readonly NamedAppointment[],
  at: string,
): Map<string, string> {
  const holders = new Map<string, string>();
  for (const appointment of appointments) {
    const { country, name } = appointment;
    if (appointment.role !== role || country === null || !holdsAt(appointment, at)) continue;
    if (!holders.has(country)) holders.set(country, name);
  }
  return holders;
}

/** Delegations of the roster in their order, those in the room with their heads where the body knows one. */
export function presentOf(
  roster: readonly Pick<RosterLine, 'country'>[],
  attending: readonly string[],
  heads: ReadonlyMap<string, string>,
): PresentDelegation[] {
  return roster
    .filter(({ country }) => attending.includes(country))
    .map(({ country }) => ({ country, head: heads.get(country) ?? null }));
}

/** The instant by which it is told who is who at a meeting: now, and of one that is over its end. */
export function sittingInstant({ endsOn }: { readonly endsOn: string }, now: string): string {
  const end = endOfDay(endsOn);
  return end < now ? end : now;
}
