import type { BellCount } from '@/components/shell/bell';
import type { Locale } from '@/messages/locale';
import { translator } from '@/messages/translate';
import { MOST_COUNTED } from '@/server/queries/inbox';

/** A number of unread notices as the bell shows it. */
export function bellCount(locale: Locale, count: number): BellCount {
  const t = translator(locale, 'notices');
  const mark = count === 0 ? '' : count >= MOST_COUNTED ? t('many') : String(count);
  return { mark, label: t('bell', { count }) };
}
