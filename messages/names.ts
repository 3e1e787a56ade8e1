import type { Locale } from './locale';

/** The name in the reader's language, where there is one. English is the authentic one. */
export function nameIn(locale: Locale, name: string, nameThai: string): string {
  return locale === 'th' && nameThai !== '' ? nameThai : name;
}

export interface NamedCountry {
  readonly code: string;
  readonly shortName: string;
  readonly thaiName: string;
}

export function countryName(locale: Locale, country: NamedCountry): string {
  return locale === 'th' ? country.thaiName : country.shortName;
}
