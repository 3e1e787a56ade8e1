import { accountById, demoAccounts } from '../../db/accounts';
import { loadActor } from '../../db/actors';
import { listBodies, listCountries } from '../../db/bodies';
import type { LinkRow } from '../../db/links';
import type { Role } from '../../domain/body/grants';
import { offersDemo } from '../auth/demo-sign-in';
import { openLink } from '../auth/setup-link';
import type { Runtime } from '../runtime';

/** A person of the demo as the sign-in page offers them. */
export interface DemoPerson {
  readonly userId: string;
  readonly name: string;
  readonly role: Role;
  readonly country: string | null;
  readonly countryName: string | null;
  readonly countryNameThai: string | null;
  /** Acronym of the body of their first role; null for the whole installation. */
  readonly body: string | null;
}

const ORDER: readonly Role[] = [
  'chair',
  'secretariat',
  'headOfDelegation',
  'focalPoint',
  'delegate',
  'reviewer',
  'observer',
  'auditor',
  'administrator',
];

/** The people of the demo with the roles they hold now, chair first; nobody where there is no demo. */
export function demoPeople(runtime: Pick<Runtime, 'db' | 'clock' | 'config'>): DemoPerson[] {
  if (!offersDemo(runtime)) return [];
  const { db } = runtime;
  const at = runtime.clock.now();
  const countries = listCountries(db);
  const bodies = new Map(listBodies(db).map((body) => [body.id, body.acronym]));
  const seat = (code: string | null) => countries.findIndex((country) => country.code === code);
  return demoAccounts(db)
    .flatMap((account): DemoPerson[] => {
      const grants = loadActor(db, account.id, null, at)?.grants ?? [];
      const first = [...grants].sort((a, b) => ORDER.indexOf(a.role) - ORDER.indexOf(b.role))[0];
      if (first === undefined) return [];
      const country = countries.find((entry) => entry.code === first.country);
      return [
        {
          userId: account.id,
          name: account.name,
          role: first.role,
          country: first.country,
          countryName: country?.shortName ?? null,
          countryNameThai: country?.thaiName ?? null,
          body: first.bodyId === null ? null : (bodies.get(first.bodyId) ?? null),
        },
      ];
    })
    .sort((a, b) => ORDER.indexOf(a.role) - ORDER.indexOf(b.role) || seat(a.country) - seat(b.country));
}

export interface LinkView {
  readonly purpose: LinkRow['purpose'];
  readonly expiresAt: string;
  /** Whose link it is; null for the set-up of the first administrator. */
  readonly person: { readonly name: string; readonly email: string } | null;
}

/** What a one-time link is for, without using it up; null where it does not work (any more). */
export function readLink(runtime: Pick<Runtime, 'db' | 'clock'>, secret: string): LinkView | null {
  const link = openLink(runtime.db, secret, runtime.clock.now());
  if (link === null) return null;
  const { purpose, expiresAt } = link;
  if (link.userId === null) return { purpose, expiresAt, person: null };
  const account = accountById(runtime.db, link.userId);
  if (account === null || account.status !== 'active') return null;
  return { purpose, expiresAt, person: { name: account.name, email: account.email } };
}
