import { setProfile } from '../../db/accounts';
import { atomic } from '../../db/atomic';
import type { Actor } from '../../domain/policy/can';
import { accept, type Outcome } from '../../domain/refusal';
import type { Runtime } from '../runtime';

export interface ChangePreferencesInput {
  readonly locale?: 'en' | 'th';
  readonly theme?: 'system' | 'light' | 'dark';
}

/** A person's own language and appearance: nobody else's business, so neither policy nor audit trail is asked. */
export async function changePreferences(
  runtime: Runtime,
  actor: Actor,
  input: ChangePreferencesInput,
): Promise<Outcome<true>> {
  atomic(runtime.db, (tx) => {
    setProfile(tx, actor.userId, input);
  });
  return accept(true);
}
