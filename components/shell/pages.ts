import type { NamedPage } from '@/components/search/types';
import { type Actor, canInBody } from '@/domain/policy/can';
import type { Locale } from '@/messages/locale';
import { translator } from '@/messages/translate';
import { navigationFor } from './navigation';

/** The pages that a person reaches from anywhere by name, in the reader's language. The pages ask the policy again. */
export function pagesFor(actor: Actor, locale: Locale): NamedPage[] {
  const common = translator(locale, 'common');
  const bodyIds = [...new Set(actor.grants.flatMap((grant) => grant.bodyId ?? []))];
  const mayIn = (operation: Parameters<typeof canInBody>[1]) =>
    bodyIds.some((bodyId) => canInBody(actor, operation, bodyId).ok);
  const ofBodies: NamedPage[] =
    bodyIds.length === 0
      ? []
      : [
          { href: '/actions', name: translator(locale, 'actions')('actions.followUp') },
          { href: '/brainstorm', name: translator(locale, 'brainstorm')('title') },
          { href: '/plans', name: translator(locale, 'plan')('plans') },
          { href: '/centres', name: translator(locale, 'centres')('title') },
        ];
  return [
    ...navigationFor(actor).map(({ key, href }) => ({ href, name: common(`nav.${key}`) })),
    ...ofBodies,
    ...(mayIn('createDocument')
      ? [{ href: '/documents/new', name: translator(locale, 'documents')('new.title') }]
      : []),
    ...(mayIn('manageMeetings')
      ? [{ href: '/meetings/new', name: translator(locale, 'meetings')('newTitle') }]
      : []),
    { href: '/inbox', name: translator(locale, 'notices')('title') },
    { href: '/settings', name: common('nav.settings') },
  ];
}
