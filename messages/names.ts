import type { Locale } from './locale';

export { nameIn } from '../domain/body/names';

export interface NamedCountry {
  readonly code: string;
  readonly shortName: string;
  readonly thaiName: string;
}

export function countryName(locale: Locale, country: NamedCountry): string {
  return locale === 'th' ? country.thaiName : country.shortName;
}
