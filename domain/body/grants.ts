/** What a person may be, in the words of the field. Every appointment is dated; nobody "is" a chair for ever. */
export const ROLES = [
  'administrator',
  'secretariat',
  'chair',
  'headOfDelegation',
  'focalPoint',
  'delegate',
  'reviewer',
  'observer',
  'auditor',
] as const;
export type Role = (typeof ROLES)[number];

/** Those who sit at a table of a body: everybody but the installation's own staff. */
export const PARTIES: readonly Role[] = [
  'secretariat',
  'chair',
  'headOfDelegation',
  'focalPoint',
  'delegate',
  'reviewer',
  'observer',
];

/** Roles that act for one delegation and therefore need a country. */
export const SEATED_ROLES: readonly Role[] = ['headOfDelegation', 'focalPoint', 'delegate', 'chair'];

/** A dated appointment of a person to a role. `bodyId` null means the whole installation (administrators, auditors). */
export interface Appointment {
  readonly role: Role;
  readonly bodyId: string | null;
  /** ISO 3166 code of the delegation the person acts for, or null. */
  readonly country: string | null;
  /** Instants as ISO-8601 UTC; `to` null means open-ended, and is exclusive. */
  readonly from: string;
  readonly to: string | null;
}

export interface Membership {
  readonly bodyId: string;
  readonly country: string;
  readonly standing: 'member' | 'observer' | 'partner';
  readonly from: string;
  readonly to: string | null;
}

export interface ChairTerm {
  readonly bodyId: string;
  readonly country: string;
  readonly from: string;
  readonly to: string | null;
}

/** A role that holds at one instant. */
export interface Grant {
  readonly role: Role;
  readonly bodyId: string | null;
  readonly country: string | null;
}

/** Whether `at` lies in the half-open span [from, to). All three are ISO-8601 UTC and compare as text. */
export function holdsAt(span: { readonly from: string; readonly to: string | null }, at: string): boolean {
  return span.from <= at && (span.to === null || at < span.to);
}

/**
 * The roles a person really holds at `at` (BO1–BO4): the appointment is in force; a delegation's people need
 * their country in the body at that instant; a chair needs the country's chair term. A delegate of a country that sits as observer
 * or partner acts as observer.
 */
export function grantsAt(
  appointments: readonly Appointment[],
  memberships: readonly Membership[],
  chairTerms: readonly ChairTerm[],
  at: string,
): Grant[] {
  const grants: Grant[] = [];
  for (const appointment of appointments) {
    if (!holdsAt(appointment, at)) continue;
    const { role, bodyId, country } = appointment;
    if (bodyId === null || !isOfDelegation(role, country)) {
      grants.push({ role, bodyId, country });
      continue;
    }
    const membership = memberships.find(
      (entry) => entry.bodyId === bodyId && entry.country === country && holdsAt(entry, at),
    );
    if (membership === undefined) continue;
    if (membership.standing !== 'member') {
      grants.push({ role: 'observer', bodyId, country });
      continue;
    }
    const inTheChair = chairTerms.some(
      (term) => term.bodyId === bodyId && term.country === country && holdsAt(term, at),
    );
    if (role === 'chair') {
      // Outside their country's term a chair is a member of the delegation like any other.
      grants.push({ role: inTheChair ? 'chair' : 'delegate', bodyId, country });
    } else {
      grants.push({ role, bodyId, country });
    }
  }
  return grants;
}

/** Whether an appointment is of one delegation; a reviewer or an observer is where it names one. */
export function isOfDelegation(role: Role, country: string | null): boolean {
  return SEATED_ROLES.includes(role) || (country !== null && (role === 'reviewer' || role === 'observer'));
}

/** One line of a decision's roster: a member as it stood at the instant of the decision. */
export interface RosterLine {
  readonly country: string;
  readonly name: string;
  readonly standing: 'member' | 'observer' | 'partner';
  readonly inTheChair: boolean;
}

/** The body's roster at `at`, in the order given by `countries` (their sort keys). Membership is data, never a count. */
export function rosterAt(
  bodyId: string,
  memberships: readonly Membership[],
  chairTerms: readonly ChairTerm[],
  countries: readonly { readonly code: string; readonly formalName: string }[],
  at: string,
): RosterLine[] {
  return countries.flatMap((country) => {
    const membership = memberships.find(
      (entry) => entry.bodyId === bodyId && entry.country === country.code && holdsAt(entry, at),
    );
    if (membership === undefined) return [];
    const inTheChair = chairTerms.some(
      (term) => term.bodyId === bodyId && term.country === country.code && holdsAt(term, at),
    );
    return [{ country: country.code, name: country.formalName, standing: membership.standing, inTheChair }];
  });
}
