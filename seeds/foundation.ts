import { systemActor } from '../server/auth/system-actor';
import { addAgendaItem } from '../server/use-cases/add-agenda-item';
import { addChairTerm } from '../server/use-cases/add-chair-term';
import { addMembership } from '../server/use-cases/add-membership';
import { createBody } from '../server/use-cases/create-body';
import { createMeeting } from '../server/use-cases/create-meeting';
import { createUser } from '../server/use-cases/create-user';
import { moveMeeting } from '../server/use-cases/move-meeting';
import { saveCountry } from '../server/use-cases/save-country';
import { accepted, actorAt, known, runtimeAt, type SeedState } from './actors';
import { BODIES, type SeedBody } from './body';
import { COUNTRIES } from './countries';
import { instant } from './history';
import { MEETINGS, type SeedMeeting } from './meeting';
import { DEMO_PASSWORD, PEOPLE, type PersonKey, type SeedPerson } from './people';
import type { TimedAct } from './timeline';

/** The day on which the installation of the seed begins to exist. */
const FIRST_DAY = '2019-01-02T01:00:00.000Z';
const MEETINGS_ANNOUNCED = '2019-01-15T02:00:00.000Z';

const SEED = systemActor('Demonstration seed');

/** Countries, bodies, members and terms as the installation's own hand writes them, each when it came to be. */
export function bodyActs(): TimedAct[] {
  const countries = COUNTRIES.map((country, index) => ({
    at: FIRST_DAY,
    run: async (state: SeedState) => {
      const saved = await saveCountry(runtimeAt(state, FIRST_DAY), SEED, {
        ...country,
        sortKey: (index + 1) * 10,
      });
      accepted(saved, `country ${country.code}`);
    },
  }));
  return [...countries, ...BODIES.flatMap(actsOfBody)];
}

function actsOfBody(body: SeedBody): TimedAct[] {
  const { acronym, name, nameThai, symbolTemplate } = body;
  const creation: TimedAct = {
    at: FIRST_DAY,
    run: async (state) => {
      const runtime = runtimeAt(state, FIRST_DAY);
      const made = await createBody(runtime, SEED, { acronym, name, nameThai, symbolTemplate });
      state.bodies.set(acronym, accepted(made, `body ${acronym}`).bodyId);
    },
  };
  const memberships = body.memberships.map((membership): TimedAct => {
    const at = later(FIRST_DAY, membership.from);
    return {
      at,
      run: async (state) => {
        const bodyId = known(state.bodies, acronym, 'body');
        const added = await addMembership(runtimeAt(state, at), SEED, { bodyId, ...membership });
        accepted(added, `${membership.country} in ${acronym}`);
      },
    };
  });
  const terms = body.chairTerms.map((term): TimedAct => {
    const at = later(FIRST_DAY, term.from);
    return {
      at,
      run: async (state) => {
        const bodyId = known(state.bodies, acronym, 'body');
        accepted(await addChairTerm(runtimeAt(state, at), SEED, { bodyId, ...term }), term.name);
      },
    };
  });
  return [creation, ...memberships, ...terms];
}

/** Everybody gets an account a second apart, so that the cards of the sign-in page keep the order of the data. */
export function peopleActs(): TimedAct[] {
  return (Object.entries(PEOPLE) as [PersonKey, SeedPerson][]).map(([key, person], index) => {
    const earliest = person.appointments.map((appointment) => appointment.from).sort()[0] ?? FIRST_DAY;
    const at = secondsAfter(later(FIRST_DAY, earliest), 60 + index);
    return { at, run: (state) => createPerson(state, key, person, at) };
  });
}

async function createPerson(state: SeedState, key: PersonKey, person: SeedPerson, at: string): Promise<void> {
  const { name, email, locale } = person;
  const created = await createUser(runtimeAt(state, at), SEED, {
    name,
    email,
    locale,
    password: DEMO_PASSWORD,
    isDemo: true,
    appointments: person.appointments.map(({ role, body, country, from }) => ({
      role,
      country,
      from,
      bodyId: body === null ? null : known(state.bodies, body, 'body'),
    })),
  });
  state.people.set(key, accepted(created, `account of ${name}`).userId);
}

/** The meetings: announced in January by the Secretariat, opened on their first morning, closed where they are. */
export function meetingActs(): TimedAct[] {
  return MEETINGS.flatMap((meeting) => {
    const opening = instant(`${meeting.startsOn} 09:00`);
    const closing = instant(`${meeting.endsOn} 18:30`);
    const move = (at: string, to: 'open' | 'closed'): TimedAct => ({
      at,
      run: async (state) => {
        const meetingId = known(state.meetings, meeting.key, 'meeting');
        const actor = actorAt(state, 'secretariat', at);
        accepted(await moveMeeting(runtimeAt(state, at), actor, { meetingId, to }), meeting.title);
      },
    });
    return [
      { at: MEETINGS_ANNOUNCED, run: (state: SeedState) => announce(state, meeting) },
      ...(meeting.status === 'planned' ? [] : [move(opening, 'open')]),
      ...(meeting.status === 'closed' ? [move(closing, 'closed')] : []),
    ];
  });
}

async function announce(state: SeedState, meeting: SeedMeeting): Promise<void> {
  const { key, body, agenda, status: _, ...facts } = meeting;
  const runtime = runtimeAt(state, MEETINGS_ANNOUNCED);
  const actor = actorAt(state, 'secretariat', MEETINGS_ANNOUNCED);
  const bodyId = known(state.bodies, body, 'body');
  const created = accepted(await createMeeting(runtime, actor, { ...facts, bodyId }), meeting.title);
  state.meetings.set(key, created.meetingId);
  for (const item of agenda) {
    const added = await addAgendaItem(runtime, actor, { ...item, meetingId: created.meetingId });
    state.agendaItems.set(`${key}/${item.number}`, accepted(added, `item ${item.number}`).agendaItemId);
  }
}

function later(one: string, other: string): string {
  return one > other ? one : other;
}

function secondsAfter(at: string, seconds: number): string {
  return new Date(Date.parse(at) + seconds * 1000).toISOString();
}
