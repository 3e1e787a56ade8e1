import type { CalendarEvent } from '../domain/notices/ics';
import type { Locale } from './locale';
import { nameIn } from './names';
import { sayPeriod } from './periods';
import { translator } from './translate';

interface Closing {
  readonly id: string;
  readonly title: string;
  readonly closesAt: string;
  readonly sequence: number;
  readonly changedAt: string;
}

/** The close of a collection round's window as a calendar shows it. */
export function roundEvent(
  locale: Locale,
  publicUrl: string,
  round: Closing & { readonly titleThai: string; readonly period: string },
): CalendarEvent {
  const t = translator(locale, 'notices');
  return {
    ...closeOf(publicUrl, round, 'rounds'),
    summary: t('calendar.round', {
      plan: nameIn(locale, round.title, round.titleThai),
      period: sayPeriod(locale, round.period),
    }),
    description: t('calendar.roundDescription'),
    isCancelled: false,
  };
}

/** The close of a round of a brainstorm; cancelled where it was closed before the instant that it named. */
export function brainstormEvent(
  locale: Locale,
  publicUrl: string,
  round: Closing & { readonly isCancelled: boolean },
): CalendarEvent {
  const t = translator(locale, 'notices');
  return {
    ...closeOf(publicUrl, round, 'brainstorm'),
    summary: t('calendar.brainstorm', { round: round.title }),
    description: t('calendar.brainstormDescription'),
    isCancelled: round.isCancelled,
  };
}

function closeOf(publicUrl: string, { id, closesAt, sequence, changedAt }: Closing, page: string) {
  return {
    uid: `${id}@${new URL(publicUrl).hostname}`,
    sequence,
    changedAt,
    at: closesAt,
    url: `${publicUrl}/${page}/${id}`,
  };
}
