import { atomic } from '../../db/atomic';
import { attendanceOf, replaceAttendance } from '../../db/meetings';
import type { Actor } from '../../domain/policy/can';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import type { Runtime } from '../runtime';
import { checkCountries, recordAct } from './body-act';
import { changeableMeeting } from './meeting-act';

export interface SetAttendanceInput {
  readonly meetingId: string;
  readonly delegations: readonly string[];
  /** Who was noted as attending as the page showed it (ME18); left out by whoever saw no page. */
  readonly seen?: readonly string[];
}

/** Notes which delegations attend a meeting. */
export async function setAttendance(
  runtime: Runtime,
  actor: Actor,
  input: SetAttendanceInput,
): Promise<Outcome<true>> {
  return atomic(runtime.db, (tx): Outcome<true> => {
    const meeting = changeableMeeting(tx, actor, input.meetingId);
    if (!meeting.ok) return meeting;
    const known = checkCountries(tx, input.delegations);
    if (!known.ok) return known;
    const noted = attendanceOf(tx, [input.meetingId]).get(input.meetingId) ?? [];
    if (input.seen !== undefined && !isSame(noted, input.seen)) return refuse('ME18');
    replaceAttendance(tx, input.meetingId, input.delegations);
    recordAct(tx, actor, runtime.clock.now(), {
      kind: 'meeting.attendance',
      bodyId: meeting.value.bodyId,
      subjectType: 'meeting',
      subjectId: input.meetingId,
      data: { delegations: [...new Set(input.delegations)] },
    });
    return accept(true);
  });
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return [...one].sort().join() === [...other].sort().join();
}
