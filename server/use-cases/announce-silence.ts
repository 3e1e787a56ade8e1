import { loadActor } from '../../db/actors';
import { atomic } from '../../db/atomic';
import { findMeeting } from '../../db/meetings';
import { changeSilenceRun, findSilenceRun } from '../../db/silence';
import { type Actor, delegationOf } from '../../domain/policy/can';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import type { Runtime } from '../runtime';
import { recordDocumentEvent } from './document-event';
import { permittedDocument } from './permitted-document';
import { noteSilence } from './silence-acts';

/** The chair has told a meeting of the body how the silence ended (SP21). */
export async function announceSilence(
  runtime: Runtime,
  asked: Actor,
  input: { readonly runId: string; readonly meetingId: string },
): Promise<Outcome<true>> {
  return atomic(runtime.db, (tx): Outcome<true> => {
    const at = runtime.clock.now();
    const actor = loadActor(tx, asked.userId, asked.sessionId, at);
    const run = findSilenceRun(tx, input.runId);
    if (actor === null || run === null) return refuse('PO1');
    const found = permittedDocument(tx, actor, 'announceSilence', run.documentId);
    if (!found.ok) return found;
    const document = found.value;
    if (run.state === 'running' || run.announcedAt !== null) return refuse('SP21');
    const meeting = findMeeting(tx, input.meetingId);
    if (meeting?.bodyId !== document.bodyId) return refuse('PR11', { field: 'meetingId' });
    if (meeting.status !== 'open') return refuse('SP21', { field: 'meetingId' });
    changeSilenceRun(tx, run.id, { announcedAt: at });
    noteSilence(tx, run.id, {
      kind: 'announced',
      at,
      by: actor.userId,
      country: delegationOf(actor, document.bodyId),
      data: { meetingId: meeting.id },
    });
    recordDocumentEvent(tx, actor, document, at, {
      kind: 'document.silenceAnnounced',
      data: { runId: run.id, meetingId: meeting.id },
    });
    return accept(true);
  });
}
