import { atomic } from '../../db/atomic';
import { commentsIn, eraseComment } from '../../db/comments';
import { canAnswer } from '../../domain/comments/rings';
import type { Actor } from '../../domain/policy/can';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import type { Runtime } from '../runtime';
import { recordInTheOpen, seenThread } from './thread-act';

export interface TakeBackCommentInput {
  readonly documentId: string;
  readonly threadId: string;
  readonly commentId: string;
}

/** Takes one's own words back. Nobody reads them any more; that there was a comment stays (CO12). */
export async function takeBackComment(
  runtime: Runtime,
  actor: Actor,
  input: TakeBackCommentInput,
): Promise<Outcome<true>> {
  const at = runtime.clock.now();
  return atomic(runtime.db, (tx): Outcome<true> => {
    const seen = seenThread(tx, actor, input);
    if (!seen.ok) return seen;
    const allowed = canAnswer(actor, seen.value.subject);
    if (!allowed.ok) return allowed;
    const own = commentsIn(tx, [input.threadId]).find(({ id }) => id === input.commentId);
    if (own === undefined || own.by !== actor.userId || own.takenBackAt !== null) return refuse('CO12');
    eraseComment(tx, own.id, at);
    recordInTheOpen(tx, actor, at, seen.value, 'takenBack');
    return accept(true);
  });
}
