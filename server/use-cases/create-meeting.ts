import type { z } from 'zod';
import { atomic } from '../../db/atomic';
import { insertMeeting, replaceAttendance } from '../../db/meetings';
import { startOfDay } from '../../domain/body/days';
import type { Actor } from '../../domain/policy/can';
import { accept, type Outcome } from '../../domain/refusal';
import { newId } from '../ids';
import type { Runtime } from '../runtime';
import { checkCountries, checkDays, permittedInBody, readInput, recordAct } from './body-act';
import { MeetingFields } from './meeting-act';
import { membersNow } from './roster-now';

export type CreateMeetingInput = z.input<typeof MeetingFields> & {
  readonly bodyId: string;
  /** Codes of the delegations that attend; left out: the members of the body on the first day. */
  readonly delegations?: readonly string[];
};

/** A meeting in the plan of its body. Nobody sits yet: it is opened by an act of its own. */
export async function createMeeting(
  runtime: Runtime,
  actor: Actor,
  input: CreateMeetingInput,
): Promise<Outcome<{ meetingId: string }>> {
  const allowed = permittedInBody(runtime.db, actor, 'manageMeetings', input.bodyId);
  if (!allowed.ok) return allowed;
  const read = readInput(MeetingFields, input);
  if (!read.ok) return read;
  const days = checkDays(read.value.startsOn, read.value.endsOn);
  if (!days.ok) return days;
  const at = runtime.clock.now();
  return atomic(runtime.db, (tx): Outcome<{ meetingId: string }> => {
    const known = checkCountries(tx, [read.value.hostCountry, ...(input.delegations ?? [])], 'hostCountry');
    if (!known.ok) return known;
    const delegations = input.delegations ?? membersNow(tx, input.bodyId, startOfDay(read.value.startsOn));
    const id = newId('meet');
    insertMeeting(tx, { id, bodyId: input.bodyId, ...read.value, status: 'planned', createdAt: at });
    replaceAttendance(tx, id, delegations);
    recordAct(tx, actor, at, {
      kind: 'meeting.created',
      bodyId: input.bodyId,
      subjectType: 'meeting',
      subjectId: id,
      data: {
        title: read.value.title,
        tier: read.value.tier,
        startsOn: read.value.startsOn,
        endsOn: read.value.endsOn,
        delegations: [...delegations],
      },
    });
    return accept({ meetingId: id });
  });
}
