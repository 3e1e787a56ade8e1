import { atomic } from '../../db/atomic';
import { findMeeting, updateMeeting } from '../../db/meetings';
import { decisionsWaitingAt } from '../../db/record-findings';
import { PARTIES } from '../../domain/body/grants';
import type { Actor } from '../../domain/policy/can';
import { decideMeetingClosing, decideMeetingMove } from '../../domain/procedure/meetings';
import type { MeetingState } from '../../domain/procedure/states';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import type { Runtime } from '../runtime';
import { recordAct } from './body-act';
import { permittedMeeting } from './meeting-act';
import { tell } from './tell';

export interface MoveMeetingInput {
  readonly meetingId: string;
  readonly to: MeetingState;
}

/** Opens a planned meeting, closes one in session, or takes a closed one up again. */
export async function moveMeeting(
  runtime: Runtime,
  actor: Actor,
  input: MoveMeetingInput,
): Promise<Outcome<true>> {
  const meeting = permittedMeeting(runtime.db, actor, input.meetingId);
  if (!meeting.ok) return meeting;
  return atomic(runtime.db, (tx): Outcome<true> => {
    const now = findMeeting(tx, input.meetingId);
    if (now === undefined) return refuse('PO1');
    const decided = decideMeetingMove(now.status, input.to);
    if (!decided.ok) return decided;
    if (input.to === 'closed') {
      const closing = decideMeetingClosing(decisionsWaitingAt(tx, now.id).map(({ symbol }) => symbol));
      if (!closing.ok) return closing;
    }
    updateMeeting(tx, now.id, { status: input.to });
    const at = runtime.clock.now();
    recordAct(tx, actor, at, {
      kind: kindOf(now.status, input.to),
      bodyId: now.bodyId,
      subjectType: 'meeting',
      subjectId: now.id,
      data: { title: now.title },
    });
    if (input.to === 'open') {
      tell(tx, at, {
        kind: 'meetingOpened',
        bodyId: now.bodyId,
        documentId: null,
        data: { meetingId: now.id, meeting: now.title },
        key: `meetingOpened:${now.id}:${at}`,
        to: { roles: PARTIES, except: actor.userId },
      });
    }
    return accept(true);
  });
}

function kindOf(from: MeetingState, to: MeetingState): string {
  if (to === 'closed') return 'meeting.closed';
  return from === 'closed' ? 'meeting.reopened' : 'meeting.opened';
}
