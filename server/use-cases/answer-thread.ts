import { atomic } from '../../db/atomic';
import { canAnswer } from '../../domain/comments/rings';
import type { Actor } from '../../domain/policy/can';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import type { Runtime } from '../runtime';
import { checkWritten, recordInTheOpen, seenThread, writeComment } from './thread-act';

export interface AnswerThreadInput {
  readonly documentId: string;
  readonly threadId: string;
  readonly words: string;
  readonly mentions?: readonly string[] | undefined;
}

/** Answers in a conversation, for the ring that it is in. */
export async function answerThread(
  runtime: Runtime,
  actor: Actor,
  input: AnswerThreadInput,
): Promise<Outcome<{ commentId: string }>> {
  const at = runtime.clock.now();
  return atomic(runtime.db, (tx): Outcome<{ commentId: string }> => {
    const seen = seenThread(tx, actor, input);
    if (!seen.ok) return seen;
    const place = seen.value;
    const allowed = canAnswer(actor, place.subject);
    if (!allowed.ok) return allowed;
    if (place.thread.resolvedAt !== null) return refuse('CO10', { field: 'words' });
    const written = checkWritten(tx, actor, at, place.subject, input);
    if (!written.ok) return written;
    const commentId = writeComment(tx, actor, at, place, written.value);
    recordInTheOpen(tx, actor, at, place, 'answered');
    return accept({ commentId });
  });
}
