import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { ChairTerm, Membership } from '../domain/body/grants';
import type { Db } from './client';
import { preparedOnce } from './prepared';
import { appointments, bodies, chairTerms, countries, memberships } from './schema/bodies';
import { users } from './schema/people';

export type CountryRow = typeof countries.$inferSelect;
export type BodyRow = typeof bodies.$inferSelect;
export type MembershipRow = typeof memberships.$inferSelect;
export type ChairTermRow = typeof chairTerms.$inferSelect;

/** All countries in the English alphabetical order of their short names, as delegations sit and sign. */
export function listCountries(db: Db): CountryRow[] {
  return db.select().from(countries).orderBy(asc(countries.sortKey), asc(countries.code)).all();
}

const countryByCode = preparedOnce((db) =>
  db
    .select()
    .from(countries)
    .where(eq(countries.code, sql.placeholder('code')))
    .prepare(),
);

export function findCountry(db: Db, code: string): CountryRow | undefined {
  return countryByCode(db).get({ code });
}

/** Adds a country or replaces its names, order and colour; the code is what everything else refers to. */
export function saveCountryRow(tx: Db, row: CountryRow): void {
  tx.insert(countries).values(row).onConflictDoUpdate({ target: countries.code, set: row }).run();
}

export function listBodies(db: Db): BodyRow[] {
  return db.select().from(bodies).orderBy(asc(bodies.acronym)).all();
}

export function findBody(db: Db, bodyId: string): BodyRow | undefined {
  return db.select().from(bodies).where(eq(bodies.id, bodyId)).get();
}

export function findBodyByAcronym(db: Db, acronym: string): BodyRow | undefined {
  return db.select().from(bodies).where(eq(bodies.acronym, acronym)).get();
}

export function insertBody(tx: Db, row: BodyRow): void {
  tx.insert(bodies).values(row).run();
}

export function updateBody(
  tx: Db,
  bodyId: string,
  change: Pick<BodyRow, 'acronym' | 'name' | 'nameThai' | 'symbolTemplate'>,
): void {
  tx.update(bodies).set(change).where(eq(bodies.id, bodyId)).run();
}

/** Every membership a body ever had, oldest first. Which of them hold at an instant is domain/body's business. */
export function listMemberships(db: Db, bodyId: string): MembershipRow[] {
  return db
    .select()
    .from(memberships)
    .where(eq(memberships.bodyId, bodyId))
    .orderBy(asc(memberships.from), asc(memberships.country))
    .all();
}

export function findMembership(db: Db, membershipId: string): MembershipRow | undefined {
  return db.select().from(memberships).where(eq(memberships.id, membershipId)).get();
}

export function insertMembership(tx: Db, row: Membership & { readonly id: string }): void {
  tx.insert(memberships).values(row).run();
}

/** Sets the instant a membership ends; nothing else of it ever changes. */
export function setMembershipEnd(tx: Db, membershipId: string, to: string): void {
  tx.update(memberships).set({ to }).where(eq(memberships.id, membershipId)).run();
}

export function listChairTerms(db: Db, bodyId: string): ChairTermRow[] {
  return db
    .select()
    .from(chairTerms)
    .where(eq(chairTerms.bodyId, bodyId))
    .orderBy(asc(chairTerms.from))
    .all();
}

export function findChairTerm(db: Db, termId: string): ChairTermRow | undefined {
  return db.select().from(chairTerms).where(eq(chairTerms.id, termId)).get();
}

export function insertChairTerm(
  tx: Db,
  row: ChairTerm & { readonly id: string; readonly name: string },
): void {
  tx.insert(chairTerms).values(row).run();
}

export function setChairTermEnd(tx: Db, termId: string, to: string): void {
  tx.update(chairTerms).set({ to }).where(eq(chairTerms.id, termId)).run();
}

export interface AppointedPerson {
  readonly userId: string;
  readonly name: string;
  readonly status: 'active' | 'suspended';
  readonly role: (typeof appointments.$inferSelect)['role'];
  readonly bodyId: string | null;
  readonly country: string | null;
  readonly from: string;
  readonly to: string | null;
}

/** Everybody ever appointed in a body, with the dates of the appointment. */
export function listAppointedPeople(db: Db, bodyId: string): AppointedPerson[] {
  return db
    .select({
      userId: users.id,
      name: users.name,
      status: users.status,
      role: appointments.role,
      bodyId: appointments.bodyId,
      country: appointments.country,
      from: appointments.from,
      to: appointments.to,
    })
    .from(appointments)
    .innerJoin(users, eq(users.id, appointments.userId))
    .where(eq(appointments.bodyId, bodyId))
    .orderBy(asc(users.name))
    .all();
}

/** People whose rights in a body rest on these countries' membership or turn in the chair. */
export function peopleOfDelegations(db: Db, bodyId: string, codes: readonly string[]): string[] {
  if (codes.length === 0) return [];
  const rows = db
    .selectDistinct({ userId: appointments.userId })
    .from(appointments)
    .where(and(eq(appointments.bodyId, bodyId), inArray(appointments.country, [...codes])))
    .all();
  return rows.map((row) => row.userId);
}
