import { formattingLocale, type Locale } from './locale';

const formats = new Map<Locale, Intl.DateTimeFormat>();

function formatOf(locale: Locale): Intl.DateTimeFormat {
  const known = formats.get(locale);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat(formattingLocale(locale), {
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  formats.set(locale, format);
  return format;
}

/** A month (YYYY-MM) in the reader's manner: "Mar 2019", "มี.ค. 2562". Small enough for the browser. */
export function sayMonth(locale: Locale, month: string): string {
  return formatOf(locale).format(new Date(`${month}-15T00:00:00.000Z`));
}

export interface MonthSpan {
  readonly from: string;
  readonly to: string;
}

/** "Mar–Dec 2019", "Mar 2019 – Feb 2020", "Mar 2019". */
export function sayMonths(locale: Locale, { from, to }: MonthSpan): string {
  if (from === to) return sayMonth(locale, from);
  return formatOf(locale).formatRange(
    new Date(`${from}-15T00:00:00.000Z`),
    new Date(`${to}-15T00:00:00.000Z`),
  );
}
