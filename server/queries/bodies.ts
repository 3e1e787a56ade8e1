import {
  type ChairTermRow,
  findBody,
  listAppointedPeople,
  listBodies,
  listChairTerms,
  listCountries,
  listMemberships,
  type MembershipRow,
} from '../../db/bodies';
import { listMeetings } from '../../db/meetings';
import { endOfDay } from '../../domain/body/days';
import { holdsAt, type Role, type RosterLine, rosterAt } from '../../domain/body/grants';
import { chairsAt } from '../../domain/body/spans';
import { type Actor, canInBody, canInSystem } from '../../domain/policy/can';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import type { Runtime } from '../runtime';
import { lineOf, type MeetingLine } from './meetings';

/** A body as the list shows it. */
export interface BodyLine {
  readonly id: string;
  readonly acronym: string;
  readonly name: string;
  readonly nameThai: string;
  /** Countries in the chair now. */
  readonly chairs: readonly string[];
  /** The roster as it stands now. */
  readonly roster: readonly RosterLine[];
}

export interface BodyList {
  readonly bodies: readonly BodyLine[];
  readonly may: { readonly create: boolean };
}

/** A line of the roster with the dates of the membership it rests on. */
export interface DatedRosterLine extends RosterLine {
  readonly from: string;
  /** Exclusive; null while it lasts. */
  readonly to: string | null;
}

export interface PersonInBody {
  readonly userId: string;
  readonly name: string;
  readonly role: Role;
  readonly country: string | null;
  readonly isSuspended: boolean;
}

export interface BodyView extends Omit<BodyLine, 'chairs' | 'roster'> {
  readonly symbolTemplate: string;
  /** The roster at the chosen day. */
  readonly roster: readonly DatedRosterLine[];
  readonly chairs: readonly string[];
  /** Every membership and term on record, with its dates. */
  readonly memberships: readonly MembershipRow[];
  readonly chairTerms: readonly ChairTermRow[];
  /** Appointments in force now. */
  readonly people: readonly PersonInBody[];
  readonly meetings: readonly MeetingLine[];
  readonly may: {
    readonly manageMembers: boolean;
    readonly manageMeetings: boolean;
    readonly appoint: boolean;
    readonly createDocument: boolean;
  };
}

/** The bodies the actor belongs to; administrators and auditors see all. */
export async function bodiesFor(runtime: Runtime, actor: Actor): Promise<BodyList> {
  const now = runtime.clock.now();
  const countries = listCountries(runtime.db);
  const bodies = listBodies(runtime.db)
    .filter((body) => canInBody(actor, 'enter', body.id).ok)
    .map(({ id, acronym, name, nameThai }) => {
      const terms = listChairTerms(runtime.db, id);
      return {
        id,
        acronym,
        name,
        nameThai,
        chairs: chairsAt(terms, id, now),
        roster: rosterAt(id, listMemberships(runtime.db, id), terms, countries, now),
      };
    });
  return { bodies, may: { create: canInSystem(actor, 'manageBodies').ok } };
}

/** One body. `day` (YYYY-MM-DD) shows the roster at the end of that day; null means now. */
export async function getBody(
  runtime: Runtime,
  actor: Actor,
  input: { readonly bodyId: string; readonly day: string | null },
): Promise<Outcome<BodyView>> {
  const allowed = canInBody(actor, 'enter', input.bodyId);
  if (!allowed.ok) return allowed;
  const body = findBody(runtime.db, input.bodyId);
  if (body === undefined) return refuse('PO1');
  const now = runtime.clock.now();
  const at = input.day === null ? now : new Date(Date.parse(endOfDay(input.day)) - 1).toISOString();
  const memberships = listMemberships(runtime.db, body.id);
  const chairTerms = listChairTerms(runtime.db, body.id);
  return accept({
    id: body.id,
    acronym: body.acronym,
    name: body.name,
    nameThai: body.nameThai,
    symbolTemplate: body.symbolTemplate,
    roster: rosterAt(body.id, memberships, chairTerms, listCountries(runtime.db), at).flatMap((line) => {
      const held = memberships.find((entry) => entry.country === line.country && holdsAt(entry, at));
      return held === undefined ? [] : [{ ...line, from: held.from, to: held.to }];
    }),
    chairs: chairsAt(chairTerms, body.id, at),
    memberships,
    chairTerms,
    people: listAppointedPeople(runtime.db, body.id)
      .filter((person) => holdsAt(person, now))
      .map(({ userId, name, role, country, status }) => ({
        userId,
        name,
        role,
        country,
        isSuspended: status === 'suspended',
      })),
    meetings: listMeetings(runtime.db, [body.id]).map((meeting) => lineOf(meeting, body.acronym)),
    may: {
      manageMembers: canInBody(actor, 'manageMembers', body.id).ok,
      manageMeetings: canInBody(actor, 'manageMeetings', body.id).ok,
      appoint: canInBody(actor, 'appoint', body.id).ok,
      createDocument: canInBody(actor, 'createDocument', body.id).ok,
    },
  });
}
