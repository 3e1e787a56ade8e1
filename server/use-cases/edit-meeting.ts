import type { z } from 'zod';
import { atomic } from '../../db/atomic';
import { updateMeeting } from '../../db/meetings';
import { sessionsOf } from '../../db/running-order';
import type { Actor } from '../../domain/policy/can';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import type { Runtime } from '../runtime';
import { checkCountries, checkDays, readInput, recordAct } from './body-act';
import { changeableMeeting, MeetingFields } from './meeting-act';

export type EditMeetingInput = z.input<typeof MeetingFields> & { readonly meetingId: string };

/** Corrects title, place and days of a meeting that is not closed. */
export async function editMeeting(
  runtime: Runtime,
  actor: Actor,
  input: EditMeetingInput,
): Promise<Outcome<true>> {
  const meeting = changeableMeeting(runtime.db, actor, input.meetingId);
  if (!meeting.ok) return meeting;
  const read = readInput(MeetingFields, input);
  if (!read.ok) return read;
  const days = checkDays(read.value.startsOn, read.value.endsOn);
  if (!days.ok) return days;
  const known = checkCountries(runtime.db, [read.value.hostCountry], 'hostCountry');
  if (!known.ok) return known;
  return atomic(runtime.db, (tx): Outcome<true> => {
    const { startsOn, endsOn } = read.value;
    // What is in the running order, or due, is moved or taken out first.
    for (const { day } of sessionsOf(tx, input.meetingId)) {
      if (day < startsOn) return refuse('ME9', { field: 'startsOn' });
      if (day > endsOn) return refuse('ME9', { field: 'endsOn' });
    }
    updateMeeting(tx, input.meetingId, read.value);
    recordAct(tx, actor, runtime.clock.now(), {
      kind: 'meeting.changed',
      bodyId: meeting.value.bodyId,
      subjectType: 'meeting',
      subjectId: input.meetingId,
      data: { ...read.value },
    });
    return accept(true);
  });
}
