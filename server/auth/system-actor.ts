import type { Actor } from '../../domain/policy/can';

const SYSTEM_USER_ID = 'system';

/**
 * The installation's own hand: the command line, and whatever happens to an account without anybody signed in.
 * It runs the installation like an administrator and has no account, so the audit trail names it with no id.
 */
export function systemActor(name = 'Command line'): Actor {
  return {
    userId: SYSTEM_USER_ID,
    name,
    sessionId: null,
    grants: [{ role: 'administrator', bodyId: null, country: null }],
  };
}

export function isSystemActor(actor: Actor): boolean {
  return actor.userId === SYSTEM_USER_ID;
}
