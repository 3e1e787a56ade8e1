import type { CalendarEvent } from '../domain/notices/ics';
import type { Locale } from './locale';
import { nameIn } from './names';
import { sayPeriod } from './periods';
import { translator } from './translate';

/** The close of a collection round's window as a calendar shows it. */
export function roundEvent(
  locale: Locale,
  publicUrl: string,
  round: {
    readonly id: string;
    readonly title: string;
    readonly titleThai: string;
    readonly period: string;
    readonly closesAt: string;
    readonly sequence: number;
    readonly changedAt: string;
  },
): CalendarEvent {
  const t = translator(locale, 'notices');
  return {
    uid: `${round.id}@${new URL(publicUrl).hostname}`,
    sequence: round.sequence,
    changedAt: round.changedAt,
    at: round.closesAt,
    summary: t('calendar.round', {
      plan: nameIn(locale, round.title, round.titleThai),
      period: sayPeriod(locale, round.period),
    }),
    description: t('calendar.roundDescription'),
    url: `${publicUrl}/rounds/${round.id}`,
    isCancelled: false,
  };
}
