import type { Entry } from '../domain/monitoring/entries';
import type { Aggregation, IndicatorType } from '../domain/monitoring/indicators';
import type { Locale } from './locale';
import { formatter, translator } from './translate';

interface Sheet {
  readonly type: IndicatorType;
  readonly scale: readonly string[];
}

/** All that was entered: a figure that is rounded on the page is another figure. */
const WHOLE = { maximumSignificantDigits: 15 } as const;
/** What was reckoned: one decimal, or three digits where that says more. */
const ROUNDED = {
  maximumFractionDigits: 1,
  maximumSignificantDigits: 3,
  roundingPriority: 'morePrecision',
} as const;

type Digits = typeof WHOLE | typeof ROUNDED;

/** A figure of an indicator as pages say it. */
export function sayValue(
  locale: Locale,
  { type, scale }: Sheet,
  value: number,
  digits: Digits = WHOLE,
): string {
  const t = translator(locale, 'monitoring');
  if (type === 'yesNo') return t(value === 1 ? 'answer.yes' : 'answer.no');
  if (type === 'scale') return scale[value - 1] ?? String(value);
  const number = formatter(locale).number(value, digits);
  return type === 'percent' ? `${number} %` : number;
}

/** An answer: its value, or which of the three without one it is. */
export function sayAnswer(locale: Locale, sheet: Sheet, answer: Entry): string {
  if (answer.kind !== 'value') return translator(locale, 'monitoring')(`answer.${answer.kind}`);
  return answer.value === null ? answer.words : sayValue(locale, sheet, answer.value);
}

/** The region's figure. Where it is the share of countries that reached their milestone, it is a percentage. */
export function sayRegion(
  locale: Locale,
  sheet: Sheet & { readonly aggregation: Aggregation },
  value: number,
): string {
  if (sheet.aggregation === 'shareMeeting') return sayShare(locale, value);
  return sayValue(locale, sheet, value, sheet.aggregation === 'mean' ? ROUNDED : WHOLE);
}

/** 0.838 as "83.8 %". */
export function sayShare(locale: Locale, share: number): string {
  return `${formatter(locale).number(share * 100, { maximumFractionDigits: 1 })} %`;
}
