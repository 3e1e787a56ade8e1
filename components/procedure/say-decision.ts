import type { DecisionVerb, MeetingTier } from '@/domain/procedure/states';
import type { Locale } from '@/messages/locale';
import { formatter, translator } from '@/messages/translate';

export interface DecidedIn {
  readonly verb: DecisionVerb;
  readonly at: string;
  readonly meeting: { readonly tier: MeetingTier };
}

/** "Adopted by the Senior Officials’ Meeting, 24 April 2019, Rev.4" */
export function sayDecision(decision: DecidedIn, revision: number, locale: Locale): string {
  const common = translator(locale, 'common');
  return translator(locale, 'documents')('decided', {
    verb: common(`verb.${decision.verb}`),
    tier: common(`tier.${decision.meeting.tier}`),
    date: formatter(locale).dateTime(new Date(decision.at), { dateStyle: 'long' }),
    revision,
  });
}

/** A hash as people read it aloud: groups of eight digits. */
export function hashGroups(hash: string): string[] {
  return hash.match(/.{1,8}/g) ?? [];
}
