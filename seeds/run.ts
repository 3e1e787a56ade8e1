import { atomic } from '../db/atomic';
import { writeInstallation } from '../db/installation';
import type { Runtime } from '../server/runtime';
import type { SeedState } from './actors';
import { brainstormActs } from './brainstorm';
import { centreActs } from './centres';
import { documentActs } from './document-acts';
import { bodyActs, meetingActs, peopleActs } from './foundation';
import { meetingRecordActs } from './meeting-decisions';
import { monitoringActs } from './monitoring';
import { planActs } from './plans';
import { inOrder } from './timeline';

/**
 * Fills an empty database with the 20th ACCSM: every act by its person, at its time, through its use-case, in
 * the order in which it happened. Marks the database as made by the demo first, so that it can never pass for a
 * real one. Throws where an act is refused; the caller throws the database away then.
 */
export async function seedDemo(runtime: Runtime, progress: (line: string) => void = () => {}): Promise<void> {
  atomic(runtime.db, (tx) => writeInstallation(tx, 'madeByDemo', '1'));
  const state: SeedState = {
    runtime,
    bodies: new Map(),
    people: new Map(),
    meetings: new Map(),
    agendaItems: new Map(),
    documents: new Map(),
    plans: new Map(),
    activities: new Map(),
  };
  const acts = inOrder([
    ...bodyActs(),
    ...peopleActs(),
    ...meetingActs(),
    ...planActs(),
    ...centreActs(),
    ...brainstormActs(),
    ...documentActs(),
    ...meetingRecordActs(),
    ...monitoringActs(),
  ]);
  for (const act of acts) await act.run(state);
  progress(
    `${state.bodies.size} bodies, ${state.people.size} people, ${state.meetings.size} meetings, ${state.documents.size} documents in ${acts.length} acts`,
  );
}
