import { loadActor } from '../db/actors';
import type { Actor } from '../domain/policy/can';
import type { Outcome } from '../domain/refusal';
import type { Runtime } from '../server/runtime';
import { PEOPLE, type PersonKey } from './people';

/** What the acts of the seed have made so far, by the keys of the data. */
export interface SeedState {
  readonly runtime: Runtime;
  readonly bodies: Map<string, string>;
  readonly people: Map<PersonKey, string>;
  readonly meetings: Map<string, string>;
  /** Agenda items by "meeting key/number". */
  readonly agendaItems: Map<string, string>;
  readonly documents: Map<string, string>;
  readonly plans: Map<string, string>;
  /** Activities by "plan key/code". */
  readonly activities: Map<string, string>;
}

/** The runtime with its clock standing at `at`: an act of 2019 happens in 2019. */
export function runtimeAt(state: SeedState, at: string): Runtime {
  return { ...state.runtime, clock: { now: () => at } };
}

/** The person with the rights of that instant. Whoever has none then cannot act then. */
export function actorAt(state: SeedState, person: PersonKey, at: string): Actor {
  const actor = loadActor(state.runtime.db, known(state.people, person, 'person'), null, at);
  if (actor === null) throw new Error(`seed: ${PEOPLE[person].name} has no account at ${at}`);
  return actor;
}

export function known<K, V>(map: ReadonlyMap<K, V>, key: K, what: string): V {
  const value = map.get(key);
  if (value === undefined) throw new Error(`seed: there is no ${what} ${String(key)} yet`);
  return value;
}

/** The value of an act that must succeed; a refusal is a slip in the seed's data. */
export function accepted<T>(outcome: Outcome<T>, act: string): T {
  if (outcome.ok) return outcome.value;
  throw new Error(`seed: ${act} was refused by ${outcome.rule} ${JSON.stringify(outcome.detail ?? {})}`);
}
