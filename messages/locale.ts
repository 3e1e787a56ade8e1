export const LOCALES = ['en', 'th'] as const;
export type Locale = (typeof LOCALES)[number];

export function isLocale(value: unknown): value is Locale {
  return typeof value === 'string' && (LOCALES as readonly string[]).includes(value);
}

/** Times are shown at the seat of the meetings, so that server and browser write the same hour. */
export const TIME_ZONE = 'Asia/Bangkok';

/** How dates and numbers are written: day before month, as in the papers of the body (22 April 2019). */
export function formattingLocale(locale: Locale): string {
  return locale === 'en' ? 'en-GB' : locale;
}
