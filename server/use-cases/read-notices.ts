import { atomic } from '../../db/atomic';
import { markRead } from '../../db/notices';
import type { Actor } from '../../domain/policy/can';
import { accept, type Outcome } from '../../domain/refusal';
import type { Runtime } from '../runtime';

/** Marks notices of one's own as read; null: all of them. Nobody else's business, so nobody is asked. */
export async function readNotices(
  runtime: Runtime,
  actor: Actor,
  ids: readonly string[] | null,
): Promise<Outcome<true>> {
  atomic(runtime.db, (tx) => {
    markRead(tx, actor.userId, ids, runtime.clock.now());
  });
  return accept(true);
}
