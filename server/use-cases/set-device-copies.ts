import { atomic } from '../../db/atomic';
import { copiesAllowed, insertDeviceCopyRule } from '../../db/device-copies';
import { documentsOfMeeting } from '../../db/documents';
import type { Actor } from '../../domain/policy/can';
import { accept, type Outcome } from '../../domain/refusal';
import type { Runtime } from '../runtime';
import { recordAct } from './body-act';
import { permittedMeeting } from './meeting-act';

export interface SetDeviceCopiesInput {
  readonly meetingId: string;
  readonly allowed: boolean;
}

/**
 * Says whether unsent edits of the meeting's documents may be kept on devices from now on (BO16), a closed meeting's
 * too. Open editors are told at once and remove what they have kept.
 */
export async function setDeviceCopies(
  runtime: Runtime,
  actor: Actor,
  input: SetDeviceCopiesInput,
): Promise<Outcome<true>> {
  const meeting = permittedMeeting(runtime.db, actor, input.meetingId);
  if (!meeting.ok) return meeting;
  const { meetingId, allowed } = input;
  const at = runtime.clock.now();
  const isChanged = atomic(runtime.db, (tx): boolean => {
    if (copiesAllowed(tx, meetingId, at) === allowed) return false;
    insertDeviceCopyRule(tx, { meetingId, since: at, allowed, setBy: actor.userId });
    recordAct(tx, actor, at, {
      kind: allowed ? 'meeting.copiesAllowed' : 'meeting.copiesForbidden',
      bodyId: meeting.value.bodyId,
      subjectType: 'meeting',
      subjectId: meetingId,
      data: {},
    });
    return true;
  });
  if (isChanged) {
    for (const documentId of documentsOfMeeting(runtime.db, meetingId))
      runtime.live.reviewDocument(documentId);
  }
  return accept(true);
}
