import { atomic } from '../../db/atomic';
import { replaceAttendance } from '../../db/meetings';
import type { Actor } from '../../domain/policy/can';
import { accept, type Outcome } from '../../domain/refusal';
import type { Runtime } from '../runtime';
import { checkCountries, recordAct } from './body-act';
import { changeableMeeting } from './meeting-act';

export interface SetAttendanceInput {
  readonly meetingId: string;
  readonly delegations: readonly string[];
}

/** Notes which delegations attend a meeting. */
export async function setAttendance(
  runtime: Runtime,
  actor: Actor,
  input: SetAttendanceInput,
): Promise<Outcome<true>> {
  const meeting = changeableMeeting(runtime.db, actor, input.meetingId);
  if (!meeting.ok) return meeting;
  const known = checkCountries(runtime.db, input.delegations);
  if (!known.ok) return known;
  atomic(runtime.db, (tx) => {
    replaceAttendance(tx, input.meetingId, input.delegations);
    recordAct(tx, actor, runtime.clock.now(), {
      kind: 'meeting.attendance',
      bodyId: meeting.value.bodyId,
      subjectType: 'meeting',
      subjectId: input.meetingId,
      data: { delegations: [...new Set(input.delegations)] },
    });
  });
  return accept(true);
}
