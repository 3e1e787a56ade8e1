import type { Activity } from '@/domain/plan/matrix';
import { plannedSpan, revisedSpan } from '@/domain/plan/span';
import type { Locale } from '@/messages/locale';
import { sayMonths } from '@/messages/months';
import { formatter, translator } from '@/messages/translate';

type Timed = Pick<Activity, 'plannedFrom' | 'plannedTo' | 'revisedFrom' | 'revisedTo'>;

/** "planned Mar 2016 – Feb 2017, revised Mar 2016 – Jun 2017". */
export function sayTimeline(locale: Locale, activity: Timed): string {
  const t = translator(locale, 'plan');
  const [planned, revised] = [plannedSpan(activity), revisedSpan(activity)].map((span) =>
    span === null ? null : sayMonths(locale, span),
  );
  if (planned != null && revised != null) return t('timeline.saysRevised', { planned, revised });
  if (planned != null) return t('timeline.says', { planned });
  if (revised != null) return t('timeline.onlyRevised', { revised });
  return t('timeline.noTime');
}

/** "USD 12,000", or that it is not known. */
export function sayBudget(
  locale: Locale,
  { budget, currency }: Pick<Activity, 'budget' | 'currency'>,
): string {
  if (budget === null) return translator(locale, 'plan')('activity.unknown');
  return `${currency} ${formatter(locale).number(budget, { maximumFractionDigits: 2 })}`;
}
