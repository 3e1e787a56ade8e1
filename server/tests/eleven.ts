import { insertAccount } from '../../db/accounts';
import { loadActor } from '../../db/actors';
import { insertMembership, saveCountryRow, setMembershipEnd } from '../../db/bodies';
import { appointments } from '../../db/schema/bodies';
import type { Actor } from '../../domain/policy/can';
import { BODY, type World } from './world';

/** The members of the body of `elevenDelegations`, in its order. */
export const ELEVEN = ['BN', 'KH', 'ID', 'LA', 'MY', 'MM', 'PH', 'SG', 'TH', 'VN', 'TL'] as const;
export type MemberCode = (typeof ELEVEN)[number];

const FOUNDED = '2016-01-01T00:00:00.000Z';
const NEW_COUNTRIES = [
  ['BN', 'Brunei Darussalam'],
  ['KH', 'Cambodia'],
  ['LA', 'Lao PDR'],
  ['MM', 'Myanmar'],
  ['VN', 'Viet Nam'],
] as const;

/** Makes the body of the world one of eleven members, each with a head of delegation of its own. */
export function elevenDelegations(world: World): void {
  const { db } = world;
  NEW_COUNTRIES.forEach(([code, shortName], index) => {
    saveCountryRow(db, {
      code,
      shortName,
      formalName: shortName,
      localName: shortName,
      thaiName: shortName,
      sortKey: 20 + index,
      color: '#1b4f7c',
    });
    admit(world, code, FOUNDED);
  });
  // Timor-Leste was an observer until this morning.
  const admitted = '2019-04-21T17:00:00.000Z';
  setMembershipEnd(db, 'membership_TL', admitted);
  admit(world, 'TL', admitted, 'membership_TL_member');
  for (const country of ELEVEN) hireHead(world, country);
}

function admit({ db }: World, country: string, from: string, id = `membership_${country}`): void {
  insertMembership(db, { id, bodyId: BODY, country, standing: 'member', from, to: null });
}

function hireHead({ db }: World, country: MemberCode): void {
  const userId = headId(country);
  insertAccount(db, {
    id: userId,
    email: `head.${country.toLowerCase()}@example.org`,
    name: `Head of ${country}`,
    passwordHash: null,
    locale: 'en',
    theme: 'system',
    isDemo: false,
    createdAt: FOUNDED,
  });
  db.insert(appointments)
    .values({
      id: `appointment_${userId}`,
      userId,
      role: 'headOfDelegation',
      bodyId: BODY,
      country,
      from: FOUNDED,
      to: null,
    })
    .run();
}

export function headId(country: MemberCode): string {
  return `user_head_${country}`;
}

/** The head of a delegation as the database knows them now. */
export function headOf({ db, clock }: World, country: MemberCode): Actor {
  const actor = loadActor(db, headId(country), null, clock.now());
  if (actor === null) throw new Error(`headOf: ${country} has no head`);
  return actor;
}
