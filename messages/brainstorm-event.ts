import type { CalendarEvent } from '../domain/notices/ics';
import type { Locale } from './locale';
import { translator } from './translate';

/** The close of a round of a brainstorm as a calendar shows it. */
export function brainstormEvent(
  locale: Locale,
  publicUrl: string,
  round: {
    readonly id: string;
    readonly title: string;
    readonly closesAt: string;
    readonly sequence: number;
    readonly changedAt: string;
    /** It was closed before the instant that it named. */
    readonly isCancelled: boolean;
  },
): CalendarEvent {
  const t = translator(locale, 'notices');
  return {
    uid: `${round.id}@${new URL(publicUrl).hostname}`,
    sequence: round.sequence,
    changedAt: round.changedAt,
    at: round.closesAt,
    summary: t('calendar.brainstorm', { round: round.title }),
    description: t('calendar.brainstormDescription'),
    url: `${publicUrl}/brainstorm/${round.id}`,
    isCancelled: round.isCancelled,
  };
}
