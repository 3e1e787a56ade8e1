import type { CalendarEvent } from '../domain/notices/ics';
import type { Locale } from './locale';
import { translator } from './translate';

/** A deadline as a calendar shows it. `publicUrl` is the address of this installation. */
export function deadlineEvent(
  locale: Locale,
  publicUrl: string,
  symbol: string,
  deadline: {
    readonly id: string;
    readonly of: 'silence' | 'corrigendum';
    readonly documentId: string;
    readonly number: number;
    readonly endsAt: string;
    readonly sequence: number;
    readonly changedAt: string;
    readonly isOff: boolean;
  },
): CalendarEvent {
  const t = translator(locale, 'notices');
  const isSilence = deadline.of === 'silence';
  return {
    uid: `${deadline.id}@${new URL(publicUrl).hostname}`,
    sequence: deadline.sequence,
    changedAt: deadline.changedAt,
    at: deadline.endsAt,
    summary: isSilence
      ? t('calendar.silence', { symbol })
      : t('calendar.corrigendum', { symbol, number: deadline.number }),
    description: t(isSilence ? 'calendar.description' : 'calendar.corrigendumDescription'),
    url: `${publicUrl}/documents/${deadline.documentId}/${isSilence ? 'silence' : 'record'}`,
    isCancelled: deadline.isOff,
  };
}
