import { afterEach, beforeEach } from 'vitest';
import { clausesOf, clauseText } from '../../domain/text/clauses';
import type { DocumentJson } from '../../domain/text/document-json';
import { saveAction } from '../use-cases/meeting-actions';
import { type TakeMeetingDecisionInput, takeMeetingDecision } from '../use-cases/meeting-decisions';
import { setAttendance } from '../use-cases/set-attendance';
import { readAhead } from '../use-cases/standing-text';
import { createWorld, ITEM, MEETING, type Person, type World } from './world';

export let world: World;

/** A world for each test of the file that calls this at its top, about what a meeting does and reports. */
export function inMeetingRoom(): void {
  beforeEach(() => {
    world = createWorld();
  });
  afterEach(() => world.close());
}

export const attend = (...delegations: string[]) =>
  setAttendance(world.runtime, world.actor('secretariat'), { meetingId: MEETING, delegations });

export const decide = (person: Person, more: Partial<TakeMeetingDecisionInput> = {}) =>
  takeMeetingDecision(world.runtime, world.actor(person), {
    meetingId: MEETING,
    agendaItemId: ITEM,
    verb: 'tookNote',
    wording: 'The Meeting took note of the reports.',
    ...more,
  });

export const give = (person: Person, more: object = {}) =>
  saveAction(world.runtime, world.actor(person), {
    meetingId: MEETING,
    wording: 'Send the sheets of the indicators.',
    who: ['PH', ''],
    dueOn: '2019-06-30',
    ...more,
  });

/** What a report says, clause by clause. */
export async function wordsOf(documentId: string): Promise<string> {
  const { canonical } = await readAhead(world.runtime, documentId);
  return clausesOf(JSON.parse(canonical) as DocumentJson)
    .map(clauseText)
    .join('\n');
}
