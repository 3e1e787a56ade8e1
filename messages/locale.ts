export const LOCALES = ['en', 'th'] as const;
export type Locale = (typeof LOCALES)[number];

export function isLocale(value: unknown): value is Locale {
  return typeof value === 'string' && (LOCALES as readonly string[]).includes(value);
}

/** Times are shown at the seat of the meetings, so that server and browser write the same hour. */
export const TIME_ZONE = 'Asia/Bangkok';
