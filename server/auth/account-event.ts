import type { NewAuditEvent } from '../../db/audit-log';
import type { Actor } from '../../domain/policy/can';
import { isSystemActor } from './system-actor';

export type AccountEventKind =
  | 'account.created'
  | 'account.suspended'
  | 'account.reinstated'
  | 'account.link-made'
  | 'account.link-used'
  | 'identity.bound'
  | 'password.changed'
  | 'session.started'
  | 'session.revoked'
  | 'sign-in.limited'
  | 'token.created'
  | 'token.revoked'
  | 'appointment.made'
  | 'appointment.ended';

/** An audit event about a person's account. `data` holds names, kinds and ids; never a secret. */
export function accountEvent(
  actor: Pick<Actor, 'userId' | 'name' | 'sessionId' | 'grants'>,
  at: string,
  kind: AccountEventKind,
  userId: string,
  data: Readonly<Record<string, unknown>> = {},
  body: { readonly bodyId: string | null; readonly country: string | null } | null = null,
): NewAuditEvent {
  return {
    at,
    actorId: isSystemActor(actor) ? null : actor.userId,
    actorName: actor.name,
    country: body?.country ?? null,
    kind,
    bodyId: body?.bodyId ?? null,
    subjectType: 'account',
    subjectId: userId,
    data,
  };
}

/** Somebody who acts for themselves and is not signed in yet: at the door, or with a one-time link. */
export function selfActor(account: { readonly id: string; readonly name: string }): Actor {
  return { userId: account.id, name: account.name, sessionId: null, grants: [] };
}
