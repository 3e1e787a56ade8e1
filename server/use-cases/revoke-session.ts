import { sessionById } from '../../db/sessions';
import type { Actor } from '../../domain/policy/can';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import { endSession } from '../auth/end-session';
import type { Runtime } from '../runtime';
import { managedAccount } from './managed-account';

/** Ends a session of one's own, or of somebody one looks after: its pages and sockets are gone at once. */
export async function revokeSession(
  runtime: Pick<Runtime, 'db' | 'clock' | 'live'>,
  actor: Actor,
  input: { readonly sessionId: string },
): Promise<Outcome<true>> {
  const session = sessionById(runtime.db, input.sessionId);
  if (session === null) return refuse('AC23');
  if (session.userId !== actor.userId) {
    const account = managedAccount(runtime.db, actor, session.userId, runtime.clock.now());
    // Whoever looks after nobody learns nothing of other people's sessions.
    if (!account.ok) return refuse('AC23');
  }
  endSession(runtime, actor, session.id, 'revoked');
  return accept(true);
}
