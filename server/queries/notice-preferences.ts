import { mailChoicesOf } from '../../db/notice-preferences';
import { mailDomain } from '../../db/outbox';
import { NOTICE_GROUPS, type NoticeGroup } from '../../domain/notices/groups';
import {
  choicesFor,
  DIGEST_KINDS,
  defaultMail,
  type MailChoice,
  type MailKind,
} from '../../domain/notices/mail';
import type { Actor } from '../../domain/policy/can';
import type { Runtime } from '../runtime';

export interface MailPreference {
  readonly kind: MailKind;
  readonly choices: readonly MailChoice[];
  readonly chosen: MailChoice;
}

export interface MailPreferences {
  /** Whether this installation sends mail at all. */
  readonly sendsMail: boolean;
  readonly digests: readonly MailPreference[];
  readonly groups: readonly { readonly group: NoticeGroup; readonly kinds: readonly MailPreference[] }[];
}

/** How a person is mailed of each kind. */
export function mailPreferencesOf(runtime: Runtime, actor: Actor): MailPreferences {
  const chosen = mailChoicesOf(runtime.db, actor.userId);
  const preference = (kind: MailKind): MailPreference => ({
    kind,
    choices: choicesFor(kind),
    chosen: chosen.get(kind) ?? defaultMail(kind),
  });
  return {
    sendsMail: mailDomain(runtime.db) !== null,
    digests: DIGEST_KINDS.map(preference),
    groups: Object.entries(NOTICE_GROUPS).map(([group, kinds]) => ({
      group: group as NoticeGroup,
      kinds: kinds.map(preference),
    })),
  };
}
