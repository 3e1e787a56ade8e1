import { atomic } from '../../db/atomic';
import { changeThread, commentsIn } from '../../db/comments';
import { type CommentRing, canWiden, countryOfRing } from '../../domain/comments/rings';
import type { Actor } from '../../domain/policy/can';
import { accept, type Outcome } from '../../domain/refusal';
import type { Runtime } from '../runtime';
import { recordInTheOpen, seenThread } from './thread-act';

export interface WidenThreadInput {
  readonly documentId: string;
  readonly threadId: string;
  readonly to: CommentRing;
}

/** Shows a conversation to more people, with everything that was written in it (CO8, CO9). There is no way back. */
export async function widenThread(
  runtime: Runtime,
  actor: Actor,
  input: WidenThreadInput,
): Promise<Outcome<true>> {
  const at = runtime.clock.now();
  return atomic(runtime.db, (tx): Outcome<true> => {
    const seen = seenThread(tx, actor, input);
    if (!seen.ok) return seen;
    const { document, thread, subject } = seen.value;
    const others = commentsIn(tx, [thread.id]).some(({ by }) => by !== thread.openedBy);
    const allowed = canWiden(actor, subject, input.to, others);
    if (!allowed.ok) return allowed;
    const country =
      thread.ring === 'delegation' ? thread.country : countryOfRing(actor, document.bodyId, input.to);
    changeThread(tx, thread.id, { ring: input.to, country });
    recordInTheOpen(tx, actor, at, seen.value, 'tabled', input.to);
    return accept(true);
  });
}
