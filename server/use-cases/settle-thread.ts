import { atomic } from '../../db/atomic';
import { changeThread } from '../../db/comments';
import { canSettle } from '../../domain/comments/rings';
import type { Actor } from '../../domain/policy/can';
import { accept, type Outcome } from '../../domain/refusal';
import type { Runtime } from '../runtime';
import { recordInTheOpen, seenThread } from './thread-act';

export interface SettleThreadInput {
  readonly documentId: string;
  readonly threadId: string;
  readonly resolved: boolean;
}

/** Resolves a conversation, or reopens it. Doing twice what is done already changes nothing. */
export async function settleThread(
  runtime: Runtime,
  actor: Actor,
  input: SettleThreadInput,
): Promise<Outcome<true>> {
  const at = runtime.clock.now();
  return atomic(runtime.db, (tx): Outcome<true> => {
    const seen = seenThread(tx, actor, input);
    if (!seen.ok) return seen;
    const allowed = canSettle(actor, seen.value.subject);
    if (!allowed.ok) return allowed;
    const { thread } = seen.value;
    if ((thread.resolvedAt !== null) === input.resolved) return accept(true);
    changeThread(
      tx,
      thread.id,
      input.resolved ? { resolvedAt: at, resolvedBy: actor.userId } : { resolvedAt: null, resolvedBy: null },
    );
    recordInTheOpen(tx, actor, at, seen.value, input.resolved ? 'resolved' : 'reopened');
    return accept(true);
  });
}
