import { type Actor, canInBody, canInSystem } from '@/domain/policy/can';

export type NavigationKey = 'home' | 'meetings' | 'followUp' | 'bodies' | 'people' | 'audit';

export interface NavigationItem {
  readonly key: NavigationKey;
  readonly href: string;
  /** Where else one is in this room. */
  readonly also?: readonly string[];
}

const FOLLOW_UP = ['/plans', '/rounds', '/brainstorm', '/centres', '/actions', '/sheets'];

/** The rooms a person may enter, in the order of the header. The pages ask the policy again. */
export function navigationFor(actor: Actor): NavigationItem[] {
  const bodyIds = [...new Set(actor.grants.flatMap((grant) => grant.bodyId ?? []))];
  const managesPeople =
    canInSystem(actor, 'managePeople').ok || bodyIds.some((id) => canInBody(actor, 'appoint', id).ok);
  const readsAudit =
    canInSystem(actor, 'readSystemAudit').ok || bodyIds.some((id) => canInBody(actor, 'readAudit', id).ok);
  return [
    { key: 'home', href: '/' },
    { key: 'meetings', href: '/meetings' },
    ...(bodyIds.length > 0 ? [{ key: 'followUp', href: '/follow-up', also: FOLLOW_UP } as const] : []),
    ...(actor.grants.length > 0 ? [{ key: 'bodies', href: '/bodies' } as const] : []),
    ...(managesPeople ? [{ key: 'people', href: '/people' } as const] : []),
    ...(readsAudit ? [{ key: 'audit', href: '/audit' } as const] : []),
  ];
}
